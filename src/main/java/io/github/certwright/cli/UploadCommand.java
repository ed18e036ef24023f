package io.github.certwright.cli;

import io.github.certwright.answers.Checks;
import io.github.certwright.answers.ServerAddress;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.ServerGate;
import io.github.certwright.run.ServerNow;
import io.github.certwright.run.SignInJob;
import io.github.certwright.run.UploadJob;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Pins;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upload}: sends a server keystore that exists to Teamwork Cloud. */
@Command(name = "upload")
final class UploadCommand extends JobCommand {
  private static final String FIELD = "upload.keystore";

  @Mixin private UploadOptions options;

  @Option(names = "--password-file", paramLabel = "F", descriptionKey = "cli.option.password-file")
  private Optional<String> passwordFile = Optional.empty();

  @Option(names = "--keystore", paramLabel = "F", descriptionKey = "cli.option.keystore")
  private Optional<Path> keystore = Optional.empty();

  @Option(
      names = "--keystore-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.keystore-password-file")
  private Optional<String> keystorePasswordFile = Optional.empty();

  UploadCommand(Wiring wiring, Terminal terminal) {
    super("upload", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    List<Problem> problems =
        new ArrayList<>(options.problems(true, "--password-file", passwordFile));
    Secrets secrets = face.secrets();
    UploadAnswer known = options.known(secrets, passwordFile, problems);
    try (UploadAnswer.SignIn _ = known.signIn();
        Secret password =
            secrets.given(keystorePasswordFile, PasswordOptions.SERVER_VARIABLE, FIELD, problems)) {
      List<Problem> all = Missing.merged(problems, Checks.upload(known));
      Optional<UploadJob.Keystore> opened = open(password, all);
      if (!secrets.mayAsk() || all.stream().filter(Problem::stops).anyMatch(p -> !asked(p))) {
        return checked(face, known, opened, password, all);
      }
      UploadAnswer answer = UploadOptions.ask(secrets, known);
      try (UploadAnswer.SignIn _ = answer.signIn();
          Secret typed =
              password.isEmpty() ? secrets.ask("cli.ask.keystore-password") : password.copy()) {
        List<Problem> again = Missing.merged(problems, Checks.upload(answer));
        return checked(face, answer, open(typed, again), typed, again);
      }
    }
  }

  private static boolean asked(Problem problem) {
    return problem.key().equals("cli.password.problem.none")
        || Missing.onlyPasswords(List.of(problem));
  }

  private JobDocument checked(
      Face face,
      UploadAnswer answer,
      Optional<UploadJob.Keystore> opened,
      Secret password,
      List<Problem> problems)
      throws ProblemException {
    if (opened.isEmpty() || problems.stream().anyMatch(Problem::stops)) {
      return face.refused(problems);
    }
    PlannedUpload planned = planned(answer);
    List<Plan.Step> steps = UploadJob.steps(planned);
    if (face.dryRun()) {
      return face.planned(steps, problems);
    }
    Pins pins = face.trust().pins(planned.url(), options.fingerprint());
    Optional<JobDocument> stopped =
        face.mayAsk()
            ? face.run((_, stop) -> shown(face, planned, opened.get(), answer, pins, stop))
            : Optional.empty();
    if (stopped.isPresent()) {
      return stopped.get();
    }
    return face.agreed(steps)
        ? sent(face, planned, opened.get(), password, answer, pins, problems)
        : face.notAgreed(steps);
  }

  /**
   * Shows what the server has now; signs in and out again for it, so that no session is held while
   * a person thinks.
   *
   * @return the end of the command where that is refused
   */
  private static Optional<JobDocument> shown(
      Face face,
      PlannedUpload planned,
      UploadJob.Keystore keystore,
      UploadAnswer answer,
      Pins pins,
      Cancellation cancellation)
      throws ProblemException {
    try {
      Optional<ServerNow> now =
          new SignInJob(face.server(), pins)
              .test(planned.url(), answer.signIn(), cancellation)
              .now();
      if (now.isPresent()) {
        face.show(UploadJob.change(now.get(), planned, keystore));
      }
      return Optional.empty();
    } catch (ServerGate.NotTrusted e) {
      return Optional.of(JobDocument.refused(face.job(), State.NOT_TRUSTED, List.of(e.problem())));
    } catch (ProblemException e) {
      if (cancellation.isCancelled()) {
        return Optional.of(face.cancelled());
      }
      throw e;
    }
  }

  private JobDocument sent(
      Face face,
      PlannedUpload planned,
      UploadJob.Keystore opened,
      Secret password,
      UploadAnswer answer,
      Pins pins,
      List<Problem> problems) {
    List<Plan.Step> steps = UploadJob.steps(planned);
    RunReport report =
        face.run(
            (progress, cancellation) ->
                new UploadJob(face.bench(), face.server())
                    .run(planned, opened, password, answer.signIn(), pins, progress, cancellation));
    NextSteps next = face.nextSteps();
    return JobDocument.of(face.job(), steps, report.withWarnings(problems))
        .next(
            next.byHand(keystore.orElseThrow(), planned.tlsPort(), report),
            next.afterUpload(planned, report));
  }

  /** The keystore, or why it cannot be sent; a password not given is a problem of its own. */
  private Optional<UploadJob.Keystore> open(Secret password, List<Problem> problems) {
    if (keystore.isEmpty()) {
      problems.add(Problem.of(FIELD, "cli.upload.problem.noKeystore"));
      return Optional.empty();
    }
    try {
      return Optional.of(UploadJob.open(keystore.get(), password));
    } catch (ProblemException e) {
      boolean explained = problems.stream().anyMatch(p -> p.field().equals(FIELD));
      boolean locked = e.problem().key().equals("keystore.read.problem.wrongPassword");
      if (!password.isEmpty() || !locked) {
        problems.add(e.problem().at(FIELD));
      } else if (!explained) {
        problems.add(
            Problem.of(
                FIELD,
                "cli.password.problem.none",
                keystore.get(),
                "--keystore-password-file",
                PasswordOptions.SERVER_VARIABLE));
      }
      return Optional.empty();
    }
  }

  private static PlannedUpload planned(UploadAnswer answer) throws ProblemException {
    String user =
        switch (answer.signIn()) {
          case UploadAnswer.UserPassword named -> named.user();
          case UploadAnswer.Token _ -> "";
        };
    return switch (ServerAddress.read(answer.url())) {
      case Checked.Good<URI>(URI url, var warnings) ->
          new PlannedUpload(url, user, answer.tlsPort());
      case Checked.Bad<URI>(var bad) -> throw new ProblemException(bad.getFirst());
    };
  }
}
