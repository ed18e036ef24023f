package io.github.certwright.run;

import io.github.certwright.issue.CertifiedNames;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Phrase;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.StoreLook;
import io.github.certwright.trust.StoreName;
import io.github.certwright.trust.TrustState;
import io.github.certwright.trust.TrustStore;
import io.github.certwright.trust.TrustStores;
import io.github.certwright.trust.TrustTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a certificate into trust stores of this computer, takes it out, or tells where it is. */
public final class TrustJob {
  private final Workbench bench;
  private final TrustTools tools;

  /** With the stores of this computer. */
  public TrustJob(Workbench bench) {
    this(
        bench,
        TrustTools.of(
            bench.machine(),
            bench.disk(),
            bench.journals(),
            bench.clock(),
            new SystemPrograms(bench.machine(), new ProcessLauncher())));
  }

  /** With the stores of a computer that was prepared. */
  public TrustJob(Workbench bench, TrustTools tools) {
    this.bench = bench;
    this.tools = tools;
  }

  /** Reads the certificate; the warnings say what a person should know before trusting it. */
  public Checked<Anchor> read(Path file) {
    return Anchor.read(file, bench.clock());
  }

  /** What a person calls a certificate: its common name, or the whole name where there is none. */
  public static String title(Anchor anchor) {
    return CertifiedNames.title(anchor.certificate().getSubjectX500Principal().getName());
  }

  /**
   * The stores meant by names, or all that are here where there is no name.
   *
   * @param javaPassword of {@code cacerts} files, which the caller closes after the run; empty for
   *     the one that Java is delivered with
   */
  public TrustStores stores(List<String> names, Secret javaPassword) {
    TrustStores stores =
        names.isEmpty()
            ? TrustStores.find(tools, javaPassword)
            : TrustStores.named(tools, names, javaPassword);
    if (!stores.all().isEmpty() || stores.notes().stream().anyMatch(Problem::stops)) {
      return stores;
    }
    List<Problem> notes = new ArrayList<>(stores.notes());
    notes.add(Problem.of(TrustStores.FIELD, "trust.store.problem.none"));
    return new TrustStores(List.of(), notes);
  }

  /** The steps of an installation. */
  public static List<Plan.Step> installing(TrustStores stores) {
    return steps(stores, "run.trust.install.text");
  }

  /** The steps of a removal. */
  public static List<Plan.Step> removing(TrustStores stores) {
    return steps(stores, "run.trust.remove.text");
  }

  private static List<Plan.Step> steps(TrustStores stores, String key) {
    List<Plan.Step> steps = new ArrayList<>();
    for (TrustStore store : stores.all()) {
      steps.add(new Plan.Step("store." + (steps.size() + 1), key, List.of(inWords(store.name()))));
    }
    return steps;
  }

  /** What a store is called, with its place where there may be several of its kind. */
  public static Phrase inWords(StoreName store) {
    return store
        .place()
        .map(place -> new Phrase("run.trust.store.at", List.of(named(store), place)))
        .orElse(named(store));
  }

  private static Phrase named(StoreName store) {
    return new Phrase(store.key(), List.of());
  }

  /**
   * What each store has. Reads only.
   *
   * @return attention when a store does not trust it or cannot be asked
   */
  public RunReport status(TrustStores stores, Fingerprint fingerprint, Optional<Anchor> anchor) {
    List<StoreReport> reports = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (TrustStore store : stores.all()) {
      reports.add(new StoreReport(store.name(), state(store, fingerprint, problems), ""));
    }
    boolean everywhere = reports.stream().allMatch(report -> report.state().equals("trusted"));
    return report(everywhere ? State.DONE : State.ATTENTION, anchor, reports, problems);
  }

  private static String state(TrustStore store, Fingerprint fingerprint, List<Problem> problems) {
    return switch (store.look()) {
      case StoreLook.NotHere(Problem problem) -> unusable(problem, problems);
      case StoreLook.Unusable(Problem problem) -> unusable(problem, problems);
      case StoreLook.Here _ -> {
        TrustState state = store.state(fingerprint);
        state.trouble().ifPresent(problem -> add(problem, problems));
        yield state.word();
      }
    };
  }

  private static String unusable(Problem problem, List<Problem> problems) {
    add(problem, problems);
    return "unusable";
  }

  private static void add(Problem problem, List<Problem> problems) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private RunReport report(
      State state, Optional<Anchor> anchor, List<StoreReport> stores, List<Problem> problems) {
    return new RunReport(
        state,
        List.of(),
        List.of(),
        anchor.map(it -> Facts.of(it.certificate())),
        List.of(),
        false,
        Optional.empty(),
        problems,
        new TrustReport(stores, List.of()));
  }

  /** Adds a certificate to each store; on cancel everything is taken back. */
  public Finished install(
      Anchor anchor, TrustStores stores, Progress progress, Cancellation cancellation) {
    return new StoreWork(bench, stores, installing(stores), progress, cancellation)
        .install(anchor)
        .finish(true);
  }

  /** Takes a certificate out of each store; on cancel it is put back. */
  public Finished remove(
      Fingerprint fingerprint, TrustStores stores, Progress progress, Cancellation cancellation) {
    return new StoreWork(bench, stores, removing(stores), progress, cancellation)
        .remove(fingerprint)
        .finish(true);
  }

  /** The same as an undo, of which no receipt is kept. */
  RunReport takeBack(TrustUndo undo, Secret javaPassword, Progress progress) {
    TrustStores stores = stores(undo.stores(), javaPassword);
    StoreWork work = new StoreWork(bench, stores, undo.steps(), progress, new Cancellation());
    Finished finished =
        undo.removes()
            ? work.takeBack(undo.anchor().fingerprint(), undo.earlier()).finish(false)
            : work.install(undo.anchor()).finish(false);
    try (finished) {
      return finished.report();
    }
  }
}
