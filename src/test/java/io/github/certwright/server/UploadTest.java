package io.github.certwright.server;

import static io.github.certwright.server.Practice.LOGIN;
import static io.github.certwright.server.Practice.LOGOUT;
import static io.github.certwright.server.Practice.READ;
import static io.github.certwright.server.Practice.VERSION;
import static io.github.certwright.server.Practice.WHO;
import static io.github.certwright.server.Practice.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.UploadOutcome.NotSent;
import io.github.certwright.server.UploadOutcome.Uploaded;
import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.server.practice.PracticeRequest;
import io.github.certwright.testing.Pairs;
import io.github.certwright.testing.Programs;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.FingerprintWatch;
import io.github.certwright.tls.FingerprintWatch.SeenExpected;
import io.github.certwright.tls.PinnedContext;
import io.github.certwright.tls.TrustHandshake;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadTest {
  private static final List<String> WHOLE = List.of(VERSION, LOGIN, WHO, READ, WRITE, READ, LOGOUT);

  private Practice practice;

  @BeforeEach
  void start() throws Exception {
    practice = new Practice();
  }

  @AfterEach
  void stop() {
    practice.close();
  }

  @Test
  void wholeUploadMakesExactlyTheSevenCallsAndLeavesNoSession() {
    UploadOutcome outcome = practice.upload();

    assertThat(practice.calls()).isEqualTo(WHOLE);
    assertThat(practice.server.openSessions()).isZero();
    assertThat(outcome).isInstanceOf(Uploaded.class);
    Uploaded done = (Uploaded) outcome;
    assertThat(done.user()).isEqualTo("Administrator");
    assertThat(done.version()).startsWith("2024x");
    assertThat(done.before()).isEqualTo(new TlsSettings(false, 10002, "", Optional.empty()));
    assertThat(done.now().enabled()).isTrue();
    assertThat(done.now().port()).isEqualTo(practice.tlsPort);
    assertThat(done.now().keystoreName()).isEqualTo("KeyStore.jks");
    assertThat(done.answered()).isTrue();
    assertThat(done.warnings()).isEmpty();
    assertThat(practice.server.requests().getFirst().authorized()).isFalse();
    assertThat(practice.server.requests().stream().skip(1).map(PracticeRequest::authorized))
        .containsOnly(true);
  }

  @Test
  void afterTheUploadTheTlsPortIsTrustedByTheClientStoreAlone() throws Exception {
    practice.upload();
    try (Secret password = Secret.ofText("client store")) {
      KeyStore trust = KeystoreReader.open(Pairs.client(Practice.ISSUED, password), password);

      TrustHandshake.Verified verified =
          new TrustHandshake().shake("localhost", practice.tlsPort, trust, () -> false);

      assertThat(verified.fingerprint()).isEqualTo(Pairs.fingerprint(Practice.ISSUED));
      assertThat(verified.protocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void openSslSeesTheUploadedCertificate() {
    practice.upload();

    Programs.Ran ran =
        Programs.run(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + practice.tlsPort));

    assertThat(ran.output()).contains("-----BEGIN CERTIFICATE-----").contains("CN = localhost");
  }

  @Test
  void secondUploadReplacesTheFirst() throws Exception {
    practice.upload();
    var other = Pairs.make("localhost");

    UploadOutcome again =
        practice.upload(
            practice.request(Pairs.server(other, practice.storePassword), practice.tlsPort),
            practice.server.fingerprint());

    assertThat(again).isInstanceOf(Uploaded.class);

    assertThat(watch(Pairs.fingerprint(other), Duration.ofSeconds(5)))
        .isInstanceOf(SeenExpected.class);
  }

  @Test
  void closedPracticeServerFreesItsTlsPort() throws Exception {
    practice.upload();

    practice.server.close();

    try (ServerSocket again =
        new ServerSocket(practice.tlsPort, 1, InetAddress.getLoopbackAddress())) {
      assertThat(again.isBound()).isTrue();
    }
  }

  @Test
  void tokenGoesWithEachRequestAndNeedsNeitherLoginNorLogout() {
    UploadOutcome outcome = practice.withToken().upload();

    assertThat(outcome).isInstanceOf(Uploaded.class);
    assertThat(((Uploaded) outcome).user()).isEqualTo("Administrator");
    assertThat(practice.calls()).containsExactly(VERSION, WHO, READ, WRITE, READ);
  }

  @Test
  void progressNamesEveryCallInOrder() {
    List<ServerStep> seen = new ArrayList<>();

    new TeamworkCloud()
        .upload(
            practice.request(),
            PinnedContext.only(practice.server.fingerprint()),
            seen::add,
            () -> false);

    assertThat(seen).containsExactly(ServerStep.values());
    assertThat(seen.stream().mapToDouble(ServerStep::fraction)).isSorted().startsWith(0.0);
  }

  @Test
  void certificateSwappedBeforeTheUploadGetsNotOneByte() {
    Fingerprint agreed = practice.server.fingerprint();
    practice.server.swapCertificate();

    UploadOutcome outcome = practice.upload(practice.request(), agreed);

    assertThat(outcome).isInstanceOf(NotSent.class);
    assertThat(((NotSent) outcome).problem().key()).isEqualTo("tls.trust.other-certificate");
    assertThat(((NotSent) outcome).problem().field()).isEqualTo("where.fingerprint");
    assertThat(((NotSent) outcome).problem().args())
        .contains(agreed.withColons(), practice.server.fingerprint().withColons());
    assertThat(practice.server.requests()).isEmpty();
  }

  @Test
  void certificateSwappedInTheMiddleOfTheUploadGetsNoCredentials() {
    practice.server.misbehave(Misbehaviour.CERTIFICATE_SWAPPED, VERSION);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(NotSent.class);
    assertThat(practice.server.requests()).noneMatch(PracticeRequest::authorized);
  }

  private FingerprintWatch.Result watch(Fingerprint expected, Duration limit) {
    return new FingerprintWatch()
        .until("127.0.0.1", practice.tlsPort, expected, limit, done -> {}, () -> false);
  }

  @Test
  void sessionIsSignedOutWhateverEndsTheUpload() {
    UploadRequest failing =
        new UploadRequest(
            practice.server.url(),
            practice.signIn,
            () -> {
              throw new StackOverflowError("made up");
            },
            "KeyStore.jks",
            practice.storePassword,
            practice.tlsPort);

    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(() -> practice.upload(failing, practice.server.fingerprint()));

    assertThat(practice.server.openSessions()).isZero();
    assertThat(practice.calls()).endsWith(LOGOUT);
  }

  @Test
  void sessionIsSignedOutAlsoOnAnInterruptedThread() {
    UploadRequest interrupted =
        new UploadRequest(
            practice.server.url(),
            practice.signIn,
            () -> {
              Thread.currentThread().interrupt();
              throw new CancellationException();
            },
            "KeyStore.jks",
            practice.storePassword,
            practice.tlsPort);

    UploadOutcome outcome = practice.upload(interrupted, practice.server.fingerprint());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(NotSent.class);
    assertThat(practice.server.openSessions()).isZero();
  }

  @Test
  void sessionIsSignedOutAlsoWhenTheListenerFailsAtTheLastMoment() {
    ServerProgress listener =
        step -> {
          if (step == ServerStep.SIGN_OUT) {
            throw new IllegalStateException("The window is gone.");
          }
        };

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                new TeamworkCloud(practice.limits)
                    .upload(
                        practice.request(),
                        PinnedContext.only(practice.server.fingerprint()),
                        listener,
                        () -> false));

    assertThat(practice.server.openSessions()).isZero();
  }
}
