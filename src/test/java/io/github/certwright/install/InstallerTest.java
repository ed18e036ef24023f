package io.github.certwright.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Disk;
import io.github.certwright.files.FaultyDisk;
import io.github.certwright.files.Forcing;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.files.Recovery;
import io.github.certwright.files.Snapshot;
import io.github.certwright.install.InstallOutcome.AlreadyThere;
import io.github.certwright.install.InstallOutcome.Installed;
import io.github.certwright.install.InstallOutcome.NeedsAdminRights;
import io.github.certwright.install.InstallOutcome.RolledBack;
import io.github.certwright.testing.SamplePair;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);
  private static SamplePair older;
  private static SamplePair newer;
  private static byte[] olderStore;
  @TempDir private Path temp;
  private Path root;
  private Path journals;
  private int round;
  private FoundTool tool;

  @BeforeAll
  static void make() {
    older = SamplePair.make("old.example.com", "old password");
    olderStore = older.store();
    newer = SamplePair.make("new.example.com", "new password");
  }

  @BeforeEach
  void setUp() throws Exception {
    freshTool();
  }

  private void freshTool() throws Exception {
    root = Files.createDirectory(temp.resolve("Cameo Systems Modeler " + round));
    journals = temp.resolve("state").resolve("journals");
    round++;
    Files.createDirectories(root.resolve("bin"));
    tool = new FoundTool("Cameo Systems Modeler", "2021x", root);
  }

  private void installedBefore() throws Exception {
    Path certs = Files.createDirectories(root.resolve("certs"));
    Files.write(certs.resolve("cert.jks"), olderStore);
    Files.write(certs.resolve("cert.pass"), older.password());
    Files.writeString(certs.resolve("notes.txt"), "mine");
  }

  private static ClientPair pair(SamplePair it) {
    return new ClientPair(it.store(), it.password(), it.fingerprint(), it.notAfter());
  }

  private Installer installer(Disk disk) {
    return new Installer(disk, journals, CLOCK, OperatingSystem.LINUX, Forcing.inTurn());
  }

  private Installation install(Disk disk) {
    return installer(disk).install(pair(newer), List.of(tool), Optional.of(Path.of("/out put")));
  }

  private InstallOutcome installed(Disk disk) {
    try (Installation installation = install(disk)) {
      return installation.outcomes().getFirst();
    }
  }

  private InstalledState state() {
    return new CertsFolder(root).state(Optional.of(newer.fingerprint()));
  }

  @Test
  void aPairIsInstalledReadableForEverybodyWhoMayReadTheTool() throws Exception {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(installed(Disk.real())).isInstanceOf(Installed.class);
    Path certs = root.resolve("certs");
    assertThat(state())
        .isEqualTo(new InstalledState.ThisCertificate(newer.fingerprint(), newer.notAfter()));
    assertThat(mode(certs)).isEqualTo("rwxr-xr-x");
    assertThat(mode(certs.resolve("cert.jks"))).isEqualTo("rw-r--r--");
    assertThat(mode(certs.resolve("cert.pass"))).isEqualTo("rw-r--r--");
    assertThat(Snapshot.of(certs)).containsOnlyKeys("", "cert.jks", "cert.pass");
    assertThat(journals).isEmptyDirectory();
  }

  @Test
  void anOlderPairIsBackedUpAndOtherFilesStay() throws Exception {
    installedBefore();
    assertThat(installed(Disk.real())).isInstanceOf(Installed.class);
    Path certs = root.resolve("certs");
    assertThat(Snapshot.of(certs))
        .containsOnlyKeys(
            "",
            "cert.jks",
            "cert.jks.backup-20261121-201455",
            "cert.pass",
            "cert.pass.backup-20261121-201455",
            "notes.txt");
    assertThat(certs.resolve("cert.jks.backup-20261121-201455")).hasBinaryContent(olderStore);
    assertThat(certs.resolve("cert.pass.backup-20261121-201455"))
        .hasBinaryContent(older.password());
    assertThat(certs.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void undoPutsTheOlderPairBackByteForByte() throws Exception {
    installedBefore();
    Map<String, String> before = Snapshot.of(root);
    try (Installation installation = install(Disk.real())) {
      assertThat(installation.outcomes()).hasExactlyElementsOfTypes(Installed.class);
      assertThat(installation.undo()).isEmpty();
    }
    assertThat(Snapshot.of(root)).isEqualTo(before);
    assertThat(journals).isEmptyDirectory();
  }

  @Test
  void undoOfAFirstInstallationRemovesTheFolderToo() throws Exception {
    Map<String, String> before = Snapshot.of(root);
    try (Installation installation = install(Disk.real())) {
      assertThat(installation.undo()).isEmpty();
    }
    assertThat(Snapshot.of(root)).isEqualTo(before);
  }

  @Test
  void undoLeavesAFileAloneThatSomebodyChangedSince() throws Exception {
    installedBefore();
    Path pass = root.resolve("certs").resolve("cert.pass");
    try (Installation installation = install(Disk.real())) {
      Files.writeString(pass, "edited by hand");
      assertThat(installation.undo())
          .extracting(problem -> problem.key())
          .containsExactly("files.problem.changed-since-backup");
    }
    assertThat(pass).hasContent("edited by hand");
  }

  @Test
  void theSamePairAgainChangesNothing() throws Exception {
    install(Disk.real()).close();
    Map<String, String> before = Snapshot.of(root);
    assertThat(installed(Disk.real())).isInstanceOf(AlreadyThere.class);
    assertThat(Snapshot.of(root)).isEqualTo(before);
  }

  @Test
  void whicheverOperationFailsThePairIsOldAndOldOrNewAndNew() throws Exception {
    installedBefore();
    FaultyDisk counting = FaultyDisk.counting();
    install(counting.disk()).close();
    int count = counting.operations().size();
    int failures = 0;
    for (int i = 0; i < count; i++) {
      freshTool();
      installedBefore();
      Map<String, String> before = Snapshot.of(root);
      FaultyDisk faulty =
          FaultyDisk.failingAt(
              Set.of(i), i % 2 == 0, () -> new FileSystemException("x", null, "No space left"));
      try (Installation installation = install(faulty.disk())) {
        InstallOutcome outcome = installation.outcomes().getFirst();
        if (outcome instanceof RolledBack back) {
          failures++;
          assertThat(back.problem().key()).isIn("files.problem.full", "files.problem.journal");
          Recovery.recover(Disk.real(), journals);
          assertThat(Snapshot.of(root)).as("operation " + i).isEqualTo(before);
          continue;
        }
        assertThat(outcome).isInstanceOf(Installed.class);
      }
      Recovery.recover(Disk.real(), journals);
      assertThat(state()).isInstanceOf(InstalledState.ThisCertificate.class);
      assertThat(Snapshot.of(root.resolve("certs"))).hasSize(6);
    }
    assertThat(failures).isGreaterThan(25);
  }

  @Test
  void withoutTheRightToWriteTheAdministratorGetsACommand() throws Exception {
    installedBefore();
    FaultyDisk counting = FaultyDisk.counting();
    install(counting.disk()).close();
    int create = counting.operations().indexOf("createFile");
    freshTool();
    installedBefore();
    Map<String, String> before = Snapshot.of(root);
    FaultyDisk faulty =
        FaultyDisk.failingAt(Set.of(create), false, () -> new AccessDeniedException("x"));
    assertThat(installed(faulty.disk()))
        .isInstanceOfSatisfying(
            NeedsAdminRights.class,
            admin -> {
              assertThat(admin.command())
                  .isEqualTo(
                      "sudo mkdir -p '"
                          + root.resolve("certs")
                          + "' && sudo install -m 644 '/out put/cert.jks' '/out put/cert.pass' '"
                          + root.resolve("certs")
                          + "'");
              assertThat(admin.problem().key()).isEqualTo("install.problem.not-writable");
            });
    assertThat(Snapshot.of(root)).isEqualTo(before);
  }

  @Test
  void aFileHeldOpenNamesTheToolToClose() throws Exception {
    installedBefore();
    FaultyDisk counting = FaultyDisk.counting();
    install(counting.disk()).close();
    int move = counting.operations().indexOf("move");
    freshTool();
    installedBefore();
    FaultyDisk faulty =
        FaultyDisk.failingAt(
            Set.of(move),
            false,
            () ->
                new FileSystemException(
                    "x",
                    null,
                    "The process cannot access the file because it is being used by another"
                        + " process"));
    assertThat(installed(faulty.disk()))
        .isInstanceOfSatisfying(
            RolledBack.class,
            back -> {
              assertThat(back.problem().key()).isEqualTo("install.problem.locked");
              assertThat(back.problem().args().getFirst()).isEqualTo("Cameo Systems Modeler 2021x");
              assertThat(back.leftBehind()).isEmpty();
            });
  }

  @Test
  void aLinkInTheWayIsRefusedAndItsTargetStaysAsItIs() throws Exception {
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("cert.jks"), "precious");
    Files.createSymbolicLink(root.resolve("certs"), elsewhere);
    assertRolledBack("install.problem.link");
    freshTool();
    Files.createDirectories(root.resolve("certs"));
    Files.createSymbolicLink(
        root.resolve("certs").resolve("cert.jks"), elsewhere.resolve("cert.jks"));
    assertRolledBack("install.problem.link");
    assertThat(elsewhere.resolve("cert.jks")).hasContent("precious");
    assertThat(Snapshot.of(elsewhere)).hasSize(2);
  }

  @Test
  void aMissingFolderAndAFileAreRefusedEachInItsWords() throws Exception {
    tool = new FoundTool("MagicDraw", "", temp.resolve("gone"));
    assertRolledBack("install.problem.missing");
    tool = new FoundTool("MagicDraw", "", Files.writeString(temp.resolve("file"), "x"));
    assertRolledBack("install.problem.not-a-folder");
  }

  private void assertRolledBack(String key) {
    assertThat(installed(Disk.real()))
        .isInstanceOfSatisfying(
            RolledBack.class, back -> assertThat(back.problem().key()).isEqualTo(key));
  }

  @Test
  void oneToolFailingDoesNotStopTheOthers() throws Exception {
    FoundTool first = tool;
    freshTool();
    FoundTool gone = new FoundTool("MagicDraw", "", temp.resolve("gone"));
    try (Installation installation =
        installer(Disk.real()).install(pair(newer), List.of(first, gone, tool), Optional.empty())) {
      assertThat(installation.outcomes())
          .hasExactlyElementsOfTypes(Installed.class, RolledBack.class, Installed.class);
    }
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
