package io.github.certwright.run;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.Passwords;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.files.Content;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.plan.PlanSteps;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.ServerGate.NotTrusted;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.UploadOutcome;
import io.github.certwright.server.UploadRequest;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends a server keystore that exists to Teamwork Cloud, and proves that it is used. */
public final class UploadJob {
  private final Workbench bench;
  private final ServerTools tools;

  public UploadJob(Workbench bench, ServerTools tools) {
    this.bench = bench;
    this.tools = tools;
  }

  /**
   * A keystore that was opened and holds a key.
   *
   * @param file where it stands
   * @param sha256 lower-case hexadecimal digest of the file
   * @param source gives the file as it was when opened
   * @param certificate its key's own certificate
   */
  public record Keystore(
      Path file, String sha256, UploadRequest.KeystoreSource source, X509Certificate certificate) {
    /** The file's name as the server will show it. */
    public String name() {
      return String.valueOf(file.getFileName());
    }

    /** The certificate in the words of the faces. */
    public RunReport.CertificateFacts facts() {
      return Facts.of(certificate);
    }
  }

  /**
   * Opens the keystore to be sent, so that a wrong one is noticed here and not by the server.
   *
   * @throws ProblemException when it cannot be read or opened, or holds no key
   */
  public static Keystore open(Path file, Secret password) throws ProblemException {
    byte[] bytes = PairReader.bytes(file, KeystoreReader.MAX_BYTES);
    KeystoreContents contents = KeystoreReader.read(bytes, password);
    X509Certificate certificate =
        contents
            .key()
            .flatMap(entry -> entry.chain().stream().findFirst())
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of("upload.keystore", "run.upload.problem.noKey", file)));
    return new Keystore(file, Content.sha256(bytes), () -> bytes, certificate);
  }

  /** What the server would have instead of what it has now. */
  public static SettingsChange change(ServerNow now, PlannedUpload planned, Keystore keystore) {
    return new SettingsChange(
        now, planned.tlsPort(), keystore.name(), Optional.of(keystore.sha256()));
  }

  /** The steps of an upload. */
  public static List<Plan.Step> steps(PlannedUpload planned) {
    return PlanSteps.upload(planned);
  }

  /** Sends it; failing before the keystore is sent leaves everything as it was. */
  public RunReport run(
      PlannedUpload planned,
      Keystore keystore,
      Secret password,
      UploadAnswer.SignIn signIn,
      Pins pins,
      Progress progress,
      Cancellation cancellation) {
    StepTracker steps = new StepTracker(steps(planned), progress);
    ServerWork work = new ServerWork(tools, pins, planned, steps, cancellation);
    try {
      UploadOutcome outcome =
          work.upload(work.open(), signIn, keystore.source(), keystore.name(), password);
      return ended(outcome, work, steps, keystore);
    } catch (NotTrusted e) {
      return end(State.NOT_TRUSTED, steps, keystore, List.of(e.problem()));
    } catch (ProblemException e) {
      boolean cancelled = e.problem().key().equals("tls.cancelled");
      return end(
          cancelled ? State.CANCELLED : State.REFUSED, steps, keystore, List.of(e.problem()));
    }
  }

  private RunReport ended(
      UploadOutcome outcome, ServerWork work, StepTracker steps, Keystore keystore) {
    return switch (outcome) {
      case UploadOutcome.NotSent(Problem problem) ->
          end(
              problem.key().equals("server.cancelled") ? State.CANCELLED : State.REFUSED,
              steps,
              keystore,
              List.of(problem));
      case UploadOutcome.Refused(Problem problem) ->
          end(State.FAILED, steps, keystore, List.of(problem));
      case UploadOutcome.Unclear(Problem problem, Problem _) -> {
        noteSent(keystore);
        yield verify(work, steps, keystore, List.of(problem), false);
      }
      case UploadOutcome.Uploaded done -> {
        steps.done(ServerWork.UPLOAD);
        List<Problem> warnings = new ArrayList<>(done.warnings());
        noteSent(keystore).ifPresent(warnings::add);
        yield verify(work, steps, keystore, warnings, true);
      }
    };
  }

  /** The job that made this keystore must not be undone from now on. */
  private Optional<Problem> noteSent(Keystore keystore) {
    return new JobReceipts(bench).sent(keystore.sha256());
  }

  private RunReport verify(
      ServerWork work,
      StepTracker steps,
      Keystore keystore,
      List<Problem> before,
      boolean uploaded) {
    try {
      Fingerprint seen =
          work.verify(Fingerprint.of(keystore.certificate()), () -> trust(keystore.certificate()));
      steps.done(ServerWork.UPLOAD);
      return result(
          State.DONE, steps, keystore, true, Optional.of(seen), uploaded ? before : List.of());
    } catch (ProblemException e) {
      steps.failRunning(e.problem());
      List<Problem> problems = new ArrayList<>(before);
      problems.add(e.problem());
      return result(State.PARTLY, steps, keystore, uploaded, Optional.empty(), problems);
    }
  }

  /** What a client would have that trusts this certificate and nothing else. */
  private KeyStore trust(X509Certificate certificate) throws ProblemException {
    try (Secret password = Passwords.generate(bench.random())) {
      return KeystoreReader.open(
          KeystoreWriter.client(
              StoreFormat.JKS, CertificateAnswer.DEFAULT_ALIAS, certificate, password),
          password);
    }
  }

  private static RunReport end(
      State state, StepTracker steps, Keystore keystore, List<Problem> problems) {
    steps.failRunning(problems.getFirst());
    steps.skipWaiting();
    return result(state, steps, keystore, false, Optional.empty(), problems);
  }

  private static RunReport result(
      State state,
      StepTracker steps,
      Keystore keystore,
      boolean uploaded,
      Optional<Fingerprint> verified,
      List<Problem> problems) {
    return new RunReport(
        state,
        steps.reports(),
        List.of(),
        Optional.of(Facts.of(keystore.certificate())),
        List.of(),
        uploaded,
        verified,
        problems);
  }
}
