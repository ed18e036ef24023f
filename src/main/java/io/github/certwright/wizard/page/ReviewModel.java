package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.PageModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What will happen, sentence by sentence; the plan is the promise. */
public final class ReviewModel extends PageModel {
  private final Supplier<Optional<Plan>> made;
  private final ReadOnlyObjectWrapper<Optional<Plan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param made the plan that the page before made
   */
  public ReviewModel(Supplier<Optional<Plan>> made) {
    super("review.page");
    this.made = made;
  }

  public ReadOnlyObjectProperty<Optional<Plan>> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** All sentences, one a line, for the clipboard. */
  public String words(Text text) {
    return plan.get().stream()
        .flatMap(known -> known.steps().stream())
        .map(step -> "• " + text.of(step.key(), step.args().toArray()))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void entered() {
    plan.set(made.get());
  }

  @Override
  protected List<Problem> check() {
    return List.of();
  }
}
