package io.github.certwright.check;

import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.tls.Fingerprint;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param asked what was looked at, as asked for, made visible
 * @param verdict the one sentence that says it all
 * @param findings everything seen, the worst first
 * @param chain the certificates, the server's own (or the file's first) at the front; may be empty
 * @param trusts what each client store on this computer makes of the server; empty for files
 * @param contents the entries, when a keystore was looked at
 * @param protocol JSSE name of the TLS version agreed on, or empty
 */
public record CheckReport(
    String asked,
    Sentence verdict,
    List<Finding> findings,
    List<X509Certificate> chain,
    List<StoreTrust> trusts,
    Optional<KeystoreContents> contents,
    String protocol) {
  /** Exit code of the command line when something needs attention. */
  private static final int ATTENTION = 6;

  public CheckReport {
    findings = findings.stream().sorted(Comparator.comparing(Finding::level).reversed()).toList();
    chain = List.copyOf(chain);
    trusts = List.copyOf(trusts);
  }

  /** A message key with its arguments. */
  public record Sentence(String key, List<Object> args) {
    public Sentence {
      args = List.copyOf(args);
    }

    static Sentence of(String key, Object... args) {
      return new Sentence(key, List.of(args));
    }

    static Sentence of(Finding finding) {
      return new Sentence(finding.key(), finding.args());
    }
  }

  /** The worst level of all findings. */
  public Level level() {
    return worst(findings);
  }

  /** 0 when all is well, 6 when something needs attention. */
  public int exitCode() {
    return level() == Level.GREEN ? 0 : ATTENTION;
  }

  /** Of the server's own, or the file's first, certificate. */
  public Optional<Fingerprint> fingerprint() {
    return chain.stream().findFirst().map(Fingerprint::of);
  }

  static Level worst(List<Finding> findings) {
    return findings.stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Level.GREEN);
  }

  /** A report about something that could not be looked at. */
  static CheckReport failed(String asked, Finding finding) {
    return new CheckReport(
        asked, Sentence.of(finding), List.of(finding), List.of(), List.of(), Optional.empty(), "");
  }
}
