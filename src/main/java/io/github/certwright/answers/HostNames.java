package io.github.certwright.answers;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Reads a name or address as people type it. Nothing is looked up: whether a name resolves is asked
 * elsewhere, without blocking.
 */
public final class HostNames {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;
  private static final Pattern FOUR = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");

  /** The full stops of IDNA 2003: RFC 3490 section 3.1. */
  private static final String DOTS = ".\u3002\uff0e\uff61";

  private HostNames() {}

  /**
   * The name in the form a certificate holds, or its problems.
   *
   * @param field the field to which problems belong
   */
  public static Checked<HostName> read(String field, String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return bad(field, "server.name.problem.empty");
    }
    if (text.contains("://")) {
      return bad(field, "server.name.problem.url", afterScheme(text));
    }
    if (any(text, HostNames::invisible)) {
      return bad(field, "server.name.problem.invisible", Visible.text(text));
    }
    if (any(text, Character::isWhitespace)) {
      return bad(field, "server.name.problem.space", text);
    }
    int colon = text.indexOf(':');
    if (text.startsWith("[") || colon != text.lastIndexOf(':')) {
      boolean brackets = text.startsWith("[") && text.endsWith("]");
      return address(field, brackets ? text.substring(1, text.length() - 1) : text);
    }
    if (colon > 0) {
      return bad(field, "server.name.problem.port", text.substring(0, colon));
    }
    return numeric(text) ? address(field, text) : name(field, text);
  }

  /** Whether it can only be meant as an address: its last label is a number. */
  private static boolean numeric(String text) {
    if (!any(text, c -> !digit(c) && c != '.')) {
      return true;
    }
    String bare = withoutLastDot(text);
    String last = bare.substring(bare.lastIndexOf('.') + 1);
    return last.length() < bare.length() && !last.isEmpty() && !any(last, c -> !digit(c));
  }

  private static String withoutLastDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean any(String text, IntPredicate which) {
    for (int i = 0; i < text.length(); i++) {
      if (which.test(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private static String afterScheme(String url) {
    return url.replaceFirst("^[^:]*://", "").replaceFirst("[/:?#].*$", "");
  }

  private static boolean invisible(int c) {
    boolean joiner = c == 0x200c || c == 0x200d;
    return (Character.getType(c) == Character.FORMAT && !joiner)
        || (Character.isISOControl(c) && !Character.isWhitespace(c));
  }

  private static Checked<HostName> address(String field, String text) {
    boolean four = FOUR.matcher(text).matches();
    boolean six = text.indexOf(':') >= 0 && text.indexOf('%') < 0;
    if (!four && !six) {
      return bad(field, "server.name.problem.address", text);
    }
    try {
      InetAddress address = InetAddress.ofLiteral(text);
      return Checked.good(new HostName.Ip(canonical(address)));
    } catch (IllegalArgumentException e) {
      return bad(field, "server.name.problem.address", text);
    }
  }

  /** A name from a certificate as people read it: international names in both forms. */
  public static String both(String ascii) {
    return new HostName.Dns(ascii, display(ascii)).both();
  }

  /** The form of a name that people read; its tables are loaded for international names only. */
  public static String display(String ascii) {
    boolean plain = !any(ascii, c -> c >= 0x80) && !ascii.toLowerCase(Locale.ROOT).contains("xn--");
    return plain ? ascii : IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED);
  }

  /** The one text form of an address: RFC 5952 section 4 for version 6. */
  static String canonical(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    String[] groups = address.getHostAddress().replaceFirst("%.*", "").split(":", -1);
    int bestStart = -1;
    int bestLength = 1;
    for (int i = 0; i < groups.length; i++) {
      int length = 0;
      while (i + length < groups.length && groups[i + length].equals("0")) {
        length++;
      }
      if (length > bestLength) {
        bestStart = i;
        bestLength = length;
      }
    }
    if (bestStart < 0) {
      return String.join(":", groups);
    }
    List<String> all = List.of(groups);
    return String.join(":", all.subList(0, bestStart))
        + "::"
        + String.join(":", all.subList(bestStart + bestLength, groups.length));
  }

  private static Checked<HostName> name(String field, String typed) {
    String text = withoutLastDot(typed);
    boolean wildcard = text.startsWith("*.");
    String rest = wildcard ? text.substring(2) : text;
    if (rest.indexOf('*') >= 0 || (wildcard && rest.indexOf('.') < 0)) {
      return bad(field, "server.name.problem.wildcard", typed);
    }
    // IDNA 2003, which Java knows, maps these four; IDNA 2008 (RFC 5891) does not, so the name
    // would mean two hosts.
    if (any(rest, c -> c == 'ß' || c == 'ς' || c == 0x200c || c == 0x200d)) {
      return bad(field, "server.name.problem.deviation", Visible.text(typed));
    }
    List<Problem> problems = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (String part : parts(rest)) {
      String label = label(part);
      labels.add(label);
      problems.addAll(label(field, typed, label));
    }
    String ascii = String.join(".", labels);
    if (problems.isEmpty() && ascii.length() + (wildcard ? 2 : 0) > MAX_NAME) {
      problems.add(Problem.of(field, "server.name.problem.long", MAX_NAME));
    }
    if (!problems.isEmpty()) {
      return new Checked.Bad<>(problems.stream().distinct().toList());
    }
    String star = wildcard ? "*." : "";
    HostName name = new HostName.Dns(star + ascii, star + display(ascii));
    return new Checked.Good<>(name, mixedScripts(field, name));
  }

  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      if (DOTS.indexOf(name.charAt(i)) >= 0) {
        parts.add(name.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(name.substring(start));
    return parts;
  }

  /**
   * The A-label of a part; the part itself, with the character that does not fit, when it has none.
   */
  private static String label(String part) {
    try {
      // Java's Punycode has an exception of its own for parts of thousands of characters.
      boolean foreign = part.length() <= MAX_NAME && any(part, c -> c >= 0x80);
      return (foreign ? IDN.toASCII(part, IDN.ALLOW_UNASSIGNED) : part).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static List<Problem> label(String field, String typed, String label) {
    if (label.isEmpty()) {
      return List.of(Problem.of(field, "server.name.problem.dots", Visible.text(typed)));
    }
    if (label.length() > MAX_LABEL) {
      return List.of(
          Problem.of(field, "server.name.problem.label", Visible.text(label), MAX_LABEL));
    }
    if (label.indexOf('_') >= 0) {
      return List.of(Problem.of(field, "server.name.problem.underscore", Visible.text(label)));
    }
    boolean good =
        !any(label, c -> !digit(c) && (c < 'a' || c > 'z') && c != '-')
            && !label.startsWith("-")
            && !label.endsWith("-")
            && !undecodable(label);
    return good
        ? List.of()
        : List.of(Problem.of(field, "server.name.problem.letters", Visible.text(typed)));
  }

  private static boolean undecodable(String label) {
    return label.startsWith("xn--") && IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED).equals(label);
  }

  /**
   * Warns of a label that mixes alphabets, because one letter may only look like another (UTS 39
   * section 5).
   */
  private static List<Problem> mixedScripts(String field, HostName name) {
    if (name.display().equals(name.ascii())) {
      return List.of();
    }
    for (String label : name.display().split("\\.", -1)) {
      long alphabets =
          label
              .codePoints()
              .filter(Character::isLetter)
              .mapToObj(Character.UnicodeScript::of)
              .filter(HostNames::alphabet)
              .distinct()
              .count();
      if (alphabets > 1) {
        return List.of(Problem.warning(field, "server.name.warning.lookalike", name.both()));
      }
    }
    return List.of();
  }

  private static boolean alphabet(Character.UnicodeScript script) {
    return switch (script) {
      case LATIN, CYRILLIC, GREEK, ARMENIAN, CHEROKEE -> true;
      default -> false;
    };
  }

  private static Checked<HostName> bad(String field, String key, Object... args) {
    return Checked.bad(Problem.of(field, key, args));
  }
}
