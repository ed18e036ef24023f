package io.github.certwright.cli;

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
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.TrustJob;
import io.github.certwright.secret.Secret;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.TrustStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code install}: puts a client pair into modeling tools of this computer. */
@Command(name = "install")
final class InstallCommand extends JobCommand {
  @Mixin private SourceOptions options;

  @Option(names = "--into", paramLabel = "DIR", descriptionKey = "cli.option.into")
  private List<Path> into = new ArrayList<>();

  @Option(names = "--all-found", descriptionKey = "cli.option.all-found")
  private boolean allFound;

  @Option(names = "--trust-store", paramLabel = "NAME", descriptionKey = "cli.option.trust-store")
  private List<String> trustStores = new ArrayList<>();

  @Option(names = "--ask-admin", descriptionKey = "cli.option.ask-admin")
  private boolean askAdmin;

  InstallCommand(Wiring wiring, Terminal terminal) {
    super("install", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) {
    InstallJob job = job(face);
    List<Problem> problems = new ArrayList<>();
    Checked<List<PlannedInstall>> planned = job.plan(folders(job, problems));
    problems.addAll(planned.problems());
    TrustStores chosen = trusting(face);
    problems.addAll(chosen.notes());
    Secrets secrets = face.secrets();
    try (Secret known = options.password(secrets, problems);
        Secret password = asked(secrets, known, problems)) {
      Optional<PairSource> source = options.source(password, problems);
      if (options.passwordMissing(password, problems)) {
        problems.add(options.noPassword());
      }
      if (source.isEmpty() || problems.stream().anyMatch(Problem::stops)) {
        source.ifPresent(from -> unfit(face, job, from, password, problems));
        return face.refused(problems);
      }
      return switch (planned) {
        case Checked.Good<List<PlannedInstall>>(var installs, var warnings) ->
            install(face, job, source.get(), new Chosen(installs, chosen), problems);
        case Checked.Bad<List<PlannedInstall>> _ -> face.refused(problems);
      };
    }
  }

  private List<Path> folders(InstallJob job, List<Problem> problems) {
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
    return folders;
  }

  private InstallJob job(Face face) {
    InstallJob job = new InstallJob(face.bench(), face.server().probe());
    return askAdmin ? job.askingAdmin(ElevatedInstall.here(face.bench())) : job;
  }

  private Secret asked(Secrets secrets, Secret known, List<Problem> problems) {
    boolean ask =
        options.passwordMissing(known, problems) && problems.stream().noneMatch(Problem::stops);
    return ask ? secrets.ask("cli.ask.client-password") : known.copy();
  }

  /** Says what is wrong with a file, too, when something else is wrong; asks no server. */
  private static void unfit(
      Face face, InstallJob job, PairSource source, Secret password, List<Problem> problems) {
    boolean waits =
        source instanceof PairSource.Ask
            || (source instanceof PairSource.Store && password.isEmpty());
    if (waits) {
      return;
    }
    try (ReadPair pair =
        face.run((_, cancellation) -> job.read(source, cancellation::isCancelled))) {
      problems.addAll(pair.warnings());
    } catch (ProblemException e) {
      problems.add(e.problem());
    }
  }

  private JobDocument install(
      Face face, InstallJob job, PairSource source, Chosen chosen, List<Problem> warnings) {
    List<Plan.Step> steps = chosen.steps();
    if (face.dryRun() && source instanceof PairSource.Ask) {
      return face.planned(steps, warnings);
    }
    try (ReadPair pair =
        face.run((_, cancellation) -> job.read(source, cancellation::isCancelled))) {
      if (face.dryRun()) {
        List<Problem> all = new ArrayList<>(warnings);
        all.addAll(pair.warnings());
        return face.planned(steps, all);
      }
      if (!face.agreed(steps)) {
        return face.notAgreed(steps);
      }
      try (Finished finished =
          face.run((progress, stop) -> run(face, job, pair, chosen, progress, stop))) {
        return JobDocument.of(face.job(), steps, finished.report().withWarnings(warnings));
      }
    } catch (ProblemException e) {
      return unread(face, e.problem());
    }
  }

  /** What the pair, or its certificate, is put into. */
  private record Chosen(List<PlannedInstall> tools, TrustStores stores) {
    List<Plan.Step> steps() {
      List<Plan.Step> steps = new ArrayList<>(InstallJob.steps(tools));
      steps.addAll(TrustJob.installing(stores));
      return steps;
    }
  }

  private TrustStores trusting(Face face) {
    return trustStores.isEmpty()
        ? new TrustStores(List.of(), List.of())
        : new TrustJob(face.bench()).stores(trustStores, Secret.empty());
  }

  private Finished run(
      Face face,
      InstallJob job,
      ReadPair pair,
      Chosen chosen,
      Progress progress,
      Cancellation stop) {
    Finished tools = job.run(pair, chosen.tools(), options.copies(), progress, stop);
    if (chosen.stores().all().isEmpty() || tools.report().state() == State.CANCELLED) {
      return tools;
    }
    Anchor anchor = new Anchor(pair.certificate());
    return tools.and(new TrustJob(face.bench()).install(anchor, chosen.stores(), progress, stop));
  }

  private static JobDocument unread(Face face, Problem problem) {
    return switch (problem.key()) {
      case "tls.cancelled" -> face.cancelled();
      case "run.trust.ask", "run.trust.changed" ->
          JobDocument.refused(face.job(), State.NOT_TRUSTED, List.of(problem));
      default -> face.refused(List.of(problem));
    };
  }
}
