package io.github.certwright.cli;

import io.github.certwright.check.HostPort;
import io.github.certwright.install.FoundTool;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.ElevatedInstall;
import io.github.certwright.run.Finished;
import io.github.certwright.run.InstallJob;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code install}: puts a client pair into modeling tools of this computer. */
@Command(name = "install")
final class InstallCommand extends JobCommand {
  @Option(names = "--kit", paramLabel = "F", descriptionKey = "cli.option.kit-in")
  private Optional<Path> kit = Optional.empty();

  @Option(names = "--client-store", paramLabel = "F", descriptionKey = "cli.option.client-store")
  private Optional<Path> store = Optional.empty();

  @Option(
      names = "--client-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.client-password-file")
  private Optional<String> passwordFile = Optional.empty();

  @Option(names = "--certificate", paramLabel = "F", descriptionKey = "cli.option.certificate")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--ask", paramLabel = "HOST[:PORT]", descriptionKey = "cli.option.ask")
  private Optional<String> ask = Optional.empty();

  @Option(names = "--fingerprint", paramLabel = "FP", descriptionKey = "cli.option.ask-fingerprint")
  private Optional<String> fingerprint = Optional.empty();

  @Option(names = "--into", paramLabel = "DIR", descriptionKey = "cli.option.into")
  private List<Path> into = new ArrayList<>();

  @Option(names = "--all-found", descriptionKey = "cli.option.all-found")
  private boolean allFound;

  @Option(names = "--ask-admin", descriptionKey = "cli.option.ask-admin")
  private boolean askAdmin;

  InstallCommand(Wiring wiring, Terminal terminal) {
    super("install", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    InstallJob job = job(face);
    List<Problem> problems = new ArrayList<>();
    List<Path> folders = new ArrayList<>(into);
    if (allFound) {
      job.find(() -> false).stream().map(FoundTool::path).forEach(folders::add);
    }
    if (folders.isEmpty()) {
      problems.add(
          Problem.of(
              "where.tools",
              allFound ? "cli.install.problem.noneFound" : "cli.install.problem.nowhere"));
    }
    Checked<List<PlannedInstall>> planned = job.plan(folders);
    problems.addAll(planned.problems());
    try (Secret password = password(face, problems)) {
      Optional<PairSource> source = source(password, problems);
      if (source.isEmpty()
          || !(planned instanceof Checked.Good<List<PlannedInstall>> good)
          || problems.stream().anyMatch(Problem::stops)) {
        return face.refused(problems);
      }
      return install(face, job, source.get(), good);
    }
  }

  private InstallJob job(Face face) {
    InstallJob job = new InstallJob(face.bench(), face.server().probe());
    return askAdmin ? job.askingAdmin(ElevatedInstall.here(face.bench())) : job;
  }

  private Secret password(Face face, List<Problem> problems) {
    try {
      return store.isEmpty()
          ? Secret.empty()
          : face.secrets()
              .any(
                  passwordFile,
                  "CERTWRIGHT_CLIENT_PASSWORD",
                  "cli.ask.client-password",
                  "passwords.client");
    } catch (ProblemException e) {
      problems.add(e.problem());
      return Secret.empty();
    }
  }

  private Optional<PairSource> source(Secret password, List<Problem> problems)
      throws ProblemException {
    long given = Stream.of(kit, store, certificate, ask).filter(Optional::isPresent).count();
    if (given != 1) {
      problems.add(Problem.of("source.file", "cli.install.problem.oneSource"));
      return Optional.empty();
    }
    if (ask.isPresent()) {
      return ask(problems);
    }
    return kit.<PairSource>map(PairSource.Kit::new)
        .or(() -> store.map(file -> new PairSource.Store(file, password)))
        .or(() -> certificate.map(PairSource.Certificate::new));
  }

  private Optional<PairSource> ask(List<Problem> problems) throws ProblemException {
    return switch (HostPort.read(ask.orElseThrow())) {
      case Checked.Good<HostPort>(HostPort where, var warnings) ->
          Optional.of(
              new PairSource.Ask(where, TrustQuestion.read(fingerprint, "source.fingerprint")));
      case Checked.Bad<HostPort>(var bad) -> {
        problems.addAll(bad);
        yield Optional.empty();
      }
    };
  }

  private JobDocument install(
      Face face, InstallJob job, PairSource source, Checked.Good<List<PlannedInstall>> planned)
      throws ProblemException {
    List<PlannedInstall> installs = planned.value();
    List<Plan.Step> steps = InstallJob.steps(installs);
    try (ReadPair pair = job.read(source, new Cancellation()::isCancelled)) {
      List<Problem> warnings = new ArrayList<>(planned.warnings());
      if (face.dryRun()) {
        warnings.addAll(pair.warnings());
        return face.planned(steps, warnings);
      }
      if (!face.agreed(steps)) {
        return face.notAgreed(steps);
      }
      try (Finished finished =
          face.run(
              (progress, cancellation) ->
                  job.run(pair, installs, copies(), progress, cancellation))) {
        return JobDocument.of(face.job(), steps, finished.report().withWarnings(warnings));
      }
    } catch (ProblemException e) {
      String key = e.problem().key();
      boolean trust = key.equals("run.trust.ask") || key.equals("run.trust.changed");
      return JobDocument.refused(
          face.job(), trust ? State.NOT_TRUSTED : State.REFUSED, List.of(e.problem()));
    }
  }

  /**
   * The folder an administrator's command can copy from: only where both files stand side by side.
   */
  private Optional<Path> copies() {
    return store
        .map(file -> file.toAbsolutePath().getParent())
        .filter(folder -> java.nio.file.Files.isRegularFile(folder.resolve("cert.jks")))
        .filter(folder -> java.nio.file.Files.isRegularFile(folder.resolve("cert.pass")));
  }
}
