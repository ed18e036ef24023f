package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import java.util.List;

/**
 * What will happen, for the review.
 *
 * @param steps in the order in which they happen
 * @param noteKey message key of the remark above them
 */
public record Promise(List<Plan.Step> steps, String noteKey) {
  public Promise {
    steps = List.copyOf(steps);
  }

  /**
   * Creating a pair.
   *
   * @param steps those of the plan, as they will really be
   */
  static Promise of(Plan plan, List<Plan.Step> steps) {
    return new Promise(steps, plan.upload().isPresent() ? "review.sent.text" : "review.local.text");
  }
}
