package io.github.certwright.check;

import io.github.certwright.answers.Visible;
import io.github.certwright.check.ChainLink.Joint;
import io.github.certwright.check.ChainLink.Part;
import io.github.certwright.check.ChainLink.Span;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether the certificates a server sends hang together; pure. */
final class ChainCheck {
  private static final int NOTICE_DAYS = 60;

  private ChainCheck() {}

  /** How a chain's end is known to this computer. */
  enum Known {
    /** The system or a client store trusts it. */
    YES,
    /** Client stores were asked, and none trusts it. */
    NO,
    /** There was nobody to ask. */
    UNASKED
  }

  /** What is to be said about the chain. */
  static List<Finding> of(List<X509Certificate> chain, Known known, Clock clock) {
    X509Certificate own = chain.getFirst();
    if (selfIssued(own)) {
      return List.of(selfSigned(own, known));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i + 1 < chain.size(); i++) {
      X509Certificate issued = chain.get(i);
      X509Certificate issuer = chain.get(i + 1);
      switch (joint(issued, issuer)) {
        case NOT_NEXT ->
            findings.add(Finding.amber("check.chain.order", CertificateNames.title(issued)));
        case FORGED ->
            findings.add(Finding.red("check.chain.forged", CertificateNames.title(issued)));
        case NEXT, ITSELF, KNOWN_HERE, STRANGER, MISSING -> {}
      }
      if (clock.instant().isAfter(issuer.getNotAfter().toInstant())) {
        findings.add(
            Finding.red(
                "check.chain.over",
                CertificateNames.title(issuer),
                issuer.getNotAfter().toInstant()));
      }
    }
    String issuer = Visible.text(own.getIssuerX500Principal().getName());
    if (chain.size() == 1 && known != Known.YES) {
      findings.add(Finding.amber("check.chain.incomplete", issuer));
    } else if (findings.isEmpty()) {
      findings.add(Finding.green("check.chain.good", issuer, chain.size()));
    }
    return findings;
  }

  private static Finding selfSigned(X509Certificate own, Known known) {
    if (!signedBy(own, own)) {
      return Finding.red("check.chain.forged", CertificateNames.title(own));
    }
    return known == Known.NO
        ? Finding.amber("check.chain.unknown", CertificateNames.title(own))
        : Finding.green("check.chain.selfSigned");
  }

  /** The chain as it is drawn. */
  static List<ChainLink> links(List<X509Certificate> chain, boolean known, Clock clock) {
    List<ChainLink> links = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      X509Certificate own = chain.get(i);
      Joint joint =
          i + 1 < chain.size() && !selfIssued(own)
              ? joint(own, chain.get(i + 1))
              : last(own, i == 0, known);
      Part part = i == 0 ? Part.SERVER : selfIssued(own) ? Part.ROOT : Part.BETWEEN;
      links.add(
          new ChainLink(
              own, CertificateNames.title(own), issuer(own), part, span(own, clock), joint));
    }
    return links;
  }

  private static Joint joint(X509Certificate issued, X509Certificate issuer) {
    if (!issued.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return Joint.NOT_NEXT;
    }
    return signedBy(issued, issuer) ? Joint.NEXT : Joint.FORGED;
  }

  private static Joint last(X509Certificate own, boolean alone, boolean known) {
    if (selfIssued(own)) {
      return signedBy(own, own) ? Joint.ITSELF : Joint.FORGED;
    }
    if (known) {
      return Joint.KNOWN_HERE;
    }
    // RFC 8446 4.4.2: the root at the end of a chain may be left out.
    return alone ? Joint.MISSING : Joint.STRANGER;
  }

  private static Span span(X509Certificate own, Clock clock) {
    Instant now = clock.instant();
    if (now.isBefore(own.getNotBefore().toInstant())) {
      return Span.NOT_YET;
    }
    if (now.isAfter(own.getNotAfter().toInstant())) {
      return Span.OVER;
    }
    return CertificateCheck.daysLeft(own, clock) <= NOTICE_DAYS ? Span.ENDS_SOON : Span.VALID;
  }

  private static String issuer(X509Certificate own) {
    return CertificateNames.commonName(own.getIssuerX500Principal())
        .map(Visible::text)
        .orElseGet(() -> Visible.text(own.getIssuerX500Principal().getName()));
  }

  static boolean selfIssued(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
  }

  private static boolean signedBy(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException _) {
      return false;
    }
  }
}
