package io.github.certwright.run;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ServerGate.NotTrusted;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.ServerProgress;
import io.github.certwright.server.ServerStep;
import io.github.certwright.server.TlsSettings;
import io.github.certwright.server.UploadOutcome;
import io.github.certwright.server.UploadRequest;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.FingerprintWatch;
import io.github.certwright.tls.Pins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The part of one run that talks to Teamwork Cloud: trust, sign-in, upload, and the proof
 * afterwards.
 */
final class ServerWork {
  static final String SIGN_IN = "sign-in";
  static final String UPLOAD = "upload";
  static final String VERIFY = "verify";

  private final ServerTools tools;
  private final Pins pins;
  private final PlannedUpload planned;
  private final StepTracker steps;
  private final Cancellation cancellation;
  private Optional<Fingerprint> shownBefore = Optional.empty();

  ServerWork(
      ServerTools tools,
      Pins pins,
      PlannedUpload planned,
      StepTracker steps,
      Cancellation cancellation) {
    this.tools = tools;
    this.pins = pins;
    this.planned = planned;
    this.steps = steps;
    this.cancellation = cancellation;
  }

  /** Looks at the server and opens the way to it, if somebody has agreed to its certificate. */
  SSLContext open() throws ProblemException, NotTrusted {
    steps.running(SIGN_IN);
    return new ServerGate(tools.probe(), pins).open(planned.url(), cancellation::isCancelled);
  }

  /**
   * Signs in, has the keystore made once the server has let us in, sends it and signs out.
   *
   * @param password opens the keystore
   */
  UploadOutcome upload(
      SSLContext trust,
      UploadAnswer.SignIn signIn,
      UploadRequest.KeystoreSource source,
      String name,
      Secret password) {
    UploadRequest request =
        new UploadRequest(
            planned.url(),
            signIn,
            () -> {
              steps.done(SIGN_IN);
              return source.make();
            },
            name,
            password,
            planned.tlsPort());
    return tools.cloud().upload(request, trust, new Listening(name), cancellation::isCancelled);
  }

  /** Hands the calls on as steps, and looks what the TLS port shows before it is changed. */
  private final class Listening implements ServerProgress {
    private final String keystoreName;

    Listening(String keystoreName) {
      this.keystoreName = keystoreName;
    }

    @Override
    public void next(ServerStep step) {
      if (step == ServerStep.SEND) {
        steps.running(UPLOAD);
      }
      steps.fraction(step.compareTo(ServerStep.SEND) < 0 ? SIGN_IN : UPLOAD, step.fraction());
    }

    @Override
    public void found(TlsSettings before) {
      steps.found(
          new SettingsChange(
              ServerNow.of(before), planned.tlsPort(), keystoreName, Optional.empty()));
      if (before.enabled() && before.port() == planned.tlsPort()) {
        shownBefore = shown();
      }
    }
  }

  private Optional<Fingerprint> shown() {
    try {
      return tools
          .probe()
          .look(ServerGate.host(planned.url()), planned.tlsPort(), cancellation::isCancelled)
          .fingerprint();
    } catch (ProblemException _) {
      // A port that shows nothing now will be told from the new one all the same.
      return Optional.empty();
    }
  }

  /**
   * Waits for the new certificate on the TLS port, then shakes hands with nothing but a client's
   * store as trust.
   *
   * @param trust gives the store, read back from where a client reads it
   * @return the fingerprint seen
   * @throws ProblemException when the port shows another certificate or none, or the files do not
   *     fit
   */
  Fingerprint verify(Fingerprint expected, TrustSource trust) throws ProblemException {
    steps.running(VERIFY);
    if (cancellation.isCancelled()) {
      throw new ProblemException(Problem.of("", "run.cancel.late"));
    }
    String host = ServerGate.host(planned.url());
    int port = planned.tlsPort();
    FingerprintWatch.Result result =
        tools
            .watch()
            .until(
                host,
                port,
                expected,
                tools.patience(),
                fraction -> steps.fraction(VERIFY, fraction),
                cancellation::isCancelled);
    switch (result) {
      case FingerprintWatch.SeenExpected _ -> {}
      case FingerprintWatch.SeenOther(Fingerprint other) -> throw other(other);
      case FingerprintWatch.Nothing(Problem problem) ->
          throw new ProblemException(
              cancellation.isCancelled()
                  ? Problem.of("", "run.cancel.late")
                  : Problem.of("", "run.verify.nothing", ServerGate.shown(planned.url()), port)
                      .withDetail(problem.key()));
    }
    Fingerprint seen =
        tools.handshake().shake(host, port, trust.open(), cancellation::isCancelled).fingerprint();
    if (!seen.equals(expected)) {
      throw other(seen);
    }
    steps.done(VERIFY);
    return seen;
  }

  /** What it showed before means not yet; anything else is somebody else's. */
  private ProblemException other(Fingerprint seen) {
    boolean asBefore = shownBefore.equals(Optional.of(seen));
    return new ProblemException(
        Problem.of(
            "",
            asBefore ? "run.verify.still-old" : "run.verify.other",
            ServerGate.shown(planned.url()),
            planned.tlsPort(),
            seen.withColons()));
  }

  /** Gives a client's trust when it is needed. */
  @FunctionalInterface
  interface TrustSource {
    KeyStore open() throws ProblemException;
  }

  /**
   * The trust of a tool: {@code cert.jks} and {@code cert.pass} in a folder, as they stand on the
   * disk.
   */
  static KeyStore installed(Path folder) throws ProblemException {
    try (Secret password = ClientPassword.read(Files.readAllBytes(folder.resolve("cert.pass")))) {
      return KeystoreReader.open(Files.readAllBytes(folder.resolve("cert.jks")), password);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("", "run.verify.unreadable", folder).withDetail(e.getClass().getSimpleName()),
          e);
    }
  }
}
