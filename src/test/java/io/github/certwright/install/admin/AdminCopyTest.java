package io.github.certwright.install.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.files.Content;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.files.Snapshot;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.ClientPair;
import io.github.certwright.install.InstalledState;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.testing.SamplePair;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run with an administrator's rights does what was agreed to, or nothing. */
class AdminCopyTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);
  private static SamplePair older;
  private static SamplePair newer;

  @TempDir private Path temp;
  private Path tool;
  private Path journals;
  private StagingFolder staging;

  @BeforeAll
  static void make() {
    older = SamplePair.make("old.example.com", "old password");
    newer = SamplePair.make("new.example.com", "new password");
  }

  @BeforeEach
  void stage() throws Exception {
    tool = tool("Größe 工具 'x'");
    journals = temp.resolve("state").resolve("journals");
    staging = stage(tool);
  }

  @AfterEach
  void clean() {
    staging.close();
  }

  private Path tool(String name) throws Exception {
    Path folder = temp.resolve("opt").resolve(name);
    for (String part : List.of("bin", "lib", "plugins")) {
      Files.createDirectories(folder.resolve(part));
    }
    Files.writeString(folder.resolve("bin/csm.properties"), "JAVA_HOME=\n");
    return folder;
  }

  private static ClientPair pair(SamplePair sample) {
    return new ClientPair(
        sample.store(), sample.password(), sample.fingerprint(), sample.notAfter());
  }

  private static StagingFolder stage(Path... tools) throws Exception {
    try (ClientPair pair = pair(newer)) {
      return StagingFolder.make(Disk.real(), pair, List.of(tools));
    }
  }

  private AdminCopy copy() {
    return new AdminCopy(
        Disk.real(),
        journals,
        CLOCK,
        new Machine(OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), temp));
  }

  private List<CopyResult> run() throws ProblemException {
    return copy().run(staging.path(), staging.digest());
  }

  private void refusedWhole(String digest, String key) throws Exception {
    Map<String, String> before = Snapshot.of(temp);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> copy().run(staging.path(), digest))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo(key));
    assertThat(Snapshot.of(temp)).isEqualTo(before);
  }

  private void refusedFor(Path folder, String key) throws Exception {
    staging.close();
    staging = stage(folder);
    Map<String, String> before = Snapshot.of(temp.resolve("opt"));

    assertThat(run())
        .extracting(CopyResult::problem)
        .extracting(problem -> problem.map(Problem::key).orElse("installed"))
        .containsExactly(key);
    assertThat(Snapshot.of(temp.resolve("opt"))).isEqualTo(before);
  }

  private static InstalledState state(Path folder) {
    return new CertsFolder(folder).state(Optional.of(newer.fingerprint()));
  }

  @Test
  void thePairIsCopiedAndTheOlderOneKept() throws Exception {
    Path certs = Files.createDirectory(tool.resolve("certs"));
    Files.write(certs.resolve("cert.jks"), older.store());
    Files.write(certs.resolve("cert.pass"), older.password());

    List<CopyResult> results = CopyResult.read(lines(run()), FileSystems.getDefault());

    assertThat(state(tool)).isInstanceOf(InstalledState.ThisCertificate.class);
    assertThat(results).hasSize(1);
    assertThat(results.getFirst().tool()).isEqualTo(tool);
    assertThat(results.getFirst().problem()).isEmpty();
    assertThat(results.getFirst().changes())
        .extracting(change -> change.backup().orElseThrow())
        .allMatch(Files::exists);
    assertThat(journals).isEmptyDirectory();
  }

  private static String lines(List<CopyResult> results) {
    return String.join("\n", results.stream().map(CopyResult::toJson).toList());
  }

  @Test
  void whatIsStagedIsTheUsersAloneAndGoesAway() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(staging.path())))
        .isEqualTo("rwx------");
    for (String name : List.of("cert.jks", "cert.pass", "install.json")) {
      Path file = staging.path().resolve(name);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }

    staging.close();

    assertThat(staging.path()).doesNotExist();
  }

  @Test
  void aManifestSwappedAfterStagingChangesNothing() throws Exception {
    String digest = staging.digest();
    Path other = tool("other");
    try (StagingFolder forged = stage(tool, other)) {
      Files.write(
          staging.path().resolve("install.json"),
          Files.readAllBytes(forged.path().resolve("install.json")));
      refusedWhole(digest, "install.admin.problem.swapped");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cert.jks", "cert.pass"})
  void aStagedFileReplacedChangesNothing(String name) throws Exception {
    Files.write(
        staging.path().resolve(name), name.equals("cert.jks") ? older.store() : older.password());

    refusedWhole(staging.digest(), "install.admin.problem.swapped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cert.jks", "cert.pass", "install.json"})
  void aStagedFileThatIsALinkIsNotFollowed(String name) throws Exception {
    Path file = staging.path().resolve(name);
    Path elsewhere = temp.resolve("elsewhere");
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);

    refusedWhole(staging.digest(), "install.admin.problem.swapped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cert.jks", "cert.pass", "install.json"})
  void aHugeFileIsNotReadWhole(String name) throws Exception {
    try (RandomAccessFile file =
        new RandomAccessFile(staging.path().resolve(name).toFile(), "rw")) {
      file.setLength(1L << 40);
    }

    refusedWhole(staging.digest(), "install.admin.problem.swapped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cert.jks", "cert.pass", "install.json"})
  void aMissingFileChangesNothing(String name) throws Exception {
    Files.delete(staging.path().resolve(name));

    refusedWhole(staging.digest(), "install.admin.problem.swapped");
  }

  private void manifestRefused(String from, String to, String key) throws Exception {
    Path file = staging.path().resolve("install.json");
    String manifest = Files.readString(file).replace(from, to);
    Files.writeString(file, manifest);
    String digest = Content.sha256(manifest.getBytes(StandardCharsets.UTF_8));

    assertThat(digest).isNotEqualTo(staging.digest());
    refusedWhole(digest, key);
  }

  @Test
  void aNewerFormatIsRefusedForThatReason() throws Exception {
    manifestRefused("\"format\":1", "\"format\":2", "install.admin.problem.newer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"format\":0",
        "{\"format\":\"1\"",
        "{\"extra\":true,\"format\":1",
        "{\"format\":1,\"format\":1",
        "[{\"format\":1",
        "{\"tools\":[\"/etc\"],\"format\":1",
        ""
      })
  void aManifestThatSaysAnythingElseIsRefused(String start) throws Exception {
    manifestRefused("{\"format\":1", start, "install.admin.problem.manifest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "/opt/../etc", "", "/nul\\u0000"})
  void aDetourIsNoTarget(String path) throws Exception {
    manifestRefused("\"" + tool + "\"", "\"" + path + "\"", "install.admin.problem.manifest");
  }

  @Test
  void aPairOfAnotherCertificateThanAnnouncedIsRefused() throws Exception {
    manifestRefused(
        newer.fingerprint().hex(), older.fingerprint().hex(), "install.admin.problem.pair");
  }

  @Test
  void aPrivateKeyIsNeverCopied() throws Exception {
    byte[] withKey = newer.serverStore();
    String staged = Content.sha256(Files.readAllBytes(staging.path().resolve("cert.jks")));
    Files.write(staging.path().resolve("cert.jks"), withKey);

    manifestRefused(staged, Content.sha256(withKey), "install.admin.problem.pair");
  }

  @Test
  void whatIsNoToolIsNotWrittenTo() throws Exception {
    refusedFor(
        Files.createDirectories(temp.resolve("opt/home")), "install.admin.problem.not-a-tool");
    refusedFor(temp.resolve("opt/missing"), "install.problem.missing");
  }

  @Test
  void aLinkInTheToolsFolderIsRefused() throws Exception {
    Path elsewhere = Files.createDirectories(temp.resolve("opt/elsewhere"));
    Path certs = tool.resolve("certs");
    Files.createSymbolicLink(certs, elsewhere);
    refusedFor(tool, "install.problem.link");

    Files.delete(certs);
    Files.createDirectory(certs);
    Files.createSymbolicLink(certs.resolve("cert.pass"), elsewhere.resolve("shadow"));
    refusedFor(tool, "install.problem.link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opt", "opt/Größe 工具 'x'", "opt/Größe 工具 'x'/certs"})
  void aFolderThatOthersMayChangeIsRefused(String open) throws Exception {
    Files.createDirectory(tool.resolve("certs"));
    Files.setPosixFilePermissions(temp.resolve(open), PosixFilePermissions.fromString("rwxrwxrwx"));

    refusedFor(tool, "install.admin.problem.open-folder");
  }

  @Test
  void aLinkThatOthersMayTurnIsRefusedAndOneOfTheAdministratorsIsFollowed() throws Exception {
    Path links = Files.createDirectory(temp.resolve("opt/links"));
    Path link = Files.createSymbolicLink(links.resolve("modeler"), Path.of("../").resolve(tool));
    Files.setPosixFilePermissions(links, PosixFilePermissions.fromString("rwxrwxrwx"));
    refusedFor(link, "install.admin.problem.open-folder");

    Files.setPosixFilePermissions(links, PosixFilePermissions.fromString("rwxr-xr-x"));
    staging.close();
    staging = stage(link);

    assertThat(run().getFirst().problem()).isEmpty();
    assertThat(state(tool)).isInstanceOf(InstalledState.ThisCertificate.class);
  }

  @Test
  void linksInCirclesEnd() throws Exception {
    Path link = temp.resolve("opt/circle");
    Files.createSymbolicLink(link, Path.of("circle"));

    refusedFor(link, "install.problem.link");
  }

  @Test
  void oneToolFailingDoesNotStopTheOthers() throws Exception {
    Path second = tool("second");
    staging.close();
    staging = stage(temp.resolve("opt/missing"), second, tool);

    assertThat(run())
        .extracting(result -> result.problem().isEmpty())
        .containsExactly(false, true, true);
    assertThat(state(second)).isInstanceOf(InstalledState.ThisCertificate.class);
  }

  @Test
  void aJournalThatOthersMayWriteIsNoOrder() throws Exception {
    Files.createDirectories(journals);
    Files.setPosixFilePermissions(journals, PosixFilePermissions.fromString("rwxrwxrwx"));

    refusedWhole(staging.digest(), "install.admin.problem.open-folder");
  }

  @Test
  void onlyWhatIsAResultIsReadBack() {
    String printed = "Authenticating\n{\"tool\":\n{}\n{\"tool\":7}\n[1]\n\u0000{";

    assertThat(CopyResult.read(printed, FileSystems.getDefault())).isEmpty();
  }
}
