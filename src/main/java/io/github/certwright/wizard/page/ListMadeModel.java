package io.github.certwright.wizard.page;

import io.github.certwright.plan.ListPlan;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** How issuing for a list ended. */
public final class ListMadeModel extends MadeModel<ListPlan> {
  /** Not the command's own name, under which the folder of one server is remembered. */
  static final String KIND = "authority issue list";

  ListMadeModel(Desk desk, Supplier<Optional<ListPlan>> plan) {
    super(desk, "listMade.page", KIND, plan);
  }

  @Override
  Path folder() {
    return plan().folder();
  }

  @Override
  String title() {
    return plan().authority();
  }

  /** What the report tells of is the authority. */
  @Override
  Instant end(CertificateFacts authority) {
    return plan().firstEnd();
  }
}
