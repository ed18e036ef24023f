package io.github.certwright.cli;

import io.github.certwright.answers.Checks;
import io.github.certwright.answers.ServerAddress;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.UploadJob;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
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
    List<Problem> problems = new ArrayList<>();
    Optional<Fingerprint> given = options.fingerprint();
    UploadAnswer answer = options.answer(face.secrets(), passwordFile);
    try (UploadAnswer.SignIn signIn = answer.signIn();
        Secret password =
            face.secrets()
                .any(
                    keystorePasswordFile,
                    "CERTWRIGHT_SERVER_PASSWORD",
                    "cli.ask.keystore-password",
                    "upload.keystore")) {
      problems.addAll(Checks.upload(answer));
      Optional<UploadJob.Keystore> opened = open(password, problems);
      if (opened.isEmpty() || problems.stream().anyMatch(Problem::stops)) {
        return face.refused(problems);
      }
      PlannedUpload planned = planned(answer);
      List<Plan.Step> steps = UploadJob.steps(planned);
      if (face.dryRun()) {
        return face.planned(steps, problems);
      }
      Pins pins = face.trust().pins(planned.url(), given);
      if (!face.agreed(steps)) {
        return face.notAgreed(steps);
      }
      return JobDocument.of(
          face.job(),
          steps,
          face.run(
              (progress, cancellation) ->
                  new UploadJob(face.bench(), face.server())
                      .run(planned, opened.get(), password, signIn, pins, progress, cancellation)));
    }
  }

  private Optional<UploadJob.Keystore> open(Secret password, List<Problem> problems) {
    if (keystore.isEmpty()) {
      problems.add(Problem.of("upload.keystore", "cli.upload.problem.noKeystore"));
      return Optional.empty();
    }
    try {
      return Optional.of(UploadJob.open(keystore.get(), password));
    } catch (ProblemException e) {
      problems.add(e.problem().at("upload.keystore"));
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
