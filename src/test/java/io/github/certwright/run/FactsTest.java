package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.CertificatePlan.NamePart;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
  @Test
  void aCertificateCannotGiveOrdersToATerminal() {
    CertificateMaker maker = new CertificateMaker(new SecureRandom());
    CertificatePlan plan =
        new CertificatePlan(
            List.of(new NamePart("O", "\u001b[2J\u202eevil"), new NamePart("L", "Zürich")),
            List.of(new HostName.Dns("a.example", "a.example")),
            KeyChoice.EC256,
            Instant.parse("2026-11-21T00:00:00Z"),
            Instant.parse("2027-11-21T00:00:00Z"),
            "a");

    RunReport.CertificateFacts facts =
        Facts.of(maker.selfSigned(plan, maker.keyPair(KeyChoice.EC256)).certificate());

    assertThat(facts.subject())
        .contains("⟨U+001B⟩", "⟨U+202E⟩", "Zürich")
        .doesNotContain("\u001b", "\u202e");
    assertThat(facts.issuer()).isEqualTo(facts.subject());
  }
}
