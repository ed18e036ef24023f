package io.github.certwright;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.issue.AnswerChain;
import io.github.certwright.issue.CertificateRequest;
import io.github.certwright.issue.CertifiedNames;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.keystore.PemKey;
import io.github.certwright.kit.ClientKit;
import io.github.certwright.kit.KitManifest;
import io.github.certwright.plan.ServerList;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.settings.Settings;
import io.github.certwright.settings.SettingsStore;
import io.github.certwright.testing.Mutations;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.AlgorithmParameters;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Thousands of damaged files for every reader of bytes that others made: it reads them or refuses
 * them as it says, soon, and without eating the memory. Where the damage is comes from a fixed
 * seed; the keys are new each time, so a failure shows the whole file (Base64).
 */
@Tag("thorough")
@Timeout(120)
class ForeignBytesTest {
  private static final long MOST_CPU_NANOS = 5_000_000_000L;
  private static final long MOST_MEMORY = 400_000_000L;
  private static final SamplePair PAIR = SamplePair.make("twcloud.example.com", "Client-horse9");
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private interface Reader {
    void read(byte[] bytes) throws Exception;
  }

  /** Every file is read or refused with the declared exception. */
  private static void all(int count, List<byte[]> good, Class<?> refusal, Reader reader) {
    good.forEach(whole -> assertThatNoException().isThrownBy(() -> reader.read(whole)));
    Mutations mutations = new Mutations(good);
    List<String> wrong = new ArrayList<>();
    for (long seed = 0; seed < count; seed++) {
      byte[] bytes = mutations.of(seed);
      long cpu = THREADS.getCurrentThreadCpuTime();
      long memory = THREADS.getCurrentThreadAllocatedBytes();
      try {
        reader.read(bytes);
      } catch (Exception | StackOverflowError | OutOfMemoryError e) {
        if (!refusal.isInstance(e)) {
          wrong.add(e + " at " + List.of(e.getStackTrace()).subList(0, 3) + file(bytes));
        }
      }
      if (THREADS.getCurrentThreadCpuTime() - cpu > MOST_CPU_NANOS) {
        wrong.add("too long" + file(bytes));
      }
      if (THREADS.getCurrentThreadAllocatedBytes() - memory > MOST_MEMORY) {
        wrong.add("too much memory" + file(bytes));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String file(byte[] bytes) {
    return " for " + Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] pem(String what, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n")
        .getBytes(UTF_8);
  }

  @Test
  void clientKits() {
    KitManifest manifest =
        new KitManifest(
            List.of("twcloud.example.com", "twcloud"),
            10_002,
            PAIR.fingerprint(),
            PAIR.notAfter(),
            Instant.parse("2026-11-21T20:14:55Z"));
    byte[] kit =
        ClientKit.write(
            manifest, PAIR.issued().certificate(), PAIR.store(), PAIR.password(), Text.english());
    all(4_000, List.of(kit), ProblemException.class, ClientKit::read);
  }

  @Test
  void listsOfServers() {
    Text text = Text.english();
    List<byte[]> lists =
        List.of(
            "name,also,days\nserver1.example.com,s1 10.0.0.1,365\n\"bücher.example\",\"a,b\",\n"
                .getBytes(UTF_8),
            "\ufeffx.example;*.y.example|[2001:db8::20];90\r\n# remark\r\n".getBytes(UTF_8));
    all(
        10_000,
        lists,
        ProblemException.class,
        bytes -> {
          ServerList list = ServerList.read(new String(bytes, UTF_8));
          list.bad().forEach(line -> text.problem(line.problem()));
          ServerList.read(new String(bytes, ISO_8859_1));
        });
  }

  @Test
  void certificatesAndAnswersOfAuthorities() throws Exception {
    X509Certificate own = PAIR.issued().certificate();
    byte[] pkcs7 =
        CertificateFactory.getInstance("X.509").generateCertPath(List.of(own)).getEncoded("PKCS7");
    List<byte[]> good =
        List.of(own.getEncoded(), pem("CERTIFICATE", own.getEncoded()), pkcs7, pem("PKCS7", pkcs7));
    List<HostName> names = List.of(new HostName.Dns("twcloud.example.com", "twcloud.example.com"));
    all(
        10_000,
        good,
        ProblemException.class,
        bytes -> {
          List<X509Certificate> read = CertificateReader.read(bytes);
          AnswerChain.of(own.getPublicKey(), names, read, Instant.now());
          for (X509Certificate one : read) {
            CertifiedNames.of(one);
            CertifiedNames.title(one.getIssuerX500Principal().getName());
          }
        });
  }

  @Test
  void keystores() {
    List<byte[]> good = new ArrayList<>();
    try (Secret secret = Secret.ofText("Client-horse9")) {
      for (StoreFormat format : StoreFormat.values()) {
        X509Certificate certificate = PAIR.issued().certificate();
        good.add(
            KeystoreWriter.server(format, "a", PAIR.issued().privateKey(), certificate, secret));
        good.add(KeystoreWriter.client(format, "a", certificate, secret));
      }
      all(
          1_500,
          good,
          ProblemException.class,
          bytes -> {
            KeystoreReader.peek(bytes);
            KeystoreReader.read(bytes, secret);
          });
    }
  }

  @Test
  void privateKeysAndRequests() throws Exception {
    KeyPair pair =
        new KeyPair(PAIR.issued().certificate().getPublicKey(), PAIR.issued().privateKey());
    List<byte[]> keys = new ArrayList<>();
    keys.add(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    keys.add(Locked.pem());
    try (Secret secret = Secret.ofText("secret")) {
      all(
          2_500,
          keys,
          ProblemException.class,
          bytes -> {
            PemKey.isIn(bytes);
            PemKey.encrypted(bytes);
            PemKey.read(bytes, secret);
          });
    }
    byte[] request =
        CertificateRequest.pem(PAIR.issued().certificate(), List.of(), pair, new SecureRandom());
    all(4_000, List.of(request), IOException.class, CertificateRequest::key);
    all(
        4_000,
        List.of(PAIR.password(), "pässword\r\n".getBytes(UTF_8)),
        ProblemException.class,
        bytes -> ClientPassword.read(bytes).close());
  }

  @Test
  void settings() {
    byte[] good =
        """
        { "format" : 1, "preferences" : { "theme" : "dark", "textPercent" : "125",
          "window" : "10 20 800 600 maximised", "country" : "DE", "lastFolder" : "x" },
          "pins" : { "twcloud.example.com:8111" : "AA:BB" },
          "history" : [ { "kind" : "create", "server" : "a.example",
            "created" : "2026-11-21T20:14:55Z", "ends" : "2028-11-21T20:14:55Z", "folder" : "x",
            "fingerprint" : "", "receipt" : "", "undone" : "" } ],
          "seen" : { "a" : "b" }, "waiting" : [ { "server" : "a.example", "folder" : "x",
            "keystore" : "y", "made" : "2026-11-21T20:14:55Z" } ] }
        """
            .getBytes(UTF_8);
    all(
        15_000,
        List.of(good),
        ProblemException.class,
        bytes -> Settings.open(new OneContent(bytes)).current());
  }

  private static final class OneContent implements SettingsStore {
    private final byte[] bytes;

    OneContent(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public Optional<byte[]> read() {
      return Optional.of(bytes);
    }

    @Override
    public void write(byte[] content) {
      throw new AssertionError("Reading writes nothing.");
    }

    @Override
    public Turn turn() {
      return () -> {};
    }
  }

  /** An encrypted key as openssl writes it. */
  private static final class Locked {
    static byte[] pem() throws Exception {
      return ForeignBytesTest.pem("ENCRYPTED PRIVATE KEY", locked().getEncoded());
    }

    private static EncryptedPrivateKeyInfo locked() throws Exception {
      String how = "PBEWithHmacSHA256AndAES_256";
      SecretKey key =
          SecretKeyFactory.getInstance(how).generateSecret(new PBEKeySpec("secret".toCharArray()));
      Cipher cipher = Cipher.getInstance(how);
      cipher.init(Cipher.ENCRYPT_MODE, key);
      AlgorithmParameters under = AlgorithmParameters.getInstance("PBES2");
      under.init(cipher.getParameters().getEncoded());
      return new EncryptedPrivateKeyInfo(
          under, cipher.doFinal(PAIR.issued().privateKey().getEncoded()));
    }
  }
}
