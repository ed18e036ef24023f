package io.github.certwright.plan;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The certificate to be made, to the letter.
 *
 * @param subject the distinguished name's attributes, most specific first (CN, OU, O, L, ST, C)
 * @param names every name for the subject alternative name, main name first
 * @param key the key to be made; for a key that is there, the kind closest to it
 * @param notBefore start of validity, whole seconds
 * @param notAfter end of validity, whole seconds
 * @param alias entry name in the keystores, as they will hold it
 */
public record CertificatePlan(
    List<NamePart> subject,
    List<HostName> names,
    KeyChoice key,
    Instant notBefore,
    Instant notAfter,
    String alias) {
  public CertificatePlan {
    subject = List.copyOf(subject);
    names = List.copyOf(names);
  }

  /** The same, with another entry name, which JKS lower-cases. */
  public CertificatePlan called(String entryName) {
    return new CertificatePlan(
        subject, names, key, notBefore, notAfter, entryName.toLowerCase(Locale.ROOT));
  }

  /**
   * One attribute of a distinguished name.
   *
   * @param type the short name of RFC 4519: CN, OU, O, L, ST or C
   * @param value the text, exactly as it will stand in the certificate
   */
  public record NamePart(String type, String value) {}
}
