package io.github.certwright.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code certutil -L} lists: nicknames and trust flags. */
record NssList(List<Row> rows) {
  private static final Pattern ROW =
      Pattern.compile("(.*\\S)\\s+([a-zA-Z]*),([a-zA-Z]*),([a-zA-Z]*)\\s*");

  /**
   * One certificate.
   *
   * @param ssl the flags for servers, the first of three groups
   * @param trusted whether there is any flag at all
   */
  record Row(String nickname, String ssl, boolean trusted) {
    boolean trusts(char flag) {
      return ssl.indexOf(flag) >= 0;
    }
  }

  static NssList of(String printed) {
    List<Row> rows = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      Matcher matcher = ROW.matcher(line);
      // The heading's second line looks like a row without a nickname in front.
      if (matcher.matches() && !line.startsWith(" ")) {
        String all = matcher.group(2) + matcher.group(3) + matcher.group(4);
        rows.add(new Row(matcher.group(1), matcher.group(2), !all.isEmpty()));
      }
    }
    return new NssList(rows);
  }

  /**
   * The rows worth looking at: ours first, then all that are trusted for anything. Browsers keep
   * hundreds of others that they met on the way.
   */
  List<Row> likely(String label) {
    return rows.stream()
        .filter(row -> row.trusted() || row.nickname().equals(label))
        .sorted(Comparator.comparing(row -> !row.nickname().equals(label)))
        .toList();
  }
}
