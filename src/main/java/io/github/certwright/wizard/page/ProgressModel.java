package io.github.certwright.wizard.page;

import io.github.certwright.answers.Answers;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Services.Ended;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A run under way: each step, how far it all is, and the way to stop it. */
public final class ProgressModel extends PageModel implements Progress {
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, StepReport> heard = new LinkedHashMap<>();
  private final Desk desk;
  private final Supplier<Work> work;
  private final Consumer<Ended> ended;
  private final ObservableList<StepReport> steps = FXCollections.observableArrayList();
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
  private Runnable afterUndo = () -> {};
  private Cancellation cancellation = new Cancellation();
  private Instant began = Instant.EPOCH;

  /**
   * @param rights with whose rights tools are changed
   * @param ended hears, on the window's thread, how the run ended
   */
  public ProgressModel(
      Desk desk,
      Supplier<Optional<Plan>> plan,
      Supplier<Answers> answers,
      Supplier<Rights> rights,
      Consumer<Ended> ended) {
    this(desk, () -> creating(desk, plan.get().orElseThrow(), answers.get(), rights.get()), ended);
  }

  /**
   * @param work makes what is run when the page is entered
   * @param ended hears, on the window's thread, how the run ended
   */
  ProgressModel(Desk desk, Supplier<Work> work, Consumer<Ended> ended) {
    this(desk, "progress.page", work, ended);
  }

  /**
   * @param stem message stem of what is being done
   * @param work makes what is run when the page is entered
   * @param ended hears, on the window's thread, how the run ended
   */
  ProgressModel(Desk desk, String stem, Supplier<Work> work, Consumer<Ended> ended) {
    super(stem);
    this.desk = desk;
    this.work = work;
    this.ended = ended;
  }

  private static Work creating(Desk desk, Plan promised, Answers secrets, Rights rights) {
    return new Work() {
      @Override
      public Ended run(Progress heard, Cancellation cancellation) {
        return desk.services().run(promised, secrets, rights, heard, cancellation);
      }

      @Override
      public void close() {
        AllAnswers.close(secrets);
      }
    };
  }

  /** Lets a step count for more of the whole than the others, which count for one each. */
  void weigh(String stepId, double weight) {
    weights.put(stepId, weight);
  }

  /** Every step with its state. */
  public ObservableList<StepReport> steps() {
    return steps;
  }

  /** How far the whole job is, 0 to 1. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether it was asked to stop and is putting everything back. */
  public ReadOnlyBooleanProperty stoppingProperty() {
    return stopping.getReadOnlyProperty();
  }

  /** Time since the start. */
  public Duration elapsed() {
    return Duration.between(began, desk.clock().instant());
  }

  /** Asks the run to stop and to undo what it did. */
  public void stop() {
    stopping.set(true);
    cancellation.cancel();
  }

  /**
   * Asks the run to stop and to undo what it did.
   *
   * @param gone called once everything is as before; not when it was too late to stop, because then
   *     the person has to read how it ended
   */
  public void stop(Runnable gone) {
    if (running.get()) {
      afterUndo = gone;
      stop();
    }
  }

  /** Runs the plan. */
  @Override
  public void entered() {
    Work promised = work.get();
    Cancellation mine = new Cancellation();
    cancellation = mine;
    began = desk.clock().instant();
    stopping.set(false);
    running.set(true);
    steps.clear();
    fraction.set(0);
    afterUndo = () -> {};
    desk.background()
        .run(ignored -> promised.run(this, mine))
        .onSuccess(
            end -> {
              fraction.set(1);
              running.set(false);
              ended.accept(end);
              if (end.report().state() == RunReport.State.CANCELLED) {
                afterUndo.run();
              }
            })
        .andFinally(
            () -> {
              promised.close();
              running.set(false);
            });
  }

  @Override
  public void planned(List<Plan.Step> planned) {
    desk.background()
        .toWindow(
            () ->
                steps.setAll(
                    planned.stream()
                        .map(step -> new StepReport(step, State.WAITING, Optional.empty()))
                        .toList()));
  }

  /**
   * The window shows the latest of each step when it has time: fast work tells more than it can.
   */
  @Override
  public void step(StepReport report) {
    boolean first;
    synchronized (heard) {
      first = heard.isEmpty();
      heard.put(report.step().id(), report);
    }
    if (first) {
      desk.background().toWindow(this::showHeard);
    }
  }

  @Override
  public void fraction(String stepId, double part) {
    desk.background()
        .toWindow(
            () ->
                fraction.set((finished() + weight(stepId) * Math.clamp(part, 0.0, 1.0)) / total()));
  }

  @Override
  protected List<Problem> check() {
    return List.of();
  }

  private void showHeard() {
    List<StepReport> latest;
    synchronized (heard) {
      latest = List.copyOf(heard.values());
      heard.clear();
    }
    latest.forEach(this::replace);
    fraction.set(finished() / total());
  }

  private void replace(StepReport report) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).step().id().equals(report.step().id())) {
        steps.set(i, report);
      }
    }
  }

  private double finished() {
    return steps.stream()
        .filter(step -> step.state() != State.WAITING && step.state() != State.RUNNING)
        .mapToDouble(step -> weight(step.step().id()))
        .sum();
  }

  private double total() {
    return Math.max(1, steps.stream().mapToDouble(step -> weight(step.step().id())).sum());
  }

  private double weight(String stepId) {
    return weights.getOrDefault(stepId, 1.0);
  }

  /** What is run; closing wipes what only the run needed. */
  interface Work extends AutoCloseable {
    /** Runs it, on a worker. */
    Ended run(Progress heard, Cancellation cancellation);

    @Override
    void close();
  }
}
