package io.github.certwright.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.CertificatePlan.NamePart;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, because a process has one default locale. */
@Isolated
class FarDatesTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void countInArabicDigits() {
    Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
  }

  @AfterEach
  void countAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void datesOverTheYear2050AreRightInEveryLocale() throws Exception {
    CertificateMaker maker = new CertificateMaker(new SecureRandom());
    CertificatePlan far =
        new CertificatePlan(
            List.of(new NamePart("CN", "a.example")),
            List.of(new HostName.Dns("a.example", "a.example")),
            KeyChoice.EC256,
            Instant.parse("2049-12-31T23:59:59Z"),
            Instant.parse("2050-01-01T00:00:00Z"),
            "a");

    X509Certificate certificate =
        maker.selfSigned(far, maker.keyPair(KeyChoice.EC256)).certificate();

    assertThat(CertificateMakerTest.openssl(certificate, "-dates"))
        .isEqualTo("notBefore=Dec 31 23:59:59 2049 GMT\nnotAfter=Jan  1 00:00:00 2050 GMT\n");
  }
}
