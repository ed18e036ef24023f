package io.github.certwright.run;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A run that has ended, and the way back while nothing else was done since. Closing gives the way
 * back up; nothing on the disk changes by that.
 */
public final class Finished implements AutoCloseable {
  private final RunReport report;
  private final Supplier<List<Problem>> undo;
  private final Runnable close;
  private final boolean wayBack;
  private final Optional<String> receipt;

  /**
   * @param receipt of the receipt that was kept, its identifier
   */
  Finished(
      RunReport report, Supplier<List<Problem>> undo, Runnable close, Optional<String> receipt) {
    this(report, undo, close, true, receipt);
  }

  private Finished(
      RunReport report,
      Supplier<List<Problem>> undo,
      Runnable close,
      boolean wayBack,
      Optional<String> receipt) {
    this.report = report;
    this.undo = undo;
    this.close = close;
    this.wayBack = wayBack;
    this.receipt = receipt;
  }

  /** A run with nothing left to undo. */
  public static Finished ended(RunReport report) {
    return new Finished(report, List::of, () -> {}, false, Optional.empty());
  }

  /**
   * This run and the one that followed it, as one; the later is taken back first. When the later
   * was cancelled, this one is taken back too.
   */
  public Finished and(Finished next) {
    if (next.report.state() == State.CANCELLED) {
      List<Problem> left = undo();
      next.close();
      close();
      return ended(report.takenBack(left, next.report));
    }
    return new Finished(
        report.and(next.report),
        () -> {
          List<Problem> left = new ArrayList<>(next.undo());
          left.addAll(undo());
          return left;
        },
        () -> {
          next.close();
          close();
        },
        wayBack || next.wayBack,
        receipt.or(() -> next.receipt));
  }

  /** A run that changed nothing which could be put back without other rights. */
  static Finished withoutWayBack(RunReport report, Runnable close) {
    return new Finished(report, List::of, close, false, Optional.empty());
  }

  /** A run whose keystore a server may work with, so that the files here must stay. */
  static Finished sent(RunReport report, Runnable close, Optional<String> receipt) {
    return new Finished(
        report, () -> List.of(Problem.of("", "run.undo.problem.sent")), close, false, receipt);
  }

  /** The same, which does something more when it was undone wholly. */
  Finished afterUndo(Runnable more) {
    Supplier<List<Problem>> both =
        () -> {
          List<Problem> left = undo.get();
          if (left.isEmpty()) {
            more.run();
          }
          return left;
        };
    return new Finished(report, both, close, wayBack, receipt);
  }

  /** The same with one warning more. */
  Finished withWarning(Problem warning) {
    return new Finished(report.withWarnings(List.of(warning)), undo, close, wayBack, receipt);
  }

  public RunReport report() {
    return report;
  }

  /** What {@link UndoJob#find} finds this run by another day; empty when no receipt was kept. */
  public Optional<String> receipt() {
    return receipt;
  }

  /** Whether {@link #undo()} would put anything back. */
  public boolean mayUndo() {
    return wayBack
        && (!report.files().isEmpty()
            || !report.trust().files().isEmpty()
            || report.tools().stream().anyMatch(tool -> tool.state().equals("installed"))
            || report.trust().stores().stream()
                .anyMatch(store -> Set.of("installed", "removed").contains(store.state())));
  }

  /**
   * Puts files and tool folders back, byte for byte, as they were before the run. What a server was
   * sent stays there.
   *
   * @return what could not be put back; empty when everything is as it was
   */
  public List<Problem> undo() {
    return undo.get();
  }

  @Override
  public void close() {
    close.run();
  }
}
