package io.github.certwright.check;

import static io.github.certwright.check.TestCertificate.good;
import static io.github.certwright.check.TestCertificate.pair;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.check.TestCertificate.Made;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.kit.ClientKit;
import io.github.certwright.kit.KitManifest;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {
  @TempDir Path folder;

  private final Secret password = Secret.ofText("server-secret");
  private final Made made = good().make();

  @AfterEach
  void wipe() {
    password.close();
  }

  private CheckReport check(String name, byte[] bytes, Optional<Secret> secret) throws IOException {
    return check(Files.write(folder.resolve(name), bytes), secret);
  }

  private static CheckReport check(Path file, Optional<Secret> secret) {
    CheckReport report = new FileCheck(TestCertificate.clock()).check(file, secret);
    ConnectionCheckTest.sayable(report);
    return report;
  }

  private byte[] server(StoreFormat format) {
    return KeystoreWriter.server(format, "twc", made.key(), made.certificate(), password);
  }

  private byte[] client(StoreFormat format) {
    return KeystoreWriter.client(format, "twc", made.certificate(), password);
  }

  private static void verdict(CheckReport report, Level level, String key) {
    assertThat(report.verdict().key()).isEqualTo(key);
    assertThat(report.level()).isEqualTo(level);
  }

  @Test
  void aJksKeystoreTellsItsCertificatesWithoutAPassword() throws IOException {
    CheckReport report = check("KeyStore.jks", server(StoreFormat.JKS), Optional.empty());
    verdict(report, Level.GREEN, "check.verdict.keystore");
    assertThat(report.verdict().args())
        .containsExactly("twcloud.example.com", made.certificate().getNotAfter().toInstant());
    assertThat(report.chain()).containsExactly(made.certificate());
    assertThat(report.contents().orElseThrow().opened()).isFalse();
    verdict(
        check("cert.jks", client(StoreFormat.JKS), Optional.empty()),
        Level.GREEN,
        "check.verdict.clientStore");
  }

  @Test
  void everyFormatOpensWithItsPassword() throws IOException {
    for (StoreFormat format : StoreFormat.values()) {
      verdict(
          check("KeyStore.p12", server(format), Optional.of(password)),
          Level.GREEN,
          "check.verdict.keystore");
      verdict(
          check("client.p12", client(format), Optional.of(password)),
          Level.GREEN,
          "check.verdict.clientStore");
    }
  }

  @Test
  void aLockedKeystoreIsNotCalledDamaged() throws IOException {
    verdict(
        check("keystore.p12", server(StoreFormat.PKCS12), Optional.empty()),
        Level.AMBER,
        "check.file.locked");
  }

  @Test
  void aWrongPasswordStillShowsWhatCanBeSeen() throws IOException {
    try (Secret wrong = Secret.ofText("not this one")) {
      CheckReport jks = check("KeyStore.jks", server(StoreFormat.JKS), Optional.of(wrong));
      verdict(jks, Level.RED, "keystore.read.problem.wrongPassword");
      assertThat(jks.findings()).extracting(Finding::key).contains("check.entry.key");
      CheckReport p12 = check("keystore.p12", server(StoreFormat.PKCS12), Optional.of(wrong));
      verdict(p12, Level.RED, "keystore.read.problem.wrongPassword");
    }
  }

  @Test
  void damagedForeignEmptyAndMissingFilesAreFourDifferentThings() throws IOException {
    byte[] whole = server(StoreFormat.JKS);
    verdict(
        check("cut.jks", Arrays.copyOf(whole, whole.length / 2), Optional.empty()),
        Level.RED,
        "keystore.read.problem.damaged");
    verdict(
        check("holiday.jks", "a photograph".getBytes(StandardCharsets.US_ASCII), Optional.empty()),
        Level.RED,
        "keystore.read.problem.notAKeystore");
    verdict(check("empty.jks", new byte[0], Optional.empty()), Level.RED, "check.file.nothing");
    verdict(check(folder.resolve("gone.jks"), Optional.empty()), Level.RED, "check.file.missing");
    verdict(check(folder, Optional.empty()), Level.RED, "check.file.notAFile");
  }

  @Test
  void aKeystoreOfANewerVersionIsNotCalledDamaged() throws IOException {
    byte[] newer = server(StoreFormat.JKS);
    newer[7] = 9;
    verdict(check("newer.jks", newer, Optional.empty()), Level.RED, "keystore.read.problem.newer");
  }

  @Test
  void certificatesAreReadInEveryForm() throws Exception {
    String name = "check.verdict.certificate";
    byte[] der = made.certificate().getEncoded();
    String pem = CertificateReader.pem(made.certificate());
    byte[] bundle =
        CertificateFactory.getInstance("X.509")
            .generateCertPath(List.of(made.certificate()))
            .getEncoded("PKCS7");
    verdict(check("certificate.cer", der, Optional.empty()), Level.GREEN, name);
    verdict(
        check("c.crt", ("a note\n" + pem).getBytes(StandardCharsets.US_ASCII), Optional.empty()),
        Level.GREEN,
        name);
    verdict(check("reply.p7b", bundle, Optional.empty()), Level.GREEN, name);
    verdict(check("wrong.jks", der, Optional.empty()), Level.GREEN, name);
  }

  @Test
  void anExpiredEntryIsTheVerdict() throws Exception {
    Made old = good().from(-900).until(-3).key(pair("EC", 256, "older")).make();
    byte[] store = KeystoreWriter.client(StoreFormat.JKS, "twc", old.certificate(), password);
    verdict(check("cert.jks", store, Optional.empty()), Level.RED, "check.end.over");
    verdict(
        check("old.cer", old.certificate().getEncoded(), Optional.empty()),
        Level.RED,
        "check.end.over");
  }

  @Test
  void aPrivateKeyInAClientFileIsNoticed() throws IOException {
    verdict(
        check("cert.jks", server(StoreFormat.JKS), Optional.empty()),
        Level.AMBER,
        "check.file.keyInClient");
  }

  @Test
  void aPkcs12FileUnderTheOldNameIsOnlyAHint() throws IOException {
    CheckReport report = check("KeyStore.jks", server(StoreFormat.PKCS12), Optional.of(password));
    verdict(report, Level.GREEN, "check.verdict.keystore");
    assertThat(report.findings()).extracting(Finding::key).contains("check.file.pkcs12");
  }

  @Test
  void keysAndRequestsAsTextAreNamed() throws IOException {
    verdict(
        check(
            "k.pem",
            "-----BEGIN PRIVATE KEY-----\nAA==\n".getBytes(StandardCharsets.US_ASCII),
            Optional.empty()),
        Level.AMBER,
        "check.file.privateKey");
    verdict(
        check(
            "r.csr",
            "-----BEGIN CERTIFICATE REQUEST-----\n".getBytes(StandardCharsets.US_ASCII),
            Optional.empty()),
        Level.AMBER,
        "check.file.request");
    verdict(
        check(
            "b.pem",
            "-----BEGIN CERTIFICATE-----\nAA==\n".getBytes(StandardCharsets.US_ASCII),
            Optional.empty()),
        Level.RED,
        "keystore.certificate.problem.none");
  }

  @Test
  void opensslsUnmarkedCertificateIsSeenThoughJavaDoesNotSeeIt() throws Exception {
    Path pem =
        Files.writeString(folder.resolve("c.pem"), CertificateReader.pem(made.certificate()));
    Path out = folder.resolve("nokeys.p12");
    Programs.Ran ran =
        Programs.run(
            List.of(
                "openssl",
                "pkcs12",
                "-export",
                "-nokeys",
                "-in",
                pem.toString(),
                "-out",
                out.toString(),
                "-passout",
                "pass:server-secret"));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    verdict(check(out, Optional.of(password)), Level.AMBER, "check.entry.unmarked");
  }

  @Test
  void aToolsFolderIsOpenedAsTheToolWouldOpenIt() throws IOException {
    Path certs = Files.createDirectories(folder.resolve("CSM").resolve("certs"));
    Files.write(certs.resolve("cert.jks"), client(StoreFormat.JKS));
    Files.writeString(certs.resolve("cert.pass"), "server-secret\n");
    CheckReport report = check(certs.getParent(), Optional.empty());
    verdict(report, Level.GREEN, "check.verdict.clientStore");
    assertThat(report.contents().orElseThrow().opened()).isTrue();
    Files.writeString(certs.resolve("cert.pass"), "another");
    verdict(
        check(certs.getParent(), Optional.empty()),
        Level.RED,
        "keystore.read.problem.wrongPassword");
  }

  private byte[] kit(byte[] store) {
    KitManifest manifest =
        new KitManifest(
            List.of("twcloud.example.com"),
            10002,
            Fingerprint.of(made.certificate()),
            made.certificate().getNotAfter().toInstant(),
            TestCertificate.now());
    byte[] pass = "server-secret".getBytes(StandardCharsets.US_ASCII);
    return ClientKit.write(manifest, made.certificate(), store, pass, Text.english());
  }

  @Test
  void aClientKitIsOpenedAndJudged() throws IOException {
    verdict(
        check("client-kit.zip", kit(client(StoreFormat.JKS)), Optional.empty()),
        Level.GREEN,
        "check.verdict.kit");
    verdict(
        check("client-kit.zip", kit(server(StoreFormat.JKS)), Optional.empty()),
        Level.RED,
        "kit.problem.key");
  }
}
