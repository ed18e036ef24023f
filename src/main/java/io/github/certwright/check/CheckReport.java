package io.github.certwright.check;

import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.tls.Fingerprint;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param asked what was looked at, as asked for, made visible
 * @param verdict the one sentence that says it all
 * @param findings everything seen, the worst first
 * @param links the certificates, the server's own (or the file's first) at the front; may be empty
 * @param trusts what each client store on this computer makes of the server; empty for files
 * @param contents the entries, when a keystore was looked at
 * @param connection what was seen of the server's ports; empty for files
 */
public record CheckReport(
    String asked,
    Sentence verdict,
    List<Finding> findings,
    List<ChainLink> links,
    List<StoreTrust> trusts,
    Optional<KeystoreContents> contents,
    Optional<Connection> connection) {
  /** Exit code of the command line when something needs attention. */
  private static final int ATTENTION = 6;

  public CheckReport {
    findings = findings.stream().sorted(Comparator.comparing(Finding::level).reversed()).toList();
    links = List.copyOf(links);
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

  /**
   * What was seen of a server's ports.
   *
   * @param protocol JSSE name of the TLS version agreed on, or empty when there was none
   * @param cipher JSSE name of the cipher suite, or empty
   * @param versions every version of TLS offered, best first, as {@link
   *     io.github.certwright.tls.TlsVersions} names them
   * @param ports other ports of the same host that were looked at
   */
  public record Connection(
      HostPort where, String protocol, String cipher, List<String> versions, List<PortSeen> ports) {
    public Connection {
      versions = List.copyOf(versions);
      ports = List.copyOf(ports);
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

  /** The certificates as they were sent, or stand in the file. */
  public List<X509Certificate> chain() {
    return links.stream().map(ChainLink::certificate).toList();
  }

  /** Of the server's own, or the file's first, certificate. */
  public Optional<Fingerprint> fingerprint() {
    return links.stream().findFirst().map(link -> Fingerprint.of(link.certificate()));
  }

  /** Whether more can be seen with the file's password. */
  public boolean wantsPassword() {
    return findings.stream()
        .anyMatch(f -> f.remedy().filter(Remedy.Unlock.class::isInstance).isPresent());
  }

  /** The same with one thing more, which is wrong and says it all. */
  CheckReport worsenedBy(Finding finding) {
    List<Finding> all = new ArrayList<>(findings);
    all.addFirst(finding);
    return new CheckReport(asked, Sentence.of(finding), all, links, trusts, contents, connection);
  }

  static Level worst(List<Finding> findings) {
    return findings.stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Level.GREEN);
  }

  /** A report about something that could not be looked at. */
  static CheckReport failed(String asked, Finding finding) {
    return failed(asked, finding, List.of(finding), Optional.empty());
  }

  /** The same with what else was seen of the server. */
  static CheckReport failed(
      String asked, Finding verdict, List<Finding> all, Optional<Connection> connection) {
    return new CheckReport(
        asked, Sentence.of(verdict), all, List.of(), List.of(), Optional.empty(), connection);
  }
}
