package io.github.certwright.answers;

import java.util.Locale;

/**
 * A name or address people type to reach a server, in the form that goes into a certificate's
 * subject alternative name (RFC 5280 4.2.1.6).
 */
public sealed interface HostName {

  /** The form a certificate and the network use: an A-label name, or a numeric address. */
  String ascii();

  /** The form people read; equal to {@link #ascii()} unless the name is international. */
  String display();

  /**
   * A DNS name, lower case, without a trailing dot.
   *
   * @param ascii A-labels (RFC 5890 2.3.2.1), for example {@code xn--bcher-kva.example}
   * @param display U-labels, for example {@code bücher.example}
   */
  record Dns(String ascii, String display) implements HostName {
    /** Whether the left-most label is {@code *} (RFC 9525 6.3). */
    public boolean wildcard() {
      return ascii.startsWith("*.");
    }

    /** The first label, which is how people on the same network call the machine. */
    public String shortName() {
      int dot = ascii.indexOf('.');
      return dot < 0 ? ascii : ascii.substring(0, dot);
    }

    public boolean international() {
      return ascii.contains("xn--");
    }
  }

  /**
   * An IP address, written as an {@code iPAddress} and never as a DNS name.
   *
   * @param ascii canonical text: dotted quad, or RFC 5952 for IPv6
   */
  record Ip(String ascii) implements HostName {
    @Override
    public String display() {
      return ascii;
    }

    public boolean version6() {
      return ascii.indexOf(':') >= 0;
    }
  }

  /** Both forms where they differ, for example {@code bücher.example (xn--bcher-kva.example)}. */
  default String both() {
    return display().toLowerCase(Locale.ROOT).equals(ascii())
        ? ascii()
        : display() + " (" + ascii() + ")";
  }
}
