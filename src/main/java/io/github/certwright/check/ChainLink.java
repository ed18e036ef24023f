package io.github.certwright.check;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * One certificate of a chain, as it is drawn: whose it is, until when, and how it hangs on the one
 * after it.
 *
 * @param title what people would call it
 * @param issuer what people would call who signed it
 */
public record ChainLink(
    X509Certificate certificate, String title, String issuer, Part part, Span span, Joint joint) {

  /**
   * A chain as it is drawn.
   *
   * @param chain the server's certificate first
   */
  public static List<ChainLink> of(List<X509Certificate> chain, Clock clock) {
    return ChainCheck.links(chain, false, clock);
  }

  /** When it ends. */
  public Instant end() {
    return certificate.getNotAfter().toInstant();
  }

  /** Whether the chain breaks at or after this certificate. */
  public boolean broken() {
    boolean joined =
        switch (joint) {
          case NEXT, ITSELF, KNOWN_HERE, STRANGER -> true;
          case NOT_NEXT, FORGED, MISSING -> false;
        };
    return !joined || span == Span.OVER || span == Span.NOT_YET;
  }

  /** What a certificate is in its chain. */
  public enum Part {
    SERVER,
    BETWEEN,
    ROOT
  }

  /** Where today stands in its validity. */
  public enum Span {
    NOT_YET,
    VALID,
    /** Valid, and to be replaced within 60 days. */
    ENDS_SOON,
    OVER
  }

  /** How a certificate hangs on who signed it. */
  public enum Joint {
    /** The next certificate has signed it. */
    NEXT,
    /** The next certificate is not that of who signed it. */
    NOT_NEXT,
    /** The signature does not fit the key of who should have signed it. */
    FORGED,
    /** It is signed by itself. */
    ITSELF,
    /** Who signed it was not sent, but is known to this computer. */
    KNOWN_HERE,
    /** Who signed it is an authority that need not be sent, but is not known here either. */
    STRANGER,
    /** Who signed the server's own certificate was neither sent nor is known here. */
    MISSING
  }
}
