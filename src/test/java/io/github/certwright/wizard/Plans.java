package io.github.certwright.wizard;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plans for tests that need one. */
public final class Plans {
  private Plans() {}

  public static Plan some() {
    Path folder = Path.of("/home/anna/Certwright");
    return new Plan(
        new CertificatePlan(
            List.of(new CertificatePlan.NamePart("CN", "tw.example.com")),
            List.of(new HostName.Dns("tw.example.com", "tw.example.com")),
            KeyChoice.RSA2048,
            FakeServices.NOW,
            FakeServices.NOW.plus(Duration.ofDays(825)),
            "teamworkcloud"),
        StoreFormat.JKS,
        folder,
        true,
        List.of(
            new Plan.PlannedFile(FileRole.SERVER_KEYSTORE, folder.resolve("KeyStore.jks"), false)),
        List.of(),
        Optional.empty());
  }
}
