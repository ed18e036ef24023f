package io.github.certwright.run;

import io.github.certwright.files.TakeBack;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an undo will do, file by file, and what it will leave alone. */
public final class UndoPlan {
  private final PastRun run;
  private final List<TakeBack.Item> items;
  private final boolean filesStay;
  private final Optional<TrustUndo> trust;

  /**
   * @param filesStay whether the files are refused because a server was sent the keystore, or
   *     because a tool keeps the certificate that is worth nothing without them
   */
  UndoPlan(PastRun run, List<TakeBack.Item> items, boolean filesStay) {
    this.run = run;
    this.items = List.copyOf(items);
    this.filesStay = filesStay;
    this.trust = TrustUndo.of(run.receipt());
  }

  public PastRun run() {
    return run;
  }

  /** The change of trust stores that is taken back, if it was one. */
  Optional<TrustUndo> trust() {
    return trust;
  }

  /** One sentence for each file, folder and trust store that is put back or removed, in order. */
  public List<Plan.Step> steps() {
    List<Plan.Step> steps = new ArrayList<>(trust.map(TrustUndo::steps).orElse(List.of()));
    for (TakeBack.Item item : acting()) {
      String id = "undo." + (steps.size() + 1);
      steps.add(
          switch (item.fate()) {
            case PUT_BACK ->
                new Plan.Step(
                    id, "run.undo.put-back.text", List.of(item.path(), item.backup().get()));
            case REMOVE_FOLDER ->
                new Plan.Step(id, "run.undo.remove-folder.text", List.of(item.path()));
            case REMOVE, CHANGED, BACKUP_GONE, TOGETHER, NO_RIGHT, AS_BEFORE ->
                new Plan.Step(id, "run.undo.remove.text", List.of(item.path()));
          });
    }
    return steps;
  }

  /** What is left alone, and why. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (filesStay) {
      problems.add(
          Problem.warning(
              "", run.sent() ? "run.undo.problem.sent" : "run.undo.problem.key-needed"));
    }
    for (TakeBack.Item item : items) {
      switch (item.fate()) {
        case CHANGED -> problems.add(Problem.warning("", "run.undo.problem.changed", item.path()));
        case BACKUP_GONE ->
            problems.add(
                Problem.warning("", "run.undo.problem.backup", item.path(), item.backup().get()));
        case TOGETHER ->
            problems.add(Problem.warning("", "run.undo.problem.together", item.path()));
        case NO_RIGHT ->
            problems.add(Problem.warning("", "run.undo.problem.no-right", item.path()));
        case PUT_BACK, REMOVE, REMOVE_FOLDER, AS_BEFORE -> {}
      }
    }
    return problems;
  }

  /** Whether anything would be done. */
  public boolean acts() {
    return trust.isPresent() || !acting().isEmpty();
  }

  List<TakeBack.Item> acting() {
    return items.stream().filter(item -> item.fate().acts()).toList();
  }
}
