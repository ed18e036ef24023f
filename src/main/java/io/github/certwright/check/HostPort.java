package io.github.certwright.check;

import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;

/**
 * A server's address as people type or paste it for a check; more lenient than a name that goes
 * into a certificate, because what is there already is only looked at.
 *
 * @param host A-labels or a literal address without brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
  /** Where Teamwork Cloud offers TLS to modeling tools. */
  public static final int DEFAULT_PORT = 10002;

  private static final int HTTPS_PORT = 443;
  private static final int MAX_PORT = 65_535;
  private static final String FIELD = "check.address";

  /** Reads {@code HOST}, {@code HOST:PORT}, {@code [ADDRESS]:PORT} or a web address. */
  public static Checked<HostPort> read(String typed) {
    String text = typed.strip();
    boolean web = text.regionMatches(true, 0, "https://", 0, 8);
    text = text.replaceFirst("(?i)^https?://", "").replaceFirst("[/?#].*$", "");
    String host = text;
    String port = "";
    boolean literal = text.chars().filter(c -> c == ':').count() > 1;
    if (text.startsWith("[") && text.indexOf(']') > 0) {
      host = text.substring(1, text.indexOf(']'));
      port = text.substring(text.indexOf(']') + 1);
    } else if (!literal && text.indexOf(':') >= 0) {
      host = text.substring(0, text.indexOf(':'));
      port = text.substring(text.indexOf(':'));
    }
    boolean unfit = host.chars().anyMatch(c -> Character.isWhitespace(c) || c == '/' || c == '@');
    if (host.isEmpty() || unfit || Visible.hides(host)) {
      return Checked.bad(Problem.of(FIELD, "check.address.problem.host", Visible.text(typed)));
    }
    if (!port.isEmpty() && !port.matches(":[0-9]{1,5}")) {
      return Checked.bad(Problem.of(FIELD, "check.address.problem.port", Visible.text(typed)));
    }
    int number =
        port.isEmpty() ? (web ? HTTPS_PORT : DEFAULT_PORT) : Integer.parseInt(port.substring(1));
    if (number < 1 || number > MAX_PORT) {
      return Checked.bad(Problem.of(FIELD, "check.address.problem.port", Visible.text(typed)));
    }
    return Checked.good(new HostPort(CertificateNames.ascii(host), number));
  }

  /** As typed in a modeling tool's login dialog; the port only where it is not the usual one. */
  public String typed() {
    if (port == DEFAULT_PORT) {
      return host;
    }
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }

  /** The host alone, for sentences. */
  String name() {
    return CertificateNames.both(host);
  }

  /** For sentences; the port only where it is not the usual one. */
  String words() {
    if (port == DEFAULT_PORT) {
      return CertificateNames.both(host);
    }
    return host.indexOf(':') >= 0
        ? "[" + host + "]:" + port
        : CertificateNames.both(host) + ":" + port;
  }
}
