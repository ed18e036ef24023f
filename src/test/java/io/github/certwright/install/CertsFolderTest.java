package io.github.certwright.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.testing.SamplePair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertsFolderTest {
  private final SamplePair older = SamplePair.make("old.example.com", "old password");
  private final SamplePair newer = SamplePair.make("new.example.com", "new password");

  @TempDir private Path root;

  private InstalledState state(SamplePair wanted) {
    return new CertsFolder(root).state(Optional.of(wanted.fingerprint()));
  }

  @Test
  void whatIsInstalledNowIsSaidInEveryCase() throws Exception {
    assertThat(state(newer)).isEqualTo(new InstalledState.Nothing());
    Path certs = Files.createDirectories(root.resolve("certs"));
    Files.write(certs.resolve("cert.jks"), older.store());
    Files.write(certs.resolve("cert.pass"), older.password());
    assertThat(state(newer))
        .isEqualTo(new InstalledState.OtherCertificate(older.fingerprint(), older.notAfter()));
    assertThat(state(older))
        .isEqualTo(new InstalledState.ThisCertificate(older.fingerprint(), older.notAfter()));
    Files.write(certs.resolve("cert.pass"), "another password".getBytes(UTF_8));
    assertThat(state(newer)).isEqualTo(new InstalledState.PasswordDoesNotOpen());
    Files.delete(certs.resolve("cert.pass"));
    assertThat(state(newer)).isEqualTo(new InstalledState.Half("cert.pass"));
    Files.writeString(certs.resolve("cert.pass"), "x");
    Files.writeString(certs.resolve("cert.jks"), "no keystore at all");
    assertThat(state(newer)).isInstanceOf(InstalledState.Unreadable.class);
    Files.delete(certs.resolve("cert.jks"));
    assertThat(state(newer)).isEqualTo(new InstalledState.Half("cert.jks"));
  }

  @Test
  void aDeviceThatNeverEndsIsNotReadInTheNameOfAFile() throws Exception {
    Path certs = Files.createDirectories(root.resolve("certs"));
    Path endless = Files.createSymbolicLink(certs.resolve("cert.jks"), Path.of("/dev/zero"));
    Files.writeString(certs.resolve("cert.pass"), "x");

    assertThat(state(newer))
        .isInstanceOfSatisfying(
            InstalledState.Unreadable.class,
            state -> assertThat(state.problem().key()).isEqualTo("install.problem.not-a-file"));
    Files.delete(endless);
  }

  @Test
  void aFileFarTooLargeForAKeystoreIsReadNoFurtherThanAnyReaches() throws Exception {
    Path certs = Files.createDirectories(root.resolve("certs"));
    Files.write(certs.resolve("cert.jks"), new byte[KeystoreReader.MAX_BYTES + 1]);
    Files.writeString(certs.resolve("cert.pass"), "x");

    assertThat(state(newer))
        .isInstanceOfSatisfying(
            InstalledState.Unreadable.class,
            state -> assertThat(state.problem().key()).isEqualTo("install.problem.too-large"));
  }
}
