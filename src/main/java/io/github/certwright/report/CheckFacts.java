package io.github.certwright.report;

import io.github.certwright.tls.Fingerprint;
import java.time.Instant;
import java.util.List;

/**
 * What a check found, as the printable page tells it; never a secret.
 *
 * @param at when it was looked
 * @param asked what was looked at
 * @param level {@code green}, {@code amber} or {@code red}
 * @param verdict the one sentence
 * @param findings the worst first
 * @param chain the certificates, the server's own first
 */
public record CheckFacts(
    Instant at, String asked, String level, Said verdict, List<Found> findings, List<Shown> chain) {
  public CheckFacts {
    findings = List.copyOf(findings);
    chain = List.copyOf(chain);
  }

  /** A message key with its arguments. */
  public record Said(String key, List<Object> args) {
    public Said {
      args = List.copyOf(args);
    }
  }

  /** One thing seen; its {@code .why} and {@code .next} are said too where there are any. */
  public record Found(String level, Said what) {}

  /** A certificate. */
  public record Shown(
      String title,
      String subject,
      String issuer,
      Instant from,
      Instant until,
      String key,
      Fingerprint fingerprint) {}
}
