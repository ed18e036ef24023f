package io.github.certwright.cli;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckTarget;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.CheckJob;
import io.github.certwright.run.CheckJob.Client;
import io.github.certwright.run.Facts;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: looks at servers and files and says what is wrong. */
@Command(name = "check")
final class CheckCommand extends JobCommand {
  private static final String STORE_FIELD = "check.store";

  @Parameters(
      paramLabel = "HOST[:PORT]|FILE",
      arity = "0..*",
      descriptionKey = "cli.option.targets")
  private List<String> typed = new ArrayList<>();

  @Option(names = "--client-store", paramLabel = "F", descriptionKey = "cli.option.check-store")
  private Optional<Path> store = Optional.empty();

  @Option(
      names = "--client-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.store-password-file")
  private Optional<String> storePasswordFile = Optional.empty();

  @Option(
      names = "--password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.check-password-file")
  private Optional<String> passwordFile = Optional.empty();

  CheckCommand(Wiring wiring, Terminal terminal) {
    super("check", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) {
    List<Problem> problems = new ArrayList<>();
    List<CheckTarget> targets = targets(problems);
    Secrets secrets = face.secrets();
    try (Secret password = secrets.fromFile(passwordFile, "check.password", problems);
        Secret known = storePassword(secrets, problems);
        Secret clientPassword =
            missing(known, problems) && problems.isEmpty()
                ? secrets.ask("cli.ask.client-password")
                : known.copy()) {
      if (missing(clientPassword, problems)) {
        problems.add(
            Problem.of(
                STORE_FIELD,
                "cli.password.problem.none",
                store.orElseThrow(),
                "--client-password-file",
                PasswordOptions.CLIENT_VARIABLE));
      }
      if (!problems.isEmpty()) {
        return face.refused(problems);
      }
      if (face.dryRun()) {
        return face.planned(List.of(), List.of());
      }
      Optional<Client> client = store.map(file -> new Client(file, clientPassword));
      CheckJob job = new CheckJob(face.bench(), face.pins());
      return document(
          face,
          face.run(
              (progress, cancellation) ->
                  job.run(
                      targets,
                      Optional.of(password).filter(given -> !given.isEmpty()),
                      client,
                      now -> face.say(now.key(), now.args().toArray()),
                      cancellation)));
    }
  }

  private Secret storePassword(Secrets secrets, List<Problem> problems) {
    if (store.isEmpty()) {
      storePasswordFile.ifPresent(
          _ ->
              problems.add(
                  Problem.of(
                      STORE_FIELD,
                      "cli.usage.problem.alone",
                      "--client-password-file",
                      "--client-store")));
      return Secret.empty();
    }
    return secrets.given(storePasswordFile, PasswordOptions.CLIENT_VARIABLE, STORE_FIELD, problems);
  }

  private boolean missing(Secret password, List<Problem> problems) {
    return store.isPresent()
        && password.isEmpty()
        && problems.stream().noneMatch(p -> p.field().equals(STORE_FIELD));
  }

  private List<CheckTarget> targets(List<Problem> problems) {
    if (typed.isEmpty()) {
      problems.add(Problem.of("check.address", "cli.check.problem.nothing"));
    }
    List<CheckTarget> targets = new ArrayList<>();
    for (String one : typed) {
      switch (CheckTarget.read(one)) {
        case Checked.Good<CheckTarget>(CheckTarget target, var warnings) -> targets.add(target);
        case Checked.Bad<CheckTarget>(var bad) -> problems.addAll(bad);
      }
    }
    return targets;
  }

  private static JobDocument document(Face face, List<CheckReport> reports) {
    boolean cancelled =
        reports.stream()
            .flatMap(report -> report.findings().stream())
            .anyMatch(finding -> finding.key().equals("tls.cancelled"));
    boolean attention = reports.stream().anyMatch(report -> report.exitCode() != 0);
    State state = cancelled ? State.CANCELLED : attention ? State.ATTENTION : State.DONE;
    Optional<RunReport.CertificateFacts> facts =
        reports.size() == 1
            ? reports.getFirst().chain().stream().findFirst().map(Facts::of)
            : Optional.empty();
    return JobDocument.of(
            face.job(),
            List.of(),
            new RunReport(
                state, List.of(), List.of(), facts, List.of(), false, Optional.empty(), List.of()))
        .checks(reports);
  }
}
