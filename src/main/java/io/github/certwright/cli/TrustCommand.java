package io.github.certwright.cli;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Finished;
import io.github.certwright.run.StoreReport;
import io.github.certwright.run.TrustExport;
import io.github.certwright.run.TrustJob;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.StoreKind;
import io.github.certwright.trust.TrustStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust}: which of this computer's trust stores trust a certificate. */
@Command(name = "trust")
final class TrustCommand extends JobCommand {
  @Parameters(paramLabel = "ACTION", arity = "0..1", descriptionKey = "cli.option.trust-action")
  private String action = "";

  @Option(names = "--certificate", paramLabel = "F", descriptionKey = "cli.option.certificate")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--fingerprint", paramLabel = "FP", descriptionKey = "cli.option.trust-print")
  private Optional<String> fingerprint = Optional.empty();

  @Option(names = "--store", paramLabel = "NAME", descriptionKey = "cli.option.trust-store")
  private List<String> stores = new ArrayList<>();

  @Option(
      names = "--java-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.java-password-file")
  private Optional<String> javaPasswordFile = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "cli.option.trust-out")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--replace", descriptionKey = "cli.option.replace")
  private boolean replace;

  TrustCommand(Wiring wiring, Terminal terminal) {
    super("trust", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) {
    List<Problem> problems = new ArrayList<>();
    TrustJob job = new TrustJob(face.bench());
    Optional<Anchor> anchor = anchor(job, problems);
    Optional<Fingerprint> wanted = wanted(anchor, problems);
    problems.addAll(wrongUse());
    if (stops(problems)) {
      return face.refused(problems);
    }
    if (action.equals("export")) {
      return export(face, anchor.orElseThrow(), problems);
    }
    Secrets secrets = face.secrets();
    try (Secret password = secrets.fromFile(javaPasswordFile, "trust.java-password", problems)) {
      TrustStores chosen = job.stores(stores, password);
      if (stops(problems) || stops(chosen.notes())) {
        problems.addAll(chosen.notes());
        return face.refused(problems);
      }
      return switch (action) {
        case "install" -> install(face, job, anchor.orElseThrow(), chosen, problems);
        case "remove" -> remove(face, job, wanted.orElseThrow(), chosen, problems);
        default -> status(face, job, anchor, wanted.orElseThrow(), chosen, problems);
      };
    }
  }

  private static boolean stops(List<Problem> problems) {
    return problems.stream().anyMatch(Problem::stops);
  }

  private Optional<Anchor> anchor(TrustJob job, List<Problem> problems) {
    if (certificate.isEmpty()) {
      return Optional.empty();
    }
    return switch (job.read(certificate.get())) {
      case Checked.Good<Anchor>(Anchor anchor, var warnings) -> {
        if (action.equals("install") || action.equals("export")) {
          problems.addAll(warnings);
        }
        yield Optional.of(anchor);
      }
      case Checked.Bad<Anchor>(var bad) -> {
        problems.addAll(bad);
        yield Optional.empty();
      }
    };
  }

  private Optional<Fingerprint> wanted(Optional<Anchor> anchor, List<Problem> problems) {
    Optional<Fingerprint> typed = fingerprint.flatMap(Fingerprint::read);
    if (fingerprint.isPresent() && typed.isEmpty()) {
      problems.add(Problem.of("trust.fingerprint", "cli.fingerprint.problem.shape"));
    }
    return anchor.map(Anchor::fingerprint).or(() -> typed);
  }

  private List<Problem> wrongUse() {
    List<Problem> problems = new ArrayList<>();
    boolean byPrint = action.equals("remove") || action.equals("status");
    if (!byPrint && !action.equals("install") && !action.equals("export")) {
      problems.add(Problem.of("trust.action", "cli.trust.problem.action"));
    } else if (certificate.isEmpty() && !(byPrint && fingerprint.isPresent())) {
      problems.add(
          Problem.of(
              Anchor.FIELD, byPrint ? "cli.trust.problem.which" : "cli.trust.problem.certificate"));
    } else if (fingerprint.isPresent() && (certificate.isPresent() || !byPrint)) {
      problems.add(Problem.of("trust.fingerprint", "cli.trust.problem.both"));
    }
    if (replace && !action.equals("export")) {
      problems.add(Problem.of("trust.out", "cli.trust.problem.replace"));
    }
    if (action.equals("export") == out.isEmpty()) {
      problems.add(Problem.of("trust.out", "cli.trust.problem.out"));
    }
    return problems;
  }

  private static JobDocument install(
      Face face, TrustJob job, Anchor anchor, TrustStores chosen, List<Problem> problems) {
    List<Plan.Step> steps = TrustJob.installing(chosen);
    return run(
        face,
        steps,
        chosen,
        problems,
        (progress, cancellation) -> job.install(anchor, chosen, progress, cancellation));
  }

  private static JobDocument remove(
      Face face, TrustJob job, Fingerprint wanted, TrustStores chosen, List<Problem> problems) {
    List<Plan.Step> steps = TrustJob.removing(chosen);
    return run(
        face,
        steps,
        chosen,
        problems,
        (progress, cancellation) -> job.remove(wanted, chosen, progress, cancellation));
  }

  private static JobDocument run(
      Face face,
      List<Plan.Step> steps,
      TrustStores chosen,
      List<Problem> problems,
      Face.Work<Finished, RuntimeException> work) {
    if (face.dryRun()) {
      problems.addAll(chosen.notes());
      return face.planned(steps, problems);
    }
    if (!face.agreed(steps)) {
      return face.notAgreed(steps);
    }
    try (Finished finished = face.run(work)) {
      JobDocument document =
          JobDocument.of(face.job(), steps, finished.report().withWarnings(problems));
      boolean browsers = finished.report().trust().stores().stream().anyMatch(TrustCommand::opened);
      return browsers ? document.closing("cli.trust.restart") : document;
    }
  }

  /** Whether a browser that is open may not have seen the change. */
  private static boolean opened(StoreReport store) {
    return store.store().kind().group() == StoreKind.Group.BROWSERS
        && List.of("installed", "removed").contains(store.state());
  }

  private static JobDocument status(
      Face face,
      TrustJob job,
      Optional<Anchor> anchor,
      Fingerprint wanted,
      TrustStores chosen,
      List<Problem> problems) {
    problems.addAll(chosen.notes());
    return JobDocument.of(
        face.job(), List.of(), job.status(chosen, wanted, anchor).withWarnings(problems));
  }

  private JobDocument export(Face face, Anchor anchor, List<Problem> problems) {
    TrustExport job = new TrustExport(face.bench());
    Path folder = out.orElseThrow();
    List<Plan.Step> steps = job.steps(anchor, folder);
    if (!replace) {
      problems.addAll(job.inTheWay(anchor, folder));
    }
    if (stops(problems)) {
      return face.refused(problems);
    }
    return run(
        face,
        steps,
        new TrustStores(List.of(), List.of()),
        problems,
        (progress, _) -> job.run(anchor, folder, replace, progress));
  }
}
