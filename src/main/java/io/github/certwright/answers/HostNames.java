package io.github.certwright.answers;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a name or address as people type it. Nothing is looked up: whether a name resolves is asked
 * elsewhere, without blocking.
 */
public final class HostNames {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;

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
    if (text.chars().anyMatch(HostNames::invisible)) {
      return bad(field, "server.name.problem.invisible", Visible.text(text));
    }
    if (text.chars().anyMatch(Character::isWhitespace)) {
      return bad(field, "server.name.problem.space", text);
    }
    if (text.startsWith("[") || text.chars().filter(c -> c == ':').count() > 1) {
      return address(field, text.replaceFirst("^\\[(.*)]$", "$1"));
    }
    if (text.indexOf(':') > 0) {
      return bad(field, "server.name.problem.port", text.substring(0, text.indexOf(':')));
    }
    if (text.matches("[0-9.]+") || text.matches(".*\\.[0-9]+\\.?")) {
      return address(field, text);
    }
    return name(field, text);
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
    boolean four = text.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}");
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
    return new HostName.Dns(ascii, IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED)).both();
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
    String text = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
    boolean wildcard = text.startsWith("*.");
    String rest = wildcard ? text.substring(2) : text;
    if (rest.indexOf('*') >= 0 || (wildcard && rest.indexOf('.') < 0)) {
      return bad(field, "server.name.problem.wildcard", typed);
    }
    // IDNA 2003, which Java knows, maps these four; IDNA 2008 (RFC 5891) does not, so the name
    // would mean two hosts.
    if (rest.chars().anyMatch(c -> c == 'ß' || c == 'ς' || c == 0x200c || c == 0x200d)) {
      return bad(field, "server.name.problem.deviation", Visible.text(typed));
    }
    List<Problem> problems = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (String part : rest.split("[.\u3002\uff0e\uff61]", -1)) {
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
    String display = IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED);
    String star = wildcard ? "*." : "";
    HostName name = new HostName.Dns(star + ascii, star + display);
    return new Checked.Good<>(name, mixedScripts(field, name));
  }

  /**
   * The A-label of a part; the part itself, with the character that does not fit, when it has none.
   */
  private static String label(String part) {
    try {
      boolean plain = part.chars().allMatch(c -> c < 0x80);
      return (plain ? part : IDN.toASCII(part, IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT);
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
    boolean good = label.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?") && !undecodable(label);
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
