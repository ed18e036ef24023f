package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.text.Text;
import io.github.certwright.tls.TlsProbe;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates in every form in which other programs hand them out. */
class PairSourcesTest {
  private static final SamplePair PAIR = SamplePair.make("tw.example.com", "Client-horse9");

  @TempDir private Path root;
  private Clock clock = Clock.system(ZoneOffset.UTC);

  @BeforeEach
  void aCertificateAndAPassword() throws Exception {
    Files.writeString(root.resolve("c.pem"), CertificateReader.pem(PAIR.issued().certificate()));
    Files.writeString(root.resolve("word"), "Client-horse9");
  }

  private ReadPair read(PairSource source) throws ProblemException {
    Workbench bench =
        new Workbench(
            new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), root),
            Disk.real(),
            root.resolve("journals"),
            clock,
            new SecureRandom(),
            Text.english());
    return new PairReader(bench, new TlsProbe()).read(source, () -> false);
  }

  private Path made(String name, String command) {
    Path file = root.resolve(name);
    List<String> words =
        Stream.of(command.split(" "))
            .map(word -> word.replaceAll("^IN$", root.resolve("c.pem").toString()))
            .map(word -> word.replaceAll("^OUT$", file.toString()))
            .map(word -> word.replace("WORD", root.resolve("word").toString()))
            .map(word -> word.equals("keytool") ? Programs.keytools().getFirst() : word)
            .toList();
    Programs.Ran ran = Programs.run(words);
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return file;
  }

  /** Whether the pair opens with its own password and trusts the one certificate. */
  private static void assertFit(ReadPair pair) throws Exception {
    assertThat(pair.certificate()).isEqualTo(PAIR.issued().certificate());
    assertThat(pair.warnings()).isEmpty();
    try (Secret password = ClientPassword.read(pair.pair().password())) {
      assertThat(KeystoreReader.read(pair.pair().store(), password).trusted())
          .containsExactly(PAIR.issued().certificate());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openssl x509 -in IN -outform DER -out OUT",
        "openssl x509 -in IN -text -out OUT",
        "openssl crl2pkcs7 -nocrl -certfile IN -outform DER -out OUT",
        "openssl crl2pkcs7 -nocrl -certfile IN -outform PEM -out OUT",
      })
  void certificateFilesOfOpensslBecomeAPair(String command) throws Exception {
    try (ReadPair pair = read(new PairSource.Certificate(made("certificate", command)))) {
      assertFit(pair);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openssl pkcs12 -export -nokeys -in IN -out OUT -passout file:WORD",
        "openssl pkcs12 -export -nokeys -legacy -in IN -out OUT -passout file:WORD",
        "keytool -importcert -noprompt -alias tw -file IN -keystore OUT -storetype JKS"
            + " -storepass:file WORD",
        "keytool -importcert -noprompt -alias tw -file IN -keystore OUT -storetype PKCS12"
            + " -storepass:file WORD",
      })
  void storesOfOpensslAndKeytoolBecomeAPair(String command) throws Exception {
    Path store = made("store", command);
    try (Secret word = Secret.ofText("Client-horse9");
        ReadPair pair = read(new PairSource.Store(store, word))) {
      assertFit(pair);
    }
  }

  @Test
  void thePasswordBesideAStoreIsFoundWhenNoneIsGiven() throws Exception {
    Path store = Files.write(root.resolve("cert.jks"), PAIR.store());
    PairSource.Store source = new PairSource.Store(store, Secret.empty());
    assertKey(source, "keystore.read.problem.wrongPassword");

    Files.writeString(root.resolve("cert.pass"), "Client-horse9\n");
    try (ReadPair pair = read(source)) {
      assertFit(pair);
    }

    Files.write(root.resolve("cert.pass"), new byte[0]);
    assertKey(source, "keystore.pass.problem.empty");
    Files.writeString(root.resolve("cert.pass"), "another");
    assertKey(source, "keystore.read.problem.wrongPassword");
  }

  @Test
  void aPasswordThatIsGivenIsNotReplacedByTheOneBeside() throws Exception {
    Path store = Files.write(root.resolve("cert.jks"), PAIR.store());
    Files.writeString(root.resolve("cert.pass"), "Client-horse9");

    assertKey(
        new PairSource.Store(store, Secret.ofText("another")),
        "keystore.read.problem.wrongPassword");
  }

  private void assertKey(PairSource source, String key) {
    assertThatThrownBy(() -> read(source))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
  }

  @Test
  void aCertificateThatEndedOrHasNotBegunIsWarnedOfAndAllowed() throws Exception {
    Instant end = PAIR.notAfter();
    PairSource source = new PairSource.Certificate(root.resolve("c.pem"));

    clock = Clock.fixed(end.plus(Duration.ofSeconds(1)), ZoneOffset.UTC);
    assertWarned(source, "run.source.warning.expired");
    clock = Clock.fixed(end.minus(Duration.ofDays(36_500)), ZoneOffset.UTC);
    assertWarned(source, "run.source.warning.early");
    clock = Clock.fixed(end, ZoneOffset.UTC);
    try (ReadPair pair = read(source)) {
      assertThat(pair.warnings()).isEmpty();
    }
  }

  private void assertWarned(PairSource source, String key) throws ProblemException {
    try (ReadPair pair = read(source)) {
      assertThat(pair.warnings()).extracting(Problem::key).containsExactly(key);
      assertThat(pair.warnings().getFirst().stops()).isFalse();
      assertThat(Text.english().problem(pair.warnings().getFirst()).next()).isNotEmpty();
    }
  }
}
