package io.github.certwright.answers;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the address of Teamwork Cloud's REST interface as people type it. */
public final class ServerAddress {
  /** The vendor's port for REST over HTTPS. */
  public static final int DEFAULT_PORT = 8111;

  private static final String FIELD = "where.url";
  private static final int MAX_PORT = 65_535;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?<user>[^/@]*@)?"
              + "(?<host>\\[[^\\]]*]|[^/:?#]*)(?::(?<port>[^/?#]*))?(?<rest>[/?#].*)?");

  private ServerAddress() {}

  /**
   * {@code https://host:port} without a path. Accepts {@code host}, {@code host:port} and a pasted
   * {@code https://host:port/}, also with {@code /osmc} or the console's path behind it.
   */
  public static Checked<URI> read(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return bad("where.url.problem.empty");
    }
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return bad("where.url.problem.shape", Visible.text(text));
    }
    String scheme = matcher.group("scheme");
    if (scheme != null && !scheme.equalsIgnoreCase("https")) {
      return bad("where.url.problem.scheme", scheme.toLowerCase(Locale.ROOT));
    }
    if (matcher.group("user") != null) {
      return bad("where.url.problem.user");
    }
    String rest = matcher.group("rest");
    if (rest != null && !rest.matches("/(osmc|webapp|admin)?(/.*)?")) {
      return bad("where.url.problem.path", Visible.text(rest));
    }
    int port = port(matcher.group("port"));
    if (port < 1 || port > MAX_PORT) {
      return bad("where.url.problem.port", MAX_PORT);
    }
    return switch (HostNames.read(FIELD, matcher.group("host"))) {
      case Checked.Good<HostName>(HostName.Dns dns, var warnings) when dns.wildcard() ->
          bad("where.url.problem.wildcard");
      case Checked.Good<HostName>(HostName name, var warnings) ->
          new Checked.Good<>(URI.create("https://" + authority(name) + ":" + port), warnings);
      case Checked.Bad<HostName>(var problems) -> new Checked.Bad<>(problems);
    };
  }

  private static int port(String typed) {
    if (typed == null || typed.isEmpty()) {
      return DEFAULT_PORT;
    }
    return typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : -1;
  }

  private static String authority(HostName name) {
    return name instanceof HostName.Ip ip && ip.version6() ? "[" + ip.ascii() + "]" : name.ascii();
  }

  private static Checked<URI> bad(String key, Object... args) {
    return Checked.bad(Problem.of(FIELD, key, args));
  }
}
