package io.github.certwright.cli;

import io.github.certwright.plan.Plan;
import io.github.certwright.run.Progress;
import io.github.certwright.run.SettingsChange;
import java.util.List;

/** Progress that also shows, once, what a server has now and what it is to have. */
record ChangeShown(Progress heard, Face face) implements Progress {
  @Override
  public void planned(List<Plan.Step> steps) {
    heard.planned(steps);
  }

  @Override
  public void step(StepReport report) {
    heard.step(report);
  }

  @Override
  public void fraction(String stepId, double fraction) {
    heard.fraction(stepId, fraction);
  }

  @Override
  public void found(SettingsChange change) {
    if (face.found().isEmpty()) {
      heard.found(change);
      face.show(change);
    }
  }
}
