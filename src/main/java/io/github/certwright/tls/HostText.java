package io.github.certwright.tls;

import java.net.IDN;

/** A host's name for people: an international name in both its forms. */
public final class HostText {
  private HostText() {}

  /**
   * Both forms where they differ, for example {@code bücher.example (xn--bcher-kva.example)}, so
   * that a name of look-alike letters is recognised.
   *
   * @param ascii a DNS name in ASCII form, or a literal address
   */
  public static String both(String ascii) {
    if (!ascii.contains("xn--")) {
      return ascii;
    }
    // RFC 5890 2.3.2.1; what cannot be turned round stays as it is.
    String people = IDN.toUnicode(ascii);
    boolean showable = people.codePoints().noneMatch(HostText::hidden);
    return people.equalsIgnoreCase(ascii) || !showable ? ascii : people + " (" + ascii + ")";
  }

  private static boolean hidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }
}
