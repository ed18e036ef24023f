package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Past;
import io.github.certwright.wizard.RecentJob;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Jobs of the past: which there are, what a crash left of them, and taking them back. */
public final class StartModel {
  private static final int FEW = 5;

  private final Desk desk;
  private final ObservableList<RecentJob> jobs = FXCollections.observableArrayList();
  private final BooleanProperty all = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<RunReport>> recovered =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Undo> undo = new ReadOnlyObjectWrapper<>(new Undo.None());
  private List<RecentJob> kept = List.of();
  private Optional<Runnable> afterUndo = Optional.empty();

  public StartModel(Desk desk) {
    this.desk = desk;
  }

  /** Every job, newest first. */
  public ObservableList<RecentJob> jobs() {
    return jobs;
  }

  /** The jobs to be shown now. */
  public List<RecentJob> seen() {
    return all.get() ? jobs : jobs.subList(0, Math.min(FEW, jobs.size()));
  }

  /** Whether there are more jobs than are shown at first. */
  public boolean isLong() {
    return jobs.size() > FEW;
  }

  /** Whether all are to be shown instead of the newest five. */
  public BooleanProperty allProperty() {
    return all;
  }

  /** What a crash had left, and what became of it; empty when there is nothing to tell. */
  public ReadOnlyObjectProperty<Optional<RunReport>> recoveredProperty() {
    return recovered.getReadOnlyProperty();
  }

  /** The undo that was asked for last. */
  public ReadOnlyObjectProperty<Undo> undoProperty() {
    return undo.getReadOnlyProperty();
  }

  /** Called each time the page is shown: what was told last time was read. */
  public void entered() {
    if (!busy()) {
      undo.set(new Undo.None());
    }
    refresh();
  }

  /** Looks what there is; what the settings know is there at once. */
  public void refresh() {
    jobs.setAll(RecentJob.merged(desk.settings().current().history(), kept));
    desk.background()
        .run(cancellation -> desk.services().past().kept())
        .onSuccess(
            now -> {
              kept = now;
              jobs.setAll(RecentJob.merged(desk.settings().current().history(), kept));
            })
        .onProblem(problem -> undo.set(new Undo.Refused(List.of(problem))));
  }

  /** Finishes or undoes what a crash left; called once when the window opens. */
  public void recover() {
    desk.background()
        .run(
            cancellation -> {
              Past past = desk.services().past();
              return past.waiting().isEmpty()
                  ? Optional.<RunReport>empty()
                  : Optional.of(past.recover());
            })
        .onSuccess(
            found -> {
              recovered.set(found.filter(report -> !report.problems().isEmpty()));
              found.ifPresent(report -> refresh());
            });
  }

  /** The person has read what was left. */
  public void read() {
    recovered.set(Optional.empty());
  }

  public void openFolder(Path folder) {
    desk.background()
        .run(
            cancellation -> {
              desk.services().openFolder(folder);
              return folder;
            })
        .onProblem(problem -> undo.set(new Undo.Refused(List.of(problem))));
  }

  /**
   * Takes a job back, after the person has seen what that means and has agreed; one at a time.
   *
   * @param asker shows it
   */
  public void undo(RecentJob job, Asker asker) {
    if (busy() || job.receipt().isEmpty()) {
      return;
    }
    undo.set(new Undo.Looking(job));
    desk.background()
        .run(cancellation -> desk.services().past().undoing(job.receipt().get()))
        .onSuccess(found -> ask(job, found, asker))
        .onProblem(
            problem -> {
              undo.set(new Undo.Refused(List.of(problem)));
              refresh();
            });
  }

  /** Calls this when nothing is being put back; at once when nothing is. */
  void whenIdle(Runnable then) {
    if (undo.get() instanceof Undo.Running) {
      afterUndo = Optional.of(then);
    } else {
      then.run();
    }
  }

  private boolean busy() {
    return undo.get() instanceof Undo.Looking || undo.get() instanceof Undo.Running;
  }

  private void ask(RecentJob job, Past.Undoing found, Asker asker) {
    if (!found.steps().isEmpty()) {
      asker.ask(job, found, () -> run(job, found), () -> undo.set(new Undo.None()));
    } else if (!found.problems().isEmpty()) {
      undo.set(new Undo.Refused(found.problems()));
    } else {
      run(job, found);
    }
  }

  private void run(RecentJob job, Past.Undoing found) {
    undo.set(new Undo.Running(job, 0));
    double steps = Math.max(1, found.steps().size());
    desk.background()
        .run(cancellation -> found.run(new Counting(job, steps)))
        .onSuccess(
            report -> {
              undo.set(new Undo.Ended(job, report));
              if (report.state() == RunReport.State.DONE) {
                remember(job);
              }
            })
        .andFinally(
            () -> {
              if (undo.get() instanceof Undo.Running) {
                undo.set(new Undo.None());
              }
              refresh();
              afterUndo.ifPresent(Runnable::run);
              afterUndo = Optional.empty();
            });
  }

  /** Where the settings cannot be written, the receipt tells all the same. */
  private void remember(RecentJob job) {
    Instant now = desk.clock().instant();
    String receipt = job.receipt().orElseThrow();
    desk.background()
        .run(
            cancellation -> {
              desk.settings().update(data -> data.withUndone(receipt, now));
              return receipt;
            })
        .onSuccess(known -> refresh());
  }

  /** Shows what an undo would do; the answer offered is no. */
  @FunctionalInterface
  public interface Asker {
    /** Calls one of the two. */
    void ask(RecentJob job, Past.Undoing undoing, Runnable yes, Runnable no);
  }

  /** Taking a job back. */
  public sealed interface Undo {
    /** None was asked for. */
    record None() implements Undo {}

    /** What it would do is being looked up or shown. */
    record Looking(RecentJob job) implements Undo {}

    /**
     * Under way.
     *
     * @param fraction 0 to 1
     */
    record Running(RecentJob job, double fraction) implements Undo {}

    /** It has ended; what was left alone stands in the report. */
    record Ended(RecentJob job, RunReport report) implements Undo {}

    /** It cannot be done. */
    record Refused(List<Problem> problems) implements Undo {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Counts the steps that have ended. */
  private final class Counting implements Progress {
    private final RecentJob job;
    private final double steps;
    private int ended;

    Counting(RecentJob job, double steps) {
      this.job = job;
      this.steps = steps;
    }

    @Override
    public void planned(List<Plan.Step> planned) {}

    @Override
    public void step(StepReport report) {
      if (report.state() != State.WAITING && report.state() != State.RUNNING) {
        ended++;
        double fraction = ended / steps;
        desk.background().toWindow(() -> show(fraction));
      }
    }

    @Override
    public void fraction(String stepId, double fraction) {}

    private void show(double fraction) {
      if (undo.get() instanceof Undo.Running) {
        undo.set(new Undo.Running(job, fraction));
      }
    }
  }
}
