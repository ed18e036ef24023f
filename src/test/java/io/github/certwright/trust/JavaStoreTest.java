package io.github.certwright.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.Trusted;
import io.github.certwright.trust.TrustOutcome.AlreadyThere;
import io.github.certwright.trust.TrustOutcome.Failed;
import io.github.certwright.trust.TrustOutcome.Installed;
import io.github.certwright.trust.TrustOutcome.NeedsAdminRights;
import io.github.certwright.trust.TrustOutcome.Removed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's own list, in a copy of the real one. */
class JavaStoreTest {
  private static final char[] DELIVERED = "changeit".toCharArray();

  @TempDir Path folder;
  private Computer computer;
  private Path home;
  private Path cacerts;

  @BeforeEach
  void copyTheRealOne() throws IOException {
    computer = Computer.linux(folder, "ID=debian");
    home = folder.resolve("java");
    cacerts = home.resolve("lib/security/cacerts");
    Files.createDirectories(cacerts.getParent());
    Files.copy(Path.of(System.getProperty("java.home"), "lib/security/cacerts"), cacerts);
    computer.variable("JAVA_HOME", home.toString());
  }

  private TrustStore store(Secret password) {
    return TrustStores.named(computer.tools(), List.of("java"), password).all().getFirst();
  }

  private static boolean handshake(Path cacerts, Trusted shown, Trusted issuer) throws Exception {
    KeyStore server = KeyStore.getInstance("PKCS12");
    server.load(null, null);
    X509Certificate[] chain =
        issuer == null
            ? new X509Certificate[] {shown.certificate()}
            : new X509Certificate[] {shown.certificate(), issuer.certificate()};
    server.setKeyEntry("x", shown.key(), DELIVERED, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(server, DELIVERED);
    SSLContext there = SSLContext.getInstance("TLS");
    there.init(keys.getKeyManagers(), null, null);
    KeyStore trusted = KeyStore.getInstance(cacerts.toFile(), DELIVERED);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext here = SSLContext.getInstance("TLS");
    here.init(null, trust.getTrustManagers(), null);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SSLServerSocket listening =
        (SSLServerSocket) there.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
      FutureTask<Boolean> answer = new FutureTask<>(() -> answer(listening));
      Thread.ofVirtual().start(answer);
      try (SSLSocket socket =
              (SSLSocket)
                  here.getSocketFactory().createSocket("localhost", listening.getLocalPort());
          InputStream in = socket.getInputStream()) {
        return in.read() == 'y';
      } catch (SSLException | SocketException _) {
        return false;
      } finally {
        answer.get();
      }
    }
  }

  private static boolean answer(SSLServerSocket listening) throws IOException {
    try (SSLSocket socket = (SSLSocket) listening.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write('y');
      return true;
    } catch (SSLException | SocketException _) {
      return false;
    }
  }

  @Test
  void aJavaClientConnectsAfterTheInstallationAndNotBeforeOrAfterTheRemoval() throws Exception {
    Trusted root = Trusted.root("Example Root");
    Trusted server = root.issue();
    TrustStore store = store(Secret.empty());
    int before = KeyStore.getInstance(cacerts.toFile(), DELIVERED).size();

    assertThat(handshake(cacerts, server, root)).isFalse();
    assertThat(Computer.install(store, root)).isInstanceOf(Installed.class);
    assertThat(handshake(cacerts, server, root)).isTrue();
    assertThat(Computer.install(store, root)).isInstanceOf(AlreadyThere.class);
    assertThat(KeyStore.getInstance(cacerts.toFile(), DELIVERED).size()).isEqualTo(before + 1);
    assertThat(Computer.remove(store, root)).isInstanceOf(Removed.class);
    assertThat(handshake(cacerts, server, root)).isFalse();
    assertThat(KeyStore.getInstance(cacerts.toFile(), DELIVERED).size()).isEqualTo(before);
  }

  @Test
  void aServersOwnCertificateIsTrustedTooAndKeytoolSeesIt() throws Exception {
    Trusted leaf = Trusted.leaf();

    assertThat(Computer.install(store(Secret.empty()), leaf)).isInstanceOf(Installed.class);

    assertThat(handshake(cacerts, leaf, null)).isTrue();
    String label = new Anchor(leaf.certificate()).label();
    String keytool = Programs.keytools().getFirst();
    Programs.Ran listed =
        Programs.run(
            List.of(
                keytool,
                "-list",
                "-keystore",
                cacerts.toString(),
                "-storepass",
                "changeit",
                "-alias",
                label));
    assertThat(listed.output()).contains("trustedCertEntry");
  }

  @Test
  void theFileBeforeIsKeptAsABackup() throws IOException {
    byte[] before = Files.readAllBytes(cacerts);

    Computer.install(store(Secret.empty()), Trusted.leaf());

    try (Stream<Path> beside = Files.list(cacerts.getParent())) {
      assertThat(beside.filter(file -> !file.equals(cacerts)))
          .singleElement()
          .satisfies(backup -> assertThat(backup).hasBinaryContent(before));
    }
  }

  @Test
  void aFileWithoutAPasswordStaysWithoutOne() throws Exception {
    KeyStore open = KeyStore.getInstance(cacerts.toFile(), DELIVERED);
    KeyStore none = KeyStore.getInstance("PKCS12");
    none.load(null, null);
    String first = open.aliases().nextElement();
    none.setCertificateEntry(first, open.getCertificate(first));
    try (OutputStream out = Files.newOutputStream(cacerts)) {
      none.store(out, null);
    }

    assertThat(Computer.install(store(Secret.empty()), Trusted.leaf()))
        .isInstanceOf(Installed.class);

    KeyStore after = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(cacerts)) {
      after.load(in, null);
    }
    assertThat(after.size()).as("seen without a password").isEqualTo(2);
  }

  @Test
  void aChangedPasswordIsAskedForAndKept() throws Exception {
    char[] changed = "another horse".toCharArray();
    KeyStore jks = KeyStore.getInstance("JKS");
    jks.load(null, null);
    try (OutputStream out = Files.newOutputStream(cacerts)) {
      jks.store(out, changed);
    }
    Trusted leaf = Trusted.leaf();

    TrustOutcome refused = Computer.install(store(Secret.empty()), leaf);
    assertThat(((Failed) refused).problem().key()).isEqualTo("trust.java.problem.password");
    try (Secret known = Secret.copyOf(changed)) {
      assertThat(Computer.install(store(known), leaf)).isInstanceOf(Installed.class);
    }
    assertThat(KeyStore.getInstance(cacerts.toFile(), changed).size()).isEqualTo(1);
  }

  @Test
  void aDamagedFileIsToldAndLeftAlone() throws IOException {
    Files.writeString(cacerts, "rubbish");

    TrustOutcome refused = Computer.install(store(Secret.empty()), Trusted.leaf());

    assertThat(((Failed) refused).problem().key()).isEqualTo("trust.java.problem.damaged");
    assertThat(cacerts).hasContent("rubbish");
  }

  @Test
  void withoutTheRightToWriteTheCommandOfKeytoolIsGiven() {
    computer.forbid(cacerts.getParent());

    TrustOutcome outcome = Computer.install(store(Secret.empty()), Trusted.leaf());

    assertThat(((NeedsAdminRights) outcome).commands().getFirst())
        .startsWith("keytool", "-importcert")
        .contains("/staged/it.crt", cacerts.toString())
        .doesNotContain("-storepass");
  }

  @Test
  void aMissingOrBrokenJavaHomeIsPassedOverWithANote() throws IOException {
    Computer without = Computer.linux(folder.resolve("b"), "ID=debian");
    Computer broken =
        Computer.linux(folder.resolve("c"), "ID=debian").variable("JAVA_HOME", "/no/java/here");

    assertThat(TrustStores.find(without.tools(), Secret.empty()).notes())
        .allMatch(note -> !note.stops())
        .extracting(Problem::key)
        .containsExactly("trust.java.warning.no-home");
    assertThat(TrustStores.find(broken.tools(), Secret.empty()).notes())
        .allMatch(note -> !note.stops())
        .extracting(Problem::key)
        .containsExactly("trust.java.warning.broken-home");
  }

  @Test
  void aFileCanBeNamedWhereverItIs() {
    TrustStores named =
        TrustStores.named(computer.tools(), List.of("java:" + cacerts), Secret.empty());
    TrustStores missing =
        TrustStores.named(computer.tools(), List.of("java:" + folder), Secret.empty());

    assertThat(named.all()).hasSize(1);
    TrustOutcome outcome = Computer.install(missing.all().getFirst(), Trusted.leaf());
    assertThat(((Failed) outcome).problem().key()).isEqualTo("trust.java.problem.no-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-r--", "rw-r--r--"})
  void whoeverCouldReadTheFileBeforeCanReadItAfterwardsAndNobodyElse(String before)
      throws IOException {
    Files.setPosixFilePermissions(cacerts, PosixFilePermissions.fromString(before));
    Trusted root = Trusted.root("Example Root");

    assertThat(Computer.install(store(Secret.empty()), root)).isInstanceOf(Installed.class);
    assertThat(rights(cacerts)).isEqualTo(before);
    assertThat(Computer.remove(store(Secret.empty()), root)).isInstanceOf(Removed.class);

    try (Stream<Path> all = Files.list(cacerts.getParent())) {
      assertThat(all.map(JavaStoreTest::rights)).hasSize(3).containsOnly(before);
    }
  }

  @Test
  void aFileOfAnotherUserAndGroupStaysTheirs() throws IOException {
    assumeTrue(
        System.getProperty("user.name").equals("root"), "only an administrator gives files away");
    Programs.run(List.of("chown", "daemon:adm", cacerts.toString()));
    Files.setPosixFilePermissions(cacerts, PosixFilePermissions.fromString("r--r-----"));

    assertThat(Computer.install(store(Secret.empty()), Trusted.root("Example Root")))
        .isInstanceOf(Installed.class);

    assertThat(Programs.run(List.of("stat", "-c", "%U:%G %a", cacerts.toString())).output())
        .isEqualToIgnoringWhitespace("daemon:adm 440");
  }

  @Test
  void nothingIsGivenAwayInAFolderThatSomebodyElseMayChange() throws IOException {
    assumeTrue(
        System.getProperty("user.name").equals("root"), "only an administrator gives files away");
    Programs.run(List.of("chown", "daemon", cacerts.toString(), cacerts.getParent().toString()));
    assertThat(Computer.install(store(Secret.empty()), Trusted.root("Example Root")))
        .isInstanceOf(Installed.class);
    assertThat(Programs.run(List.of("stat", "-c", "%U", cacerts.toString())).output())
        .isEqualToIgnoringWhitespace("root");
  }

  private static String rights(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
