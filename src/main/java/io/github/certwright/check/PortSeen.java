package io.github.certwright.check;

import java.util.Locale;

/** Another port of the server that is checked. */
public record PortSeen(int port, State state) {

  /** What the port is like. */
  public enum State {
    /** Nothing answers. */
    CLOSED,
    /** Something takes connections; more was not asked. */
    OPEN,
    /** Something answers without TLS. */
    PLAIN,
    /** TLS, with a certificate that browsers on this computer trust. */
    TRUSTED,
    /** TLS, with a certificate about which browsers warn. */
    UNTRUSTED;

    /** The word of the command line's JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
