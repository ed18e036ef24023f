package io.github.certwright.run;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.State;
import java.util.ArrayList;
import java.util.List;
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

  Finished(RunReport report, Supplier<List<Problem>> undo, Runnable close) {
    this(report, undo, close, true);
  }

  private Finished(
      RunReport report, Supplier<List<Problem>> undo, Runnable close, boolean wayBack) {
    this.report = report;
    this.undo = undo;
    this.close = close;
    this.wayBack = wayBack;
  }

  /** A run with nothing left to undo. */
  static Finished ended(RunReport report) {
    return new Finished(report, List::of, () -> {}, false);
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
        wayBack || next.wayBack);
  }

  /** A run whose keystore a server may work with, so that the files here must stay. */
  static Finished sent(RunReport report, Runnable close) {
    return new Finished(
        report, () -> List.of(Problem.of("", "run.undo.problem.sent")), close, false);
  }

  public RunReport report() {
    return report;
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
