package io.github.certwright.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.issue.Issued;
import io.github.certwright.keystore.KeystoreContents.EntryKind;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.CertificatePlan.NamePart;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.text.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeystoreTest {
  private static Issued issued;

  private final Secret password = Secret.ofText("Correct-horse 9");
  private final Secret wrong = Secret.ofText("Wrong-horse 9");

  @TempDir private Path folder;

  @BeforeAll
  static void issue() {
    CertificateMaker maker = new CertificateMaker(new SecureRandom());
    CertificatePlan plan =
        new CertificatePlan(
            List.of(new NamePart("CN", "twcloud.example.com")),
            List.of(new HostName.Dns("twcloud.example.com", "twcloud.example.com")),
            KeyChoice.RSA2048,
            Instant.now().minus(Duration.ofHours(1)),
            Instant.now().plus(Duration.ofDays(825)),
            "teamworkcloud");
    issued = maker.selfSigned(plan, maker.keyPair(plan.key()));
  }

  private byte[] server(StoreFormat format) {
    return KeystoreWriter.server(
        format, "teamworkcloud", issued.privateKey(), issued.certificate(), password);
  }

  private byte[] client(StoreFormat format) {
    return KeystoreWriter.client(format, "teamworkcloud", issued.certificate(), password);
  }

  private String keytool(String keytool, byte[] store) throws Exception {
    Path file = Files.write(folder.resolve("store"), store);
    Path pass = Files.writeString(folder.resolve("pass"), "Correct-horse 9");
    Programs.Ran ran =
        Programs.run(
            List.of(
                keytool,
                "-J-Duser.language=en",
                "-list",
                "-v",
                "-keystore",
                file.toString(),
                "-storepass:file",
                pass.toString()));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return ran.output();
  }

  @ParameterizedTest
  @EnumSource(StoreFormat.class)
  void keytoolOfEveryJavaReadsBothStores(StoreFormat format) throws Exception {
    for (String keytool : Programs.keytools()) {
      assertThat(keytool(keytool, server(format)))
          .contains(
              "Your keystore contains 1 entry",
              "Entry type: PrivateKeyEntry",
              "CN=twcloud.example.com");
      assertThat(keytool(keytool, client(format)))
          .contains("Your keystore contains 1 entry", "Entry type: trustedCertEntry")
          .doesNotContain("PrivateKeyEntry");
    }
  }

  @Test
  void jksIsRealJksAndPkcs12IsNot() {
    assertThat(server(StoreFormat.JKS)).startsWith(0xfe, 0xed, 0xfe, 0xed);
    assertThat(client(StoreFormat.JKS)).startsWith(0xfe, 0xed, 0xfe, 0xed);
    assertThat(client(StoreFormat.PKCS12)[0]).isEqualTo((byte) 0x30);
    assertThat(client(StoreFormat.PKCS12_JAVA8)[0]).isEqualTo((byte) 0x30);
  }

  @Test
  void opensslOpensTheOldPkcs12WithTripleDesOnly() throws Exception {
    Path file = Files.write(folder.resolve("old.p12"), server(StoreFormat.PKCS12_JAVA8));
    Path pass = Files.writeString(folder.resolve("pass"), "Correct-horse 9");
    Programs.Ran ran =
        Programs.run(
            List.of(
                "openssl",
                "pkcs12",
                "-in",
                file.toString(),
                "-passin",
                "file:" + pass,
                "-info",
                "-noout"));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    assertThat(ran.output())
        .contains("MAC: sha1", "pbeWithSHA1And3-KeyTripleDES-CBC")
        .doesNotContain("PBES2", "RC2");
  }

  @ParameterizedTest
  @EnumSource(StoreFormat.class)
  void theKeyOpensWithTheSamePasswordAsTheStore(StoreFormat format) throws Exception {
    var store = KeystoreReader.open(server(format), password);
    char[] chars = "Correct-horse 9".toCharArray();
    assertThat(store.getKey("teamworkcloud", chars)).isEqualTo(issued.privateKey());
  }

  @ParameterizedTest
  @EnumSource(StoreFormat.class)
  void readsBackWhatItWrote(StoreFormat format) throws Exception {
    KeystoreContents contents = KeystoreReader.read(client(format), password);
    assertThat(contents.trusted()).containsExactly(issued.certificate());
    assertThat(contents.key()).isEmpty();
    assertThat(KeystoreReader.read(server(format), password).key().orElseThrow().chain())
        .containsExactly(issued.certificate());
  }

  @ParameterizedTest
  @EnumSource(StoreFormat.class)
  void aWrongPasswordIsSaidToBeOne(StoreFormat format) {
    assertKey(
        () -> KeystoreReader.read(server(format), wrong), "keystore.read.problem.wrongPassword");
    assertKey(
        () -> KeystoreReader.read(client(format), wrong), "keystore.read.problem.wrongPassword");
  }

  @ParameterizedTest
  @EnumSource(StoreFormat.class)
  void aFileCutOffHalfWayIsSaidToBeDamaged(StoreFormat format) {
    byte[] whole = server(format);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertKey(() -> KeystoreReader.read(half, password), "keystore.read.problem.damaged");
  }

  @Test
  void jksShowsItsCertificatesWithoutThePassword() throws Exception {
    KeystoreContents contents = KeystoreReader.peek(server(StoreFormat.JKS));
    assertThat(contents.opened()).isFalse();
    assertThat(contents.key().orElseThrow().chain()).containsExactly(issued.certificate());
  }

  @Test
  void aCertificateFileOrTextIsNotAKeystore() throws Exception {
    byte[] der = issued.certificate().getEncoded();
    assertKey(() -> KeystoreReader.read(der, password), "keystore.read.problem.notAKeystore");
    assertKey(
        () -> KeystoreReader.read(new byte[0], password), "keystore.read.problem.notAKeystore");
    byte[] text = "hello, world".getBytes(StandardCharsets.UTF_8);
    assertKey(() -> KeystoreReader.read(text, password), "keystore.read.problem.notAKeystore");
  }

  @Test
  void aLaterVersionIsSaidToBeNewer() {
    byte[] jks = server(StoreFormat.JKS);
    jks[7] = 9;
    assertKey(() -> KeystoreReader.read(jks, password), "keystore.read.problem.newer");
    byte[] pkcs12 = server(StoreFormat.PKCS12);
    pkcs12[6] = 4;
    assertKey(() -> KeystoreReader.read(pkcs12, password), "keystore.read.problem.newer");
  }

  @Test
  void millionsOfPasswordRoundsAreRefusedBeforeTheyAreCounted() throws Exception {
    Pfx honest = Pfx.getInstance(server(StoreFormat.PKCS12));
    MacData mac = honest.getMacData();
    MacData endless = new MacData(mac.getMac(), mac.getSalt(), Integer.MAX_VALUE);
    byte[] bytes = new Pfx(honest.getAuthSafe(), endless).getEncoded();
    assertKey(() -> KeystoreReader.read(bytes, password), "keystore.read.problem.rounds");
  }

  @Test
  void aStoreThatOpensslMadeWithoutKeysIsNotTakenForEmpty() throws Exception {
    Path pem =
        Files.writeString(folder.resolve("c.pem"), CertificateReader.pem(issued.certificate()));
    Path out = folder.resolve("nokeys.p12");
    Path pass = Files.writeString(folder.resolve("pass"), "Correct-horse 9");
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
                "file:" + pass));
    assertThat(ran.exitCode()).as(ran.output()).isZero();

    KeystoreContents contents = KeystoreReader.read(Files.readAllBytes(out), password);

    assertThat(contents.trusted()).isEmpty();
    assertThat(contents.entries()).hasSize(1);
    assertThat(contents.entries().getFirst().kind()).isEqualTo(EntryKind.UNMARKED_CERTIFICATE);
    assertThat(contents.entries().getFirst().chain()).containsExactly(issued.certificate());
  }

  @ParameterizedTest
  @EnumSource(StoreFormat.class)
  void damagedFilesGiveProblemsAndNothingElse(StoreFormat format) {
    Text text = Text.english();
    byte[] honest = format == StoreFormat.JKS ? server(format) : client(format);
    Random random = new Random(42);
    int refused = 0;
    for (int round = 0; round < (format == StoreFormat.JKS ? 1000 : 20); round++) {
      byte[] hostile = honest.clone();
      for (int change = 0; change < 1 + random.nextInt(4); change++) {
        hostile[random.nextInt(Math.min(hostile.length, 400))] = (byte) random.nextInt();
      }
      try {
        KeystoreReader.read(hostile, password);
      } catch (ProblemException e) {
        assertThat(text.problem(e.problem()).next()).isNotEmpty();
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void thePasswordFileHoldsThePasswordAloneAndForgivesOneLineEnd() throws Exception {
    assertThat(ClientPassword.write(password))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("Correct-horse 9");
    for (String end : List.of("", "\n", "\r\n")) {
      Secret read = ClientPassword.read(("Correct-horse 9" + end).getBytes(StandardCharsets.UTF_8));
      assertThat(read.sameAs(password)).isTrue();
    }
    assertKey(
        () -> ClientPassword.read("\n".getBytes(StandardCharsets.UTF_8)),
        "keystore.pass.problem.empty");
    assertKey(
        () -> ClientPassword.read(new byte[] {(byte) 0xff, 1}), "keystore.pass.problem.notText");
    assertKey(() -> ClientPassword.read(new byte[5000]), "keystore.pass.problem.tooLarge");
  }

  @Test
  void certificatesAreReadAsDerPemAndPkcs7() throws Exception {
    String pem = CertificateReader.pem(issued.certificate());
    Path file = Files.writeString(folder.resolve("c.pem"), pem);
    Programs.run(
        List.of(
            "openssl",
            "crl2pkcs7",
            "-nocrl",
            "-certfile",
            file.toString(),
            "-outform",
            "DER",
            "-out",
            folder.resolve("c.p7b").toString()));

    assertThat(CertificateReader.read(issued.certificate().getEncoded()))
        .containsExactly(issued.certificate());
    assertThat(CertificateReader.read(pem.getBytes(StandardCharsets.US_ASCII)))
        .containsExactly(issued.certificate());
    assertThat(CertificateReader.read(Files.readAllBytes(folder.resolve("c.p7b"))))
        .containsExactly(issued.certificate());
    assertKey(
        () -> CertificateReader.read(new byte[] {1, 2, 3}), "keystore.certificate.problem.none");
  }

  private static void assertKey(ThrowingCallable call, String key) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
  }
}
