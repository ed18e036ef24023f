package io.github.certwright.plan;

import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.plan.Plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences of a plan, one for each thing that will happen, in the order in which it happens.
 */
public final class PlanSteps {
  private PlanSteps() {}

  static List<Step> of(Plan plan) {
    List<Step> steps = new ArrayList<>();
    // First, so that a server that is down or refuses the user leaves nothing behind.
    plan.upload().map(PlanSteps::upload).ifPresent(all -> steps.add(all.getFirst()));
    steps.addAll(OriginSteps.of(plan));
    plan.files().stream()
        .filter(file -> file.role() != FileRole.REPORT)
        .forEach(file -> steps.add(write(file)));
    steps.addAll(installs(plan.installs()));
    plan.upload().map(PlanSteps::upload).ifPresent(all -> steps.addAll(all.subList(1, all.size())));
    // The report tells how everything else went, so it is written last.
    plan.files().stream()
        .filter(file -> file.role() == FileRole.REPORT)
        .forEach(file -> steps.add(write(file)));
    return steps;
  }

  /** The steps that install a pair into tool folders. */
  public static List<Step> installs(List<PlannedInstall> installs) {
    List<Step> steps = new ArrayList<>();
    for (PlannedInstall install : installs) {
      steps.add(
          new Step(
              "install." + (steps.size() + 1),
              install.replaces() ? "plan.install.replace" : "plan.install.new",
              List.of(install.label(), install.tool().resolve("certs"))));
    }
    return steps;
  }

  /** The steps that send a keystore: sign in, upload, verify. */
  public static List<Step> upload(PlannedUpload upload) {
    return List.of(
        new Step("sign-in", "plan.signin.text", List.of(upload.url())),
        new Step("upload", "plan.upload.text", List.of(upload.url(), upload.tlsPort())),
        new Step("verify", "plan.verify.text", List.of(upload.url().getHost(), upload.tlsPort())));
  }

  /** The step that writes one file. */
  public static List<Step> writing(PlannedFile file) {
    return List.of(write(file));
  }

  static Step write(PlannedFile file) {
    return new Step(
        "write." + file.role().word(),
        file.replaces() ? "plan.write.replace" : "plan.write.new",
        List.of(file.role().fileName(), file.path()));
  }
}
