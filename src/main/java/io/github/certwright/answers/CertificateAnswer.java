package io.github.certwright.answers;

/**
 * What the certificate and its keystores are like.
 *
 * @param validDays days from today to the end date
 * @param alias name of the entry in both keystores; JKS lower-cases it
 */
public record CertificateAnswer(KeyChoice key, int validDays, String alias, StoreFormat format) {
  /**
   * Apple's limit for certificates that do not come from a public authority:
   * https://support.apple.com/102028.
   */
  public static final int DEFAULT_DAYS = 825;

  public static final String DEFAULT_ALIAS = "teamworkcloud";

  public static CertificateAnswer defaults() {
    return new CertificateAnswer(KeyChoice.RSA2048, DEFAULT_DAYS, DEFAULT_ALIAS, StoreFormat.JKS);
  }
}
