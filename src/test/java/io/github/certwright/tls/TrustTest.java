package io.github.certwright.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.certwright.issue.Issued;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.testing.Pairs;
import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class TrustTest {
  private static final Issued ISSUED = Pairs.make("twcloud.example.com");
  private static final List<X509Certificate> CHAIN = List.of(ISSUED.certificate());
  private static final Fingerprint NOW = Pairs.fingerprint(ISSUED);
  private static final Fingerprint OLD = new Fingerprint("0".repeat(64));

  private final Pins pins = Pins.inMemory();
  private final Secret password = Secret.ofText("Some password");

  private TrustDecision decide(boolean systemTrusts) {
    return decide(systemTrusts, Optional.empty());
  }

  private TrustDecision decide(boolean systemTrusts, Optional<Fingerprint> expected) {
    return ServerTrust.decide(
        "TWCloud.example.com",
        8111,
        CHAIN,
        expected,
        pins,
        chain -> systemTrusts && chain.equals(CHAIN));
  }

  @Test
  void unknownCertificateIsAskedAboutFirst() {
    assertThat(decide(false)).isEqualTo(new TrustDecision.AskFirst(NOW));
  }

  @Test
  void agreedCertificateIsTrustedWhateverTheLettersOfTheName() {
    pins.remember("twcloud.EXAMPLE.com", 8111, NOW);

    assertThat(decide(false)).isEqualTo(new TrustDecision.Trusted(NOW, false));
  }

  @Test
  void changedCertificateIsShownOldBesideNew() {
    pins.remember("twcloud.example.com", 8111, OLD);

    assertThat(decide(false)).isEqualTo(new TrustDecision.Changed(OLD, NOW));
  }

  @Test
  void agreementCountsForItsPortOnly() {
    pins.remember("twcloud.example.com", 10002, NOW);

    assertThat(decide(false)).isEqualTo(new TrustDecision.AskFirst(NOW));
  }

  @Test
  void certificateTrustedByTheSystemNeedsNoQuestion() {
    assertThat(decide(true)).isEqualTo(new TrustDecision.Trusted(NOW, true));
  }

  @Test
  void renewedCertificateThatTheSystemTrustsNeedsNoQuestionWhateverWasAgreedToBefore() {
    pins.remember("twcloud.example.com", 8111, OLD);

    assertThat(decide(true)).isEqualTo(new TrustDecision.Trusted(NOW, true));
  }

  @Test
  void fingerprintGivenForTheJobMustMatchWhateverElseSpeaksForTheServer() {
    pins.remember("twcloud.example.com", 8111, NOW);

    assertThat(decide(true, Optional.of(OLD)))
        .isInstanceOfSatisfying(
            TrustDecision.Refused.class,
            refused -> {
              assertThat(refused.reason().key()).isEqualTo("tls.trust.not-expected");
              assertThat(refused.reason().args()).contains(OLD.withColons(), NOW.withColons());
            });
  }

  @Test
  void fingerprintGivenForTheJobIsAskedForOnTheConnectionItself() {
    pins.remember("twcloud.example.com", 8111, OLD);

    assertThat(decide(true, Optional.of(NOW))).isEqualTo(new TrustDecision.Trusted(NOW, false));
    assertThat(decide(false, Optional.of(NOW))).isEqualTo(new TrustDecision.Trusted(NOW, false));
  }

  @Test
  void noCertificateIsRefused() {
    TrustDecision decision =
        ServerTrust.decide("a", 1, List.of(), Optional.empty(), pins, chain -> true);

    assertThat(decision)
        .isInstanceOfSatisfying(
            TrustDecision.Refused.class,
            refused ->
                assertThat(refused.reason().key()).isEqualTo("tls.handshake.no-certificate"));
  }

  @Test
  void storeWithAnotherCertificateDoesNotTrustTheServerAndNamesWhatItSaw() throws Exception {
    try (PracticeServer server = PracticeServer.start(password)) {
      KeyStore trust = KeystoreReader.open(Pairs.client(ISSUED, password), password);

      ProblemException met =
          catchThrowableOfType(
              ProblemException.class,
              () -> new TrustHandshake().shake("127.0.0.1", server.port(), trust, () -> false));

      assertThat(met.problem().key()).isEqualTo("tls.verify.other-certificate");
      assertThat(met.problem().args()).contains(server.fingerprint().withColons());
    }
  }

  @Test
  void storeWithAKeyButWithoutATrustedCertificateTrustsNobody() throws Exception {
    KeyStore keysOnly = KeystoreReader.open(Pairs.server(ISSUED, password), password);

    ProblemException met =
        catchThrowableOfType(
            ProblemException.class,
            () -> new TrustHandshake().shake("127.0.0.1", 1, keysOnly, () -> false));

    assertThat(met.problem().key()).isEqualTo("tls.verify.nothing-trusted");
  }

  @Test
  void pinnedContextAcceptsItsCertificateWhateverTheNameAndNoOther() throws Exception {
    try (PracticeServer server = PracticeServer.start(password)) {
      shake(PinnedContext.only(server.fingerprint()), server.port());

      SSLException refusal =
          catchThrowableOfType(
              SSLException.class, () -> shake(PinnedContext.only(OLD), server.port()));
      assertThat(PinnedContext.refusalIn(refusal))
          .hasValueSatisfying(
              other -> {
                assertThat(other.agreed()).isEqualTo(OLD);
                assertThat(other.seen()).isEqualTo(server.fingerprint());
              });
      assertThat(
              catchThrowableOfType(
                  SSLException.class, () -> shake(PinnedContext.system(), server.port())))
          .isNotNull();
    }
  }

  private static void shake(SSLContext context, int port) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.startHandshake();
    }
  }

  @Test
  void serverThatWantsAClientCertificateIsStillSeen() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(
        KeystoreReader.open(Pairs.server(ISSUED, password), password),
        "Some password".toCharArray());
    SSLContext context = SSLContext.getInstance("TLSv1.2");
    context.init(keys.getKeyManagers(), null, new SecureRandom());
    try (SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setNeedClientAuth(true);
      server.setEnabledProtocols(new String[] {"TLSv1.2"});
      Thread serving = Thread.ofVirtual().start(() -> refuseOne(server));

      TlsSeen seen = new TlsProbe().look("localhost", server.getLocalPort(), () -> false);

      assertThat(seen.fingerprint()).contains(NOW);
      assertThat(seen.protocol()).isEqualTo("TLSv1.2");
      serving.join();
    }
  }

  private static void refuseOne(SSLServerSocket server) {
    try (SSLSocket guest = (SSLSocket) server.accept()) {
      guest.startHandshake();
    } catch (IOException e) {
      assertThat(e).isInstanceOf(SSLException.class);
    }
  }
}
