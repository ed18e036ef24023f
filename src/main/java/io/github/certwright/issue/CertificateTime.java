package io.github.certwright.issue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.x509.Time;

/**
 * The dates of a certificate: UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 4.1.2.5), in
 * Latin digits whatever the person's language.
 */
final class CertificateTime {
  private static final int FIRST_GENERALIZED = 2050;
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'", Locale.ROOT);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);

  private CertificateTime() {}

  static Time of(Instant instant) {
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    return time.getYear() < FIRST_GENERALIZED
        ? new Time(ASN1UTCTime.getInstance(der(BERTags.UTC_TIME, SHORT.format(time))))
        : new Time(
            ASN1GeneralizedTime.getInstance(der(BERTags.GENERALIZED_TIME, LONG.format(time))));
  }

  /** Bouncy Castle's constructors from text or date read their own result back with a calendar. */
  private static byte[] der(int tag, String text) {
    byte[] der = new byte[2 + text.length()];
    der[0] = (byte) tag;
    der[1] = (byte) text.length();
    for (int i = 0; i < text.length(); i++) {
      der[2 + i] = (byte) text.charAt(i);
    }
    return der;
  }
}
