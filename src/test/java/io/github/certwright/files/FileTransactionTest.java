package io.github.certwright.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTransactionTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);

  @TempDir private Path temp;

  private FileTransaction begin(Disk disk) throws ProblemException {
    return FileTransaction.begin(disk, temp.resolve("state").resolve("journals"), CLOCK);
  }

  private void replace(Disk disk, Path file, String content) throws ProblemException {
    try (FileTransaction transaction = begin(disk)) {
      transaction.write(file, content.getBytes(UTF_8), Access.OWNER_ONLY);
      transaction.commit();
    }
  }

  /** Run with umask 000 by the test below. */
  static final class Umask {
    private Umask() {}

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      Disk disk = new RealDisk();
      disk.createFile(folder.resolve("at-once"), Access.OWNER_ONLY);
      disk.createFile(folder.resolve("at-once-shared"), Access.AS_FOLDER);
      disk.createFolder(folder.resolve("folder"), Access.OWNER_ONLY);
      try (FileTransaction transaction =
          FileTransaction.begin(disk, folder.resolve("journals"), CLOCK)) {
        transaction.write(folder.resolve("KeyStore.jks"), new byte[3], Access.OWNER_ONLY);
        transaction.write(folder.resolve("cert.jks"), new byte[3], Access.AS_FOLDER);
        transaction.commit();
      }
    }
  }

  @Test
  void secretsAreForTheirOwnerOnlyFromCreationEvenAtUmask000() throws Exception {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-x---"));
    Programs.Ran ran =
        Programs.run(
            List.of(
                "sh",
                "-c",
                "umask 000; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Umask.class.getName(),
                temp.toString()));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    assertThat(mode("at-once")).isEqualTo("rw-------");
    assertThat(mode("at-once-shared")).isEqualTo("rw-------");
    assertThat(mode("folder")).isEqualTo("rwx------");
    assertThat(mode("journals")).isEqualTo("rwx------");
    assertThat(mode("KeyStore.jks")).isEqualTo("rw-------");
    assertThat(mode("cert.jks")).isEqualTo("rw-r-----");
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(name)));
  }

  @Test
  void onWindowsSecretsGetAnAccessListWithTheirOwnerAlone() throws Exception {
    try (FileSystem files =
        Jimfs.newFileSystem(
            Configuration.windows().toBuilder()
                .setAttributeViews("basic", "owner", "dos", "acl")
                .build())) {
      Path folder = Files.createDirectory(files.getPath("C:\\out"));
      FileAttribute<?>[] secret =
          Rights.forNewFile(folder.resolve("KeyStore.jks"), Access.OWNER_ONLY);
      assertThat(secret).singleElement().extracting(FileAttribute::name).isEqualTo("acl:acl");
      assertThat(secret[0].value())
          .asInstanceOf(InstanceOfAssertFactories.list(AclEntry.class))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.principal().getName()).isEqualTo(System.getProperty("user.name"));
                assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
              });
      assertThat(Rights.forNewFile(folder.resolve("cert.jks"), Access.AS_FOLDER)).isEmpty();
      // This made-up disk cannot take an access list at creation: then nothing is written at all.
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> FileTransaction.begin(Disk.real(), folder.resolve("state"), CLOCK))
          .satisfies(e -> assertThat(e.problem().key()).isEqualTo("files.problem.journal"));
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void backupsOfOneSecondNeverCollide() throws Exception {
    Path file = temp.resolve("KeyStore.jks");
    for (String content : List.of("1", "2", "3", "4")) {
      replace(Disk.real(), file, content);
    }
    assertThat(file).hasContent("4");
    assertThat(temp.resolve("KeyStore.jks.backup-20261121-201455")).hasContent("1");
    assertThat(temp.resolve("KeyStore.jks.backup-20261121-201455-2")).hasContent("2");
    assertThat(temp.resolve("KeyStore.jks.backup-20261121-201455-3")).hasContent("3");
  }

  @Test
  void whereSecondNamesAreImpossibleACopyIsTheBackup() throws Exception {
    replace(Disk.real(), temp.resolve("other"), "makes the journal's folder");
    Path file = Files.writeString(temp.resolve("KeyStore.jks"), "old");
    Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file);
    Map<String, String> before = Snapshot.of(temp);
    FaultyDisk counting = FaultyDisk.counting();
    replace(counting.disk(), file, "new");
    Files.move(
        temp.resolve("KeyStore.jks.backup-20261121-201455"),
        file,
        StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(file, modes);
    FaultyDisk faulty =
        FaultyDisk.failingAt(
            Set.of(counting.operations().indexOf("link")),
            false,
            () -> new FileSystemException("x", null, "Operation not supported"));
    try (FileTransaction transaction = begin(faulty.disk())) {
      transaction.write(file, "new".getBytes(UTF_8), Access.OWNER_ONLY);
      assertThat(faulty.operations()).contains("copy");
      assertThat(temp.resolve("KeyStore.jks.backup-20261121-201455")).hasContent("old");
      assertThat(file).hasContent("new");
      assertThat(transaction.rollback()).isEmpty();
    }
    assertThat(Snapshot.of(temp)).containsAllEntriesOf(before);
    assertThat(temp.resolve("KeyStore.jks.backup-20261121-201455")).doesNotExist();
  }

  @Test
  void linksAndFoldersInTheWayAreRefused() throws Exception {
    Path precious = Files.writeString(temp.resolve("precious"), "precious");
    Path link = Files.createSymbolicLink(temp.resolve("cert.jks"), precious);
    Path folder = Files.createDirectory(temp.resolve("cert.pass"));
    assertRefused(link, "files.problem.link");
    assertRefused(folder, "files.problem.not-a-file");
    assertRefused(precious.resolve("below"), "files.problem.not-a-folder");
    assertRefused(temp.resolve("gone").resolve("file"), "files.problem.missing");
    assertThat(precious).hasContent("precious");
    assertThat(temp.resolve("state").resolve("journals")).isEmptyDirectory();
  }

  private void assertRefused(Path target, String key) throws Exception {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> replace(Disk.real(), target, "x"))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo(key));
  }

  @Test
  void twoRunsInOneFolderAreKeptApart() throws Exception {
    Path file = temp.resolve("KeyStore.jks");
    try (FileTransaction first = begin(Disk.real())) {
      first.write(file, "first".getBytes(UTF_8), Access.OWNER_ONLY);
      assertRefused(file, "files.problem.in-use");
      assertThat(file).hasContent("first");
      first.commit();
    }
    replace(Disk.real(), file, "second");
    assertThat(file).hasContent("second");
  }

  @Test
  void aNameAbove255BytesIsExplained() throws Exception {
    assertRefused(temp.resolve("x".repeat(300)), "files.problem.too-long");
  }

  @Test
  void aFileHeldByAnotherProgramIsTriedAgain() throws Exception {
    List<Long> pauses = new ArrayList<>();
    Path from = Files.writeString(temp.resolve("from"), "x");
    FaultyDisk busy =
        FaultyDisk.failingAt(
            Set.of(0, 1, 2),
            false,
            () -> new FileSystemException("x", null, "Device or resource busy"));
    new PatientDisk(busy.disk(), pauses::add).move(from, temp.resolve("to"));
    assertThat(pauses).hasSize(3);
    assertThat(temp.resolve("to")).hasContent("x");
    FaultyDisk full =
        FaultyDisk.failingAt(
            Set.of(0), false, () -> new FileSystemException("x", null, "No space left on device"));
    Disk patient = new PatientDisk(full.disk(), pauses::add);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> patient.move(temp.resolve("to"), from));
    assertThat(pauses).hasSize(3);
  }

  @Test
  void aJournalThatCannotBeWrittenStopsBeforeAnythingChanges() throws Exception {
    Files.writeString(temp.resolve("state"), "a file is in the way");
    assertRefused(temp.resolve("KeyStore.jks"), "files.problem.journal");
    assertThat(temp.resolve("KeyStore.jks")).doesNotExist();
  }

  @Test
  void everyKindOfRefusalHasItsOwnSentence() {
    assertKey("No space left on device", "files.problem.full");
    assertKey("Disk quota exceeded", "files.problem.full");
    assertKey("Read-only file system", "files.problem.read-only");
    assertKey("Input/output error", "files.problem.broken-disk");
    assertKey("Data error (cyclic redundancy check)", "files.problem.broken-disk");
    assertKey("Device or resource busy", "files.problem.locked");
    assertKey("Operation not permitted", "files.problem.no-right");
    assertKey("something never heard of", "files.problem.other");
    assertThat(DiskProblem.of(new AccessDeniedException("x"), temp).key())
        .isEqualTo("files.problem.no-right");
    IOException crossing =
        new AtomicMoveNotSupportedException("x", "y", "Invalid cross-device link");
    assertThat(DiskProblem.of(crossing, temp).key()).isEqualTo("files.problem.no-atomic-move");
  }

  private void assertKey(String reason, String key) {
    assertThat(DiskProblem.of(new FileSystemException("x", null, reason), temp).key())
        .isEqualTo(key);
  }
}
