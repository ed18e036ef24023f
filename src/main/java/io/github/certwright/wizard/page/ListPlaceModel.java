package io.github.certwright.wizard.page;

import io.github.certwright.answers.ListAnswers;
import io.github.certwright.plan.ListPlan;
import io.github.certwright.plan.ServerList;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.util.function.Supplier;

/** Where the files of a list of servers go. */
public final class ListPlaceModel extends PlaceModel<ListPlan> {
  private final Supplier<Wanted> wanted;

  /**
   * What was answered before.
   *
   * @param answers with secrets of their own, which are closed here
   */
  record Wanted(ListAnswers answers, ServerList list, OpenAuthority authority) {}

  ListPlaceModel(Desk desk, Supplier<Wanted> wanted) {
    super(desk, "listPlace.page", () -> desk.text().of("listPlace.folder.name"));
    this.wanted = wanted;
  }

  @Override
  Background.Work<Checked<ListPlan>> planning() {
    Wanted now = wanted.get();
    return cancellation -> {
      try (ListAnswers all = now.answers()) {
        return desk().services().roots().planList(all, now.list(), now.authority());
      }
    };
  }

  /** The list's own bad lines were read beside it; those that the authority refuses are new. */
  @Override
  boolean isNew(Problem problem) {
    return super.isNew(problem)
        || (problem.key().equals("authority.list.problem.line")
            && problem.detail().equals("authority.issue.problem.outside"));
  }
}
