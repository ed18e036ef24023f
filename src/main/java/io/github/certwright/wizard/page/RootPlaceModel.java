package io.github.certwright.wizard.page;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.problem.Checked;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.util.function.Supplier;

/** Where the files of a root authority go. */
public final class RootPlaceModel extends PlaceModel<AuthorityPlan> {
  private final Supplier<AuthorityAnswers> answers;

  /**
   * @param name of the authority, as answered before
   * @param answers all answers with secrets of their own, which are closed here
   */
  RootPlaceModel(Desk desk, Supplier<String> name, Supplier<AuthorityAnswers> answers) {
    super(desk, "rootPlace.page", name);
    this.answers = answers;
  }

  @Override
  Background.Work<Checked<AuthorityPlan>> planning() {
    AuthorityAnswers all = answers.get();
    return cancellation -> {
      try (all) {
        return desk().services().roots().plan(all);
      }
    };
  }
}
