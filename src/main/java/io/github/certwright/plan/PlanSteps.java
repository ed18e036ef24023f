package io.github.certwright.plan;

import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.plan.Plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences of a plan, one for each thing that will happen, in the order in which it happens.
 */
final class PlanSteps {
  private PlanSteps() {}

  static List<Step> of(Plan plan) {
    List<Step> steps = new ArrayList<>();
    // First, so that a server that is down or refuses the user leaves nothing behind.
    plan.upload()
        .ifPresent(
            upload -> steps.add(new Step("sign-in", "plan.signin.text", List.of(upload.url()))));
    CertificatePlan certificate = plan.certificate();
    steps.add(
        new Step(
            "key",
            "plan.key.text",
            List.of(certificate.key().algorithm(), certificate.key().bits())));
    steps.add(
        new Step(
            "certificate",
            "plan.certificate.text",
            List.of(
                certificate.names().stream().map(name -> (Object) name.both()).toList(),
                certificate.notAfter())));
    plan.files().stream()
        .filter(file -> file.role() != FileRole.REPORT)
        .forEach(file -> steps.add(write(file)));
    int number = 1;
    for (PlannedInstall install : plan.installs()) {
      steps.add(
          new Step(
              "install." + number++,
              install.replaces() ? "plan.install.replace" : "plan.install.new",
              List.of(install.label(), install.tool().resolve("certs"))));
    }
    plan.upload()
        .ifPresent(
            upload -> {
              steps.add(
                  new Step("upload", "plan.upload.text", List.of(upload.url(), upload.tlsPort())));
              steps.add(
                  new Step(
                      "verify",
                      "plan.verify.text",
                      List.of(upload.url().getHost(), upload.tlsPort())));
            });
    // The report tells how everything else went, so it is written last.
    plan.files().stream()
        .filter(file -> file.role() == FileRole.REPORT)
        .forEach(file -> steps.add(write(file)));
    return steps;
  }

  private static Step write(PlannedFile file) {
    return new Step(
        "write." + file.role().word(),
        file.replaces() ? "plan.write.replace" : "plan.write.new",
        List.of(file.role().fileName(), file.path()));
  }
}
