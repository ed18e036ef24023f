package io.github.certwright.plan;

import io.github.certwright.answers.Checks;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A list of servers as CSV (RFC 4180): name, alternative names, days. Fields are separated by
 * commas, or by semicolons as some spreadsheets write them; alternative names within their field by
 * spaces, or by the separator that is not the fields'. A first line that begins with {@code name}
 * is a heading; empty lines and lines that begin with {@code #} do not count.
 *
 * @param lines the good lines
 * @param bad what is wrong with the others, each with the number of its line
 */
public record ServerList(List<ServerLine> lines, List<BadLine> bad) {
  private static final int MOST_LINES = 100_000;
  private static final int FIELDS = 3;
  private static final int MAX_DAYS = 36_500;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;|]+");

  public ServerList {
    lines = List.copyOf(lines);
    bad = List.copyOf(bad);
  }

  /** A line that cannot be issued for, and why. */
  public record BadLine(int number, Problem problem) {}

  /** Reads one; every line is judged. */
  public static ServerList read(String text) {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    List<String> all = plain.lines().toList();
    char separator = separator(all);
    Reading reading = new Reading(separator);
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i).strip();
      if (i >= MOST_LINES) {
        reading.bad.add(
            new BadLine(
                i + 1, Problem.of("authority.list", "authority.list.problem.long", MOST_LINES)));
        break;
      }
      if (!line.isEmpty() && !line.startsWith("#")) {
        reading.line(i + 1, line);
      }
    }
    return new ServerList(reading.lines, reading.bad);
  }

  /** Whatever stands behind the first name that has something behind it. */
  private static char separator(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.startsWith("#"))
        .flatMapToInt(String::chars)
        .filter(c -> c == ',' || c == ';')
        .mapToObj(c -> (char) c)
        .findFirst()
        .orElse(',');
  }

  /** What was read so far. */
  private static final class Reading {
    private final char separator;
    private final List<ServerLine> lines = new ArrayList<>();
    private final List<BadLine> bad = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private boolean first = true;

    Reading(char separator) {
      this.separator = separator;
    }

    void line(int number, String line) {
      List<String> fields = fields(line, separator);
      boolean heading = first && fields.getFirst().equalsIgnoreCase("name");
      first = false;
      if (heading) {
        return;
      }
      // Where the fields end nobody can tell then.
      if (line.chars().filter(c -> c == '"').count() % 2 != 0) {
        bad.add(new BadLine(number, Problem.of("authority.list", "authority.list.problem.quote")));
        return;
      }
      List<Problem> problems = new ArrayList<>();
      if (fields.size() > FIELDS) {
        problems.add(Problem.of("authority.list", "authority.list.problem.fields", fields.size()));
      }
      ServerAnswer server =
          new ServerAnswer(fields.getFirst(), fields.size() > 1 ? names(fields.get(1)) : List.of());
      Checked<List<HostName>> names = Checks.names(server);
      for (Problem problem : names.problems()) {
        if (problem.stops()) {
          problems.add(problem);
        }
      }
      OptionalInt days = days(fields, problems);
      Integer before = seen.putIfAbsent(place(fields.getFirst()), number);
      if (before != null) {
        problems.add(
            Problem.of(
                "authority.list",
                "authority.list.problem.twice",
                Visible.text(fields.getFirst()),
                before));
      }
      problems.forEach(problem -> bad.add(new BadLine(number, problem)));
      if (problems.isEmpty() && names instanceof Checked.Good<List<HostName>>(var good, var _)) {
        lines.add(new ServerLine(number, server, good, days));
      }
    }

    private static String place(String name) {
      String plain = name.strip().toLowerCase(Locale.ROOT);
      return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static OptionalInt days(List<String> fields, List<Problem> problems) {
      String typed = fields.size() > 2 ? fields.get(2).strip() : "";
      if (typed.isEmpty()) {
        return OptionalInt.empty();
      }
      int days = NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : 0;
      if (days < 1 || days > MAX_DAYS) {
        problems.add(
            Problem.of(
                "authority.list", "authority.list.problem.days", Visible.text(typed), MAX_DAYS));
      }
      return OptionalInt.of(days);
    }

    private static List<String> names(String field) {
      return BETWEEN.splitAsStream(field).filter(s -> !s.isBlank()).toList();
    }
  }

  /** The fields of one line, without their quotation marks. */
  private static List<String> fields(String line, char separator) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          field.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    while (fields.size() > 1 && fields.getLast().isEmpty()) {
      fields.removeLast();
    }
    return fields;
  }
}
