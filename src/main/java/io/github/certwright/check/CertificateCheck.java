package io.github.certwright.check;

import io.github.certwright.answers.CertificateAnswer;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What can be said about a server's certificate by looking at nothing else; pure. Java itself does
 * not check the end date and the usage of a self-signed certificate that stands in the trust store,
 * so the tools may not warn: this does. Days are those of the calendar, in the clock's time zone.
 */
public final class CertificateCheck {
  private static final int URGENT_DAYS = 7;
  private static final int SOON_DAYS = 30;
  private static final int NOTICE_DAYS = 60;
  private static final int RSA_REFUSED = 1024;
  private static final int RSA_WEAK = 2048;

  /** The curves left in Java since 16 (JDK-8235540). */
  private static final Set<Integer> CURVE_BITS = Set.of(256, 384, 521);

  private static final String ANY_USAGE = "2.5.29.37.0";
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

  private CertificateCheck() {}

  /**
   * Everything worth saying about a server's certificate.
   *
   * @param host the name asked for (A-labels or a literal address), or empty to compare no name
   */
  public static List<Finding> server(
      X509Certificate certificate, Optional<String> host, Clock clock) {
    List<Finding> findings = new ArrayList<>(dates(certificate, clock));
    host.ifPresent(name -> findings.addAll(names(certificate, name)));
    findings.addAll(key(certificate));
    findings.addAll(signature(certificate));
    findings.addAll(usage(certificate));
    long days =
        Duration.between(
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant())
            .toDays();
    // One day more, because certificates begin a little before they are made.
    if (days > CertificateAnswer.DEFAULT_DAYS + 1) {
      findings.add(Finding.green("check.validity.long", days, CertificateAnswer.DEFAULT_DAYS));
    }
    return findings;
  }

  /** End date and beginning: expired, not yet valid, or 60, 30, 7 days before the end. */
  public static List<Finding> dates(X509Certificate certificate, Clock clock) {
    String name = CertificateNames.title(certificate);
    Instant now = clock.instant();
    Instant begin = certificate.getNotBefore().toInstant();
    Instant end = certificate.getNotAfter().toInstant();
    if (now.isBefore(begin)) {
      return List.of(Finding.red("check.end.notYet", name, begin).with(new Remedy.Again()));
    }
    if (now.isAfter(end)) {
      return List.of(Finding.red("check.end.over", name, end).with(anew(certificate)));
    }
    long days = daysLeft(certificate, clock);
    if (days <= URGENT_DAYS) {
      return List.of(Finding.amber("check.end.urgent", name, end, days).with(anew(certificate)));
    }
    if (days <= SOON_DAYS) {
      return List.of(Finding.amber("check.end.soon", name, end, days).with(anew(certificate)));
    }
    if (days <= NOTICE_DAYS) {
      return List.of(Finding.amber("check.end.notice", name, end, days).with(anew(certificate)));
    }
    return List.of(Finding.green("check.end.good", name, end, days));
  }

  /** Calendar days from today to the day on which the certificate ends; negative afterwards. */
  public static long daysLeft(X509Certificate certificate, Clock clock) {
    return ChronoUnit.DAYS.between(
        LocalDate.now(clock),
        LocalDate.ofInstant(certificate.getNotAfter().toInstant(), clock.getZone()));
  }

  private static List<Finding> names(X509Certificate certificate, String host) {
    CertificateNames names = CertificateNames.of(certificate);
    String asked = CertificateNames.both(host);
    if (names.cover(host)) {
      return List.of(Finding.green("check.name.good", asked));
    }
    Remedy with = new Remedy.NewCertificate(names.and(host));
    if (names.misplaced(host)) {
      return List.of(Finding.red("check.name.misplaced", asked).with(with));
    }
    if (names.isEmpty()) {
      boolean common =
          CertificateNames.commonName(certificate)
              .map(CertificateNames::ascii)
              .filter(pattern -> CertificateNames.matches(pattern, CertificateNames.ascii(host)))
              .isPresent();
      Finding finding =
          common
              ? Finding.amber("check.name.commonOnly", asked)
              : Finding.red("check.name.none", asked, CertificateNames.title(certificate));
      return List.of(finding.with(with));
    }
    return List.of(Finding.red("check.name.other", asked, names.all()).with(with));
  }

  private static List<Finding> key(X509Certificate certificate) {
    PublicKey key = certificate.getPublicKey();
    String words = KeyWords.of(key);
    Finding finding =
        switch (key) {
          case RSAPublicKey rsa when rsa.getModulus().bitLength() < RSA_REFUSED ->
              Finding.red("check.key.weak", words);
          case RSAPublicKey rsa when rsa.getModulus().bitLength() < RSA_WEAK ->
              Finding.amber("check.key.short", words);
          case RSAPublicKey _ -> Finding.green("check.key.good", words);
          case ECPublicKey ec when CURVE_BITS.contains(KeyWords.bits(ec)) ->
              Finding.green("check.key.good", words);
          default ->
              key.getAlgorithm().equals("EC")
                  ? Finding.red("check.key.weak", words)
                  : Finding.amber("check.key.unusual", words);
        };
    return List.of(finding.level() == Level.GREEN ? finding : finding.with(anew(certificate)));
  }

  private static List<Finding> signature(X509Certificate certificate) {
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    boolean broken =
        algorithm.startsWith("SHA1")
            || algorithm.startsWith("SHA-1")
            || algorithm.startsWith("MD5")
            || algorithm.startsWith("MD2");
    return broken
        ? List.of(
            Finding.red("check.signature.old", certificate.getSigAlgName()).with(anew(certificate)))
        : List.of();
  }

  private static List<Finding> usage(X509Certificate certificate) {
    List<Finding> findings = new ArrayList<>();
    if (certificate.getBasicConstraints() >= 0) {
      findings.add(Finding.amber("check.usage.authority").with(anew(certificate)));
    }
    boolean[] bits = certificate.getKeyUsage();
    if (bits != null && !bits[0]) {
      findings.add(Finding.amber("check.usage.noSignature").with(anew(certificate)));
    }
    if (!forServers(certificate)) {
      findings.add(Finding.amber("check.usage.notServer").with(anew(certificate)));
    }
    return findings;
  }

  private static boolean forServers(X509Certificate certificate) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes == null || purposes.contains(SERVER_AUTH) || purposes.contains(ANY_USAGE);
    } catch (CertificateParsingException _) {
      return false;
    }
  }

  private static Remedy anew(X509Certificate certificate) {
    return new Remedy.NewCertificate(CertificateNames.of(certificate).plain());
  }
}
