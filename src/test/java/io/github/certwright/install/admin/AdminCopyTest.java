package io.github.certwright.install.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Content;
import io.github.certwright.install.InstalledState;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run with an administrator's rights does what was agreed to, or nothing. */
class AdminCopyTest extends StagedScene {
  @Test
  void thePairIsCopiedAndTheOlderOneKept() throws Exception {
    Path certs = Files.createDirectory(tool.resolve("certs"));
    Files.write(certs.resolve("cert.jks"), OLDER.store());
    Files.write(certs.resolve("cert.pass"), OLDER.password());

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
        staging.path().resolve(name), name.equals("cert.jks") ? OLDER.store() : OLDER.password());

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
        NEWER.fingerprint().hex(), OLDER.fingerprint().hex(), "install.admin.problem.pair");
  }

  @Test
  void aPrivateKeyIsNeverCopied() throws Exception {
    byte[] withKey = NEWER.serverStore();
    String staged = Content.sha256(Files.readAllBytes(staging.path().resolve("cert.jks")));
    Files.write(staging.path().resolve("cert.jks"), withKey);

    manifestRefused(staged, Content.sha256(withKey), "install.admin.problem.pair");
  }

  @Test
  void onlyWhatIsAResultIsReadBack() {
    String printed = "Authenticating\n{\"tool\":\n{}\n{\"tool\":7}\n[1]\n\u0000{";

    assertThat(CopyResult.read(printed, FileSystems.getDefault())).isEmpty();
  }
}
