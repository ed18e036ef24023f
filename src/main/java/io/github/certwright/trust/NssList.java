package io.github.certwright.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code certutil -L} lists: nicknames and trust flags. */
record NssList(List<Row> rows) {
  private static final Pattern ROW =
      Pattern.compile("(.*\\S)\\s+([a-zA-Z]*,[a-zA-Z]*,[a-zA-Z]*)\\s*");

  /**
   * One certificate.
   *
   * @param flags for servers, mail and programs, with commas between them
   */
  record Row(String nickname, String flags) {
    /** Whether a flag stands in the first group, which is for servers. */
    boolean trusts(char flag) {
      int at = flags.indexOf(flag);
      return at >= 0 && at < flags.indexOf(',');
    }

    /** Whether there is any flag at all. */
    boolean trusted() {
      return !flags.equals(",,");
    }
  }

  static NssList of(String printed) {
    List<Row> rows = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      Matcher matcher = ROW.matcher(line);
      // The heading's second line looks like a row without a nickname in front.
      if (matcher.matches() && !line.startsWith(" ")) {
        rows.add(new Row(matcher.group(1), matcher.group(2)));
      }
    }
    return new NssList(rows);
  }

  /**
   * The row that an added certificate had before; empty when it was not there. A database keeps the
   * name under which it first met a certificate, whatever name it is added by.
   *
   * @param now the list after it was added
   * @param added its row in that list
   */
  Optional<Row> before(NssList now, Row added) {
    if (now.rows.size() != rows.size()) {
      return Optional.empty();
    }
    List<Row> gone = new ArrayList<>(rows);
    now.rows.forEach(gone::remove);
    return Optional.of(gone.isEmpty() ? added : gone.getFirst());
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
