package io.github.certwright.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.CertificatePlan.NamePart;
import io.github.certwright.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateMakerTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  private final CertificateMaker maker = new CertificateMaker(new SecureRandom());

  private static CertificatePlan plan(KeyChoice key, List<NamePart> subject, List<HostName> names) {
    return new CertificatePlan(
        subject, names, key, START, START.plus(Duration.ofDays(825)), "teamworkcloud");
  }

  private X509Certificate make(CertificatePlan plan) {
    return maker.selfSigned(plan, maker.keyPair(plan.key())).certificate();
  }

  static String openssl(X509Certificate certificate, String... options) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(
            List.of("openssl", "x509", "-noout", "-nameopt", "utf8,sep_comma_plus"));
    command.addAll(List.of(options));
    Programs.Ran ran =
        Programs.run(
            command, CertificateReader.pem(certificate).getBytes(StandardCharsets.US_ASCII));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return ran.output();
  }

  @ParameterizedTest
  @EnumSource(KeyChoice.class)
  void opensslPrintsEveryExtensionAsTheToolsNeedIt(KeyChoice key) throws Exception {
    HostName main = new HostName.Dns("twcloud.example.com", "twcloud.example.com");
    HostName address = new HostName.Ip("2001:db8::20");
    X509Certificate certificate =
        make(plan(key, List.of(new NamePart("CN", main.ascii())), List.of(main, address)));

    String text = openssl(certificate, "-text").replaceAll("\\s+", " ");

    String usage =
        key.algorithm().equals("RSA") ? "Digital Signature, Key Encipherment" : "Digital Signature";
    String signature =
        switch (key) {
          case RSA2048, RSA3072, RSA4096 -> "sha256WithRSAEncryption";
          case EC256 -> "ecdsa-with-SHA256";
          case EC384 -> "ecdsa-with-SHA384";
        };
    assertThat(text)
        .contains("Version: 3", signature, "(" + key.bits() + " bit)")
        .contains("X509v3 Basic Constraints: critical CA:FALSE")
        .contains("DNS:twcloud.example.com, IP Address:2001:DB8:0:0:0:0:0:20")
        .contains("X509v3 Extended Key Usage: TLS Web Server Authentication X509v3")
        .contains("X509v3 Key Usage: critical " + usage + " X509v3")
        .contains("X509v3 Subject Key Identifier")
        .doesNotContain("Authority Key Identifier");
    certificate.verify(certificate.getPublicKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Müller & Söhne",
        "\"Quoted\" \\ back, comma + plus = equals; <angle>",
        "#1234 Ltd",
        " leading and trailing ",
        "turned \u202e around",
        "rocket \uD83D\uDE80",
        "日本語",
        "CN=evil,O=evil"
      })
  void whatIsTypedStandsInTheCertificateToTheByte(String typed) {
    HostName main = new HostName.Dns("a.example", "a.example");
    List<NamePart> subject =
        List.of(
            new NamePart("CN", "a.example"),
            new NamePart("OU", typed),
            new NamePart("O", typed),
            new NamePart("L", typed),
            new NamePart("ST", typed),
            new NamePart("C", "DE"));

    X509Certificate certificate = make(plan(KeyChoice.EC256, subject, List.of(main)));

    String encoded = HexFormat.of().formatHex(certificate.getSubjectX500Principal().getEncoded());
    byte[] value = typed.getBytes(StandardCharsets.UTF_8);
    String utf8String = "0c%02x".formatted(value.length) + HexFormat.of().formatHex(value);
    for (String type :
        List.of("0603550" + "40b", "06035504" + "0a", "060355" + "0407", "0603550408")) {
      assertThat(encoded).contains(type + utf8String);
    }
    assertThat(encoded).contains("0603550406" + "13024445").contains("0603550403" + "0c09");
  }

  @Test
  void subjectReadsFromTheNameToTheCountryAsKeytoolPrintsIt() throws Exception {
    HostName main = new HostName.Dns("a.example", "a.example");
    X509Certificate certificate =
        make(
            plan(
                KeyChoice.EC256,
                List.of(
                    new NamePart("CN", "a.example"),
                    new NamePart("O", "Acme"),
                    new NamePart("C", "DE")),
                List.of(main)));

    assertThat(certificate.getSubjectX500Principal().getName())
        .isEqualTo("CN=a.example,O=Acme,C=DE");
    assertThat(certificate.getIssuerX500Principal())
        .isEqualTo(certificate.getSubjectX500Principal());
  }

  @Test
  void serialsArePositiveShortEnoughAndNeverTheSame() {
    CertificatePlan plan =
        plan(
            KeyChoice.EC256,
            List.of(new NamePart("CN", "a.example")),
            List.of(new HostName.Dns("a.example", "a.example")));

    List<X509Certificate> many =
        java.util.stream.IntStream.range(0, 50).mapToObj(i -> make(plan)).toList();

    assertThat(many).extracting(X509Certificate::getSerialNumber).doesNotHaveDuplicates();
    assertThat(many)
        .allSatisfy(
            certificate -> {
              assertThat(certificate.getSerialNumber().signum()).isPositive();
              assertThat(certificate.getSerialNumber().toByteArray()).hasSizeLessThanOrEqualTo(20);
            });
  }
}
