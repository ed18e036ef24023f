package io.github.certwright.run;

import io.github.certwright.files.Access;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.ReadOnce;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.TrustOutcome;
import io.github.certwright.trust.TrustStore;
import io.github.certwright.trust.TrustStores;
import io.github.certwright.trust.TrustWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** One run over several trust stores; one failing never stops the others. */
final class StoreWork {
  private final Workbench bench;
  private final TrustStores stores;
  private final List<Plan.Step> plan;
  private final StepTracker steps;
  private final Cancellation cancellation;
  private final Map<TrustStore, TrustOutcome> outcomes = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Anchor> anchor = Optional.empty();
  private Path pem;
  private boolean undone;

  StoreWork(
      Workbench bench,
      TrustStores stores,
      List<Plan.Step> plan,
      Progress progress,
      Cancellation cancellation) {
    this.bench = bench;
    this.stores = stores;
    this.plan = plan;
    this.steps = new StepTracker(plan, progress);
    this.cancellation = cancellation;
  }

  StoreWork install(Anchor wanted) {
    anchor = Optional.of(wanted);
    return each(wanted.fingerprint(), (store, where) -> TrustWork.install(store, wanted, where));
  }

  StoreWork remove(Fingerprint fingerprint) {
    return each(fingerprint, (store, where) -> TrustWork.remove(store, fingerprint, where));
  }

  /**
   * Takes an installation back.
   *
   * @param earlier how the certificate stood before in the stores that had it, by their identifiers
   */
  StoreWork takeBack(Fingerprint fingerprint, Map<String, String> earlier) {
    return each(
        fingerprint,
        (store, where) -> takeBack(store, fingerprint, earlier(store, earlier), where));
  }

  private static Optional<String> earlier(TrustStore store, Map<String, String> earlier) {
    return Optional.ofNullable(earlier.get(store.name().id()));
  }

  private static TrustOutcome takeBack(
      TrustStore store, Fingerprint fingerprint, Optional<String> earlier, Path where) {
    return earlier.isPresent()
        ? TrustWork.restore(store, fingerprint, earlier.get(), where)
        : TrustWork.remove(store, fingerprint, where);
  }

  private StoreWork each(Fingerprint fingerprint, BiFunction<TrustStore, Path, TrustOutcome> work) {
    pem =
        bench
            .journals()
            .resolveSibling("for-administrator")
            .resolve(Anchor.label(fingerprint) + ".crt");
    problems.addAll(bench.repair());
    problems.addAll(stores.notes());
    int i = 0;
    for (TrustStore store : stores.all()) {
      if (cancellation.isCancelled()) {
        return this;
      }
      String step = plan.get(i).id();
      i++;
      steps.running(step);
      TrustOutcome outcome = work.apply(store, pem);
      outcomes.put(store, outcome);
      tell(step, outcome);
    }
    return this;
  }

  private void tell(String step, TrustOutcome outcome) {
    switch (outcome) {
      case TrustOutcome.Installed _,
          TrustOutcome.Restored _,
          TrustOutcome.AlreadyThere _,
          TrustOutcome.WasNotThere _ ->
          steps.done(step);
      case TrustOutcome.Removed(var _, var certificate) -> {
        anchor = Optional.of(new Anchor(certificate));
        steps.done(step);
      }
      case TrustOutcome.NeedsAdminRights rights -> {
        stage(rights);
        steps.skipped(step, Optional.of(say(rights)));
        problems.add(say(rights));
      }
      case TrustOutcome.Failed failed -> {
        steps.failed(step, failed.problem());
        if (!problems.contains(failed.problem())) {
          problems.add(failed.problem());
        }
        problems.addAll(failed.leftBehind());
      }
    }
  }

  private Problem say(TrustOutcome.NeedsAdminRights rights) {
    return Problem.of(TrustStores.FIELD, "trust.problem.admin", rights.store(), line(rights));
  }

  private String line(TrustOutcome.NeedsAdminRights rights) {
    return AdminLine.of(bench.onWindows(), rights.commands());
  }

  /** Puts the certificate where the administrator's command looks for it. */
  private void stage(TrustOutcome.NeedsAdminRights rights) {
    boolean named = rights.commands().stream().anyMatch(words -> words.contains(pem.toString()));
    if (!named) {
      return;
    }
    byte[] content = new Anchor(rights.certificate()).pem();
    if (stands(content)) {
      return;
    }
    try (FileTransaction transaction = bench.transaction()) {
      transaction.makeFolder(pem.getParent(), Access.OWNER_ONLY);
      transaction.write(pem, content, Access.AS_FOLDER);
      transaction.commit();
    } catch (ProblemException e) {
      problems.add(e.problem());
    }
  }

  /** Whether an earlier run has put it there, so that no backup of the same is made. */
  private boolean stands(byte[] content) {
    try {
      return Files.isRegularFile(pem)
          && Arrays.equals(ReadOnce.bytes(pem, content.length), content);
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * The end, also of a run that was cancelled, which is taken back here.
   *
   * @param keep whether a receipt is kept
   */
  Finished finish(boolean keep) {
    if (cancellation.isCancelled() && outcomes.size() < stores.all().size()) {
      problems.add(Problem.of("", "run.cancelled"));
      List<Problem> left = undo();
      problems.addAll(left);
      steps.undoAll();
      return Finished.ended(report(left.isEmpty() ? State.CANCELLED : State.PARTLY));
    }
    Optional<String> receipt = keep ? keepReceipt() : Optional.empty();
    return new Finished(report(state()), () -> undo(receipt), () -> {}, receipt);
  }

  private Optional<String> keepReceipt() {
    return changed().isEmpty()
        ? Optional.empty()
        : new JobReceipts(bench)
            .keepTrust(
                TrustUndo.of(removed(), changed(), earlier(), anchor.orElseThrow()), problems);
  }

  /** What stood in stores before the certificate was installed there. */
  private Map<String, String> earlier() {
    Map<String, String> earlier = new LinkedHashMap<>();
    for (TrustOutcome outcome : outcomes.values()) {
      if (outcome instanceof TrustOutcome.Installed(var store, var before)) {
        before.ifPresent(words -> earlier.put(store.id(), words));
      }
    }
    return earlier;
  }

  private boolean removed() {
    return outcomes.values().stream().anyMatch(TrustOutcome.Removed.class::isInstance);
  }

  private List<TrustStore> changed() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getValue().changed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<Problem> undo(Optional<String> receipt) {
    List<Problem> left = undo();
    if (left.isEmpty()) {
      receipt.ifPresent(new JobReceipts(bench)::drop);
    }
    return left;
  }

  private List<Problem> undo() {
    List<Problem> left = new ArrayList<>();
    boolean putBack = removed();
    for (TrustStore store : changed().reversed()) {
      Anchor it = anchor.orElseThrow();
      TrustOutcome back =
          putBack
              ? TrustWork.install(store, it, pem)
              : takeBack(store, it.fingerprint(), earlier(store, earlier()), pem);
      switch (back) {
        case TrustOutcome.Failed failed -> left.add(failed.problem());
        case TrustOutcome.NeedsAdminRights rights -> {
          stage(rights);
          left.add(say(rights));
        }
        case TrustOutcome.Installed _,
            TrustOutcome.Restored _,
            TrustOutcome.AlreadyThere _,
            TrustOutcome.Removed _,
            TrustOutcome.WasNotThere _ -> {}
      }
    }
    undone = true;
    return left;
  }

  private State state() {
    boolean failed =
        outcomes.values().stream().anyMatch(TrustOutcome.Failed.class::isInstance)
            || stores.notes().stream().anyMatch(Problem::stops);
    boolean needs =
        outcomes.values().stream().anyMatch(TrustOutcome.NeedsAdminRights.class::isInstance);
    if (!failed) {
      return needs ? State.NEEDS_ADMIN : State.DONE;
    }
    boolean nothing =
        outcomes.values().stream()
            .allMatch(it -> it instanceof TrustOutcome.Failed one && one.leftBehind().isEmpty());
    return nothing ? State.FAILED : State.PARTLY;
  }

  private RunReport report(State state) {
    return new RunReport(
        state,
        steps.reports(),
        List.of(),
        anchor.map(it -> Facts.of(it.certificate())),
        List.of(),
        false,
        Optional.empty(),
        problems,
        new TrustReport(outcomes.values().stream().map(this::told).toList(), List.of()));
  }

  private StoreReport told(TrustOutcome outcome) {
    String command = outcome instanceof TrustOutcome.NeedsAdminRights rights ? line(rights) : "";
    return new StoreReport(
        outcome.store(), undone && outcome.changed() ? "undone" : outcome.word(), command);
  }
}
