package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.HostPort;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.control.Picker;
import java.util.List;
import java.util.Optional;

/** The pages of "Check": what shall be checked, and what was found. */
public final class CheckSomething {
  private final CheckModel checking;
  private final Flow flow;

  private CheckSomething(CheckModel checking, Flow flow) {
    this.checking = checking;
    this.flow = flow;
  }

  /** The jobs that mend what a check finds. */
  public interface Remedies {

    /**
     * Sets this computer up.
     *
     * @param server whose certificate is asked for; empty for a client kit
     */
    void setUp(Optional<HostPort> server);

    /** Whether a report is about a pair whose keystore is known, so that it can be renewed. */
    boolean renews(CheckReport report);

    /**
     * Renews the certificate where {@link #renews}, and makes a new one otherwise.
     *
     * @param names it should have, the main one first; may be empty
     */
    void anew(CheckReport report, List<String> names);
  }

  /**
   * The job.
   *
   * @param what is checked at once; empty to be asked
   */
  public static Job job(Desk desk, Picker picker, Remedies remedies, Optional<String> what) {
    CheckModel checking = new CheckModel(desk);
    VerdictModel verdict = new VerdictModel(desk, checking);
    Flow flow = new Flow(List.of(checking, verdict));
    CheckSomething all = new CheckSomething(checking, flow);
    Text text = desk.text();
    what.ifPresent(typed -> checking.beginWith(typed, flow::next));
    return new Job(
        text.of("start.check.title"),
        List.of(
            new CheckPage(text, checking, picker, all::start),
            new VerdictPage(text, verdict, picker, remedies, all::start)),
        flow,
        checking::close);
  }

  private void start(String typed) {
    checking.whatProperty().set(typed);
    if (flow.atProperty().get() == 0) {
      flow.next();
    } else {
      checking.look(() -> {});
    }
  }
}
