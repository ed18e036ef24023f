package io.github.certwright.wizard.page;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.problem.Checked;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the files of a request go. */
public final class FolderModel extends PlaceModel<RequestPlan> {
  private final Supplier<RequestAnswers> answers;

  /**
   * @param server the main name answered before
   * @param answers all answers with secrets of their own, which are closed here
   */
  FolderModel(Desk desk, Supplier<Optional<HostName>> server, Supplier<RequestAnswers> answers) {
    super(desk, "folder.page", () -> server.get().map(HostName::ascii).orElse(""));
    this.answers = answers;
  }

  @Override
  Background.Work<Checked<RequestPlan>> planning() {
    RequestAnswers all = answers.get();
    return cancellation -> {
      try (all) {
        return desk().services().keys().plan(all);
      }
    };
  }
}
