package io.github.certwright.check;

import static io.github.certwright.check.TestCertificate.clock;
import static io.github.certwright.check.TestCertificate.dns;
import static io.github.certwright.check.TestCertificate.good;
import static io.github.certwright.check.TestCertificate.ip;
import static io.github.certwright.check.TestCertificate.pair;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateCheckTest {
  private static final String HOST = "twcloud.example.com";

  private static List<Finding> findings(TestCertificate certificate, String host) {
    return CertificateCheck.server(certificate.make().certificate(), Optional.of(host), clock());
  }

  /** The keys of everything that is not green. */
  private static List<String> faults(TestCertificate certificate, String host) {
    return findings(certificate, host).stream()
        .filter(finding -> finding.level() != Level.GREEN)
        .map(finding -> finding.level().word() + " " + finding.key())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"RSA,2048", "RSA,3072", "EC,256", "EC,384", "EC,521"})
  void soundCertificatesRaiseNoAlarm(String algorithm, int bits) {
    assertThat(faults(good().key(pair(algorithm, bits)), HOST)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "61,''",
    "60,amber check.end.notice",
    "31,amber check.end.notice",
    "30,amber check.end.soon",
    "8,amber check.end.soon",
    "7,amber check.end.urgent",
    "0,amber check.end.urgent",
    "-1,red check.end.over",
  })
  void theEndIsAnnouncedSixtyThirtyAndSevenDaysBefore(int days, String expected) {
    assertThat(String.join(",", faults(good().from(-100).until(days), HOST))).isEqualTo(expected);
  }

  @Test
  void aCertificateOfTomorrowPointsToAWrongClock() {
    assertThat(faults(good().from(1), HOST)).containsExactly("red check.end.notYet");
  }

  @ParameterizedTest
  @CsvSource({
    "twcloud.example.com, TWCLOUD.Example.com, true",
    "*.example.com, twcloud.example.com, true",
    "*.example.com, a.b.example.com, false",
    "*.example.com, example.com, false",
    "*.com, example.com, false",
    "tw*.example.com, twcloud.example.com, false",
    "xn--bcher-kva.example, xn--bcher-kva.example, true",
    "XN--BCHER-KVA.example, xn--bcher-kva.example, true",
    "other.example.com, twcloud.example.com, false",
  })
  void namesAreComparedAsBrowsersDo(String name, String host, boolean fits) {
    assertThat(faults(good().names(dns(name)), host))
        .isEqualTo(fits ? List.of() : List.of("red check.name.other"));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.17, 192.0.2.17, true",
    "192.0.2.17, 192.0.2.18, false",
    "2001:db8::1, 2001:db8:0:0:0:0:0:1, true",
  })
  void addressesAreComparedAsAddresses(String name, String host, boolean fits) {
    assertThat(faults(good().names(ip(name)), host))
        .isEqualTo(fits ? List.of() : List.of("red check.name.other"));
  }

  @Test
  void anAddressAmongTheNamesIsFoundByNobody() {
    assertThat(faults(good().names(dns("192.0.2.17")), "192.0.2.17"))
        .containsExactly("red check.name.misplaced");
  }

  @Test
  void theOldRecipesCommonNameAloneIsNotEnoughForBrowsers() {
    assertThat(faults(good().names(), HOST)).containsExactly("amber check.name.commonOnly");
    assertThat(faults(good().names().subject("CN=First Last,O=Unknown"), HOST))
        .containsExactly("red check.name.none");
  }

  @Test
  void shortAndUnusualKeysAreNamed() {
    assertThat(faults(good().key(pair("RSA", 1024)), HOST))
        .containsExactly("amber check.key.short");
    assertThat(faults(good().key(pair("RSA", 768)), HOST)).containsExactly("red check.key.weak");
    assertThat(faults(good().key(pair("Ed25519", 255)), HOST))
        .containsExactly("amber check.key.unusual");
    assertThat(faults(good().key(pair("DSA", 2048)), HOST))
        .containsExactly("amber check.key.unusual");
  }

  @Test
  void aCurveThatJavaNoLongerKnowsIsWeak() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
    generator.initialize(new ECGenParameterSpec("secp192r1"));
    assertThat(
            faults(
                good().key(generator.generateKeyPair()).forgedWith(pair("RSA", 2048).getPrivate()),
                HOST))
        .containsExactly("red check.key.weak");
  }

  @ParameterizedTest
  @CsvSource({"SHA1withRSA", "MD5withRSA"})
  void forgeableSignaturesAreRefused(String algorithm) {
    assertThat(faults(good().signature(algorithm), HOST))
        .containsExactly("red check.signature.old");
  }

  @Test
  void otherUsesThanAServersAreNoticed() {
    assertThat(faults(good().usage(KeyUsage.keyAgreement), HOST))
        .containsExactly("amber check.usage.noSignature");
    assertThat(faults(good().purpose(KeyPurposeId.id_kp_clientAuth), HOST))
        .containsExactly("amber check.usage.notServer");
    assertThat(faults(good().authority(), HOST)).containsExactly("amber check.usage.authority");
  }

  @Test
  void aCertificateWithoutAnyUsageIsAllowedEverything() {
    assertThat(faults(good().usage(0).purpose(null), HOST)).isEmpty();
    assertThat(faults(good().purpose(KeyPurposeId.anyExtendedKeyUsage), HOST)).isEmpty();
  }

  @Test
  void longValidityIsOnlyAHint() {
    List<Finding> findings = findings(good().until(3650), HOST);
    assertThat(findings).extracting(Finding::key).contains("check.validity.long");
    assertThat(CheckReport.worst(findings)).isEqualTo(Level.GREEN);
    assertThat(findings(good().until(825), HOST))
        .extracting(Finding::key)
        .doesNotContain("check.validity.long");
  }

  @Test
  void hostileNamesAreShownAsWhatTheyAre() {
    String title =
        CertificateNames.title(good().names().subject("CN=a\u202Egnp.exe").make().certificate());
    assertThat(title).doesNotContain("\u202E").contains("U+202E");
  }

  @Test
  void daysAreThoseOfTheCalendar() {
    var made = good().from(-100).until(7).make().certificate();
    Clock lateAtNight = Clock.offset(clock(), Duration.ofHours(11).plusMinutes(30));
    Clock earlyNextDay = Clock.offset(clock(), Duration.ofHours(13));
    assertThat(CertificateCheck.daysLeft(made, lateAtNight)).isEqualTo(7);
    assertThat(CertificateCheck.daysLeft(made, earlyNextDay)).isEqualTo(6);
    assertThat(
            CertificateCheck.daysLeft(made, lateAtNight.withZone(ZoneId.of("Pacific/Kiritimati"))))
        .isEqualTo(7);
  }

  @Test
  void theDayCountsFromNow() {
    var made = good().from(-100).until(25).make().certificate();
    assertThat(CertificateCheck.dates(made, clock()).getFirst().args())
        .containsExactly(HOST, made.getNotAfter().toInstant(), 25L);
    assertThat(
            CertificateCheck.dates(made, Clock.offset(clock(), Duration.ofDays(30)))
                .getFirst()
                .key())
        .isEqualTo("check.end.over");
  }
}
