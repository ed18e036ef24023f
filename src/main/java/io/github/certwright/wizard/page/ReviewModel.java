package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.PageModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What will happen, sentence by sentence; the plan is the promise. */
public final class ReviewModel extends PageModel {
  private final Supplier<String> actStem;
  private final Supplier<Optional<Promise>> made;
  private final ReadOnlyObjectWrapper<Optional<Promise>> promise =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param made the plan that the page before made
   */
  public ReviewModel(Supplier<Optional<Plan>> made) {
    this(made, UnaryOperator.identity());
  }

  /**
   * @param made the plan that the page before made
   * @param real makes of its steps what they will really be
   */
  ReviewModel(Supplier<Optional<Plan>> made, UnaryOperator<List<Plan.Step>> real) {
    this("review.create", () -> made.get().map(it -> Promise.of(it, real.apply(it.steps()))));
  }

  /**
   * @param actStem message stem of the button that starts it
   * @param made what the answers of the pages before come to
   */
  ReviewModel(String actStem, Supplier<Optional<Promise>> made) {
    this(() -> actStem, made);
  }

  /**
   * @param actStem message stem of the button that starts it, by what was answered
   * @param made what the answers of the pages before come to
   */
  ReviewModel(Supplier<String> actStem, Supplier<Optional<Promise>> made) {
    super("review.page");
    this.actStem = actStem;
    this.made = made;
  }

  /** Message stem of the button that starts it. */
  public String actStem() {
    return actStem.get();
  }

  public ReadOnlyObjectProperty<Optional<Promise>> promiseProperty() {
    return promise.getReadOnlyProperty();
  }

  /** All sentences, one a line, for the clipboard. */
  public String words(Text text) {
    return promise.get().stream()
        .flatMap(known -> known.steps().stream())
        .map(step -> "• " + text.of(step.key(), step.args().toArray()))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void entered() {
    promise.set(made.get());
  }

  @Override
  protected List<Problem> check() {
    return List.of();
  }
}
