package io.github.certwright.report;

import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The calendar file ({@code .ics}, RFC 5545) that reminds of a certificate's end: one all-day event
 * with alarms 60, 30 and 7 days before.
 */
public final class CalendarReminder {
  /** Days before the end at which an alarm goes off. */
  public static final List<Integer> ALARM_DAYS = List.of(60, 30, 7);

  // RFC 5545 3.1: a line holds at most 75 octets without its break; a folded one starts with a
  // space.
  private static final int LINE_OCTETS = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Text text;
  private final ZoneId zone;

  /**
   * @param zone the time zone whose calendar day the end falls on
   */
  public CalendarReminder(Text text, ZoneId zone) {
    this.text = text;
    this.zone = zone;
  }

  /**
   * The file's bytes.
   *
   * @param server the server's name, for the title
   * @param fingerprint the certificate's SHA-256 fingerprint; also makes the event the same one
   *     when the file is opened twice (UID)
   * @param now the time of making (DTSTAMP)
   */
  public byte[] file(String server, Fingerprint fingerprint, Instant end, Instant now) {
    return file(
        new Words(
            text.of("report.calendar.summary", server),
            text.of("report.calendar.text", server, end, fingerprint.withColons()),
            days -> text.of("report.calendar.alarm", days, server)),
        fingerprint,
        end,
        now);
  }

  /**
   * The same for a root authority of our own, with whose end all that it issued ends.
   *
   * @param name of the authority
   */
  public byte[] ofAuthority(String name, Fingerprint fingerprint, Instant end, Instant now) {
    return file(
        new Words(
            text.of("report.calendar.authority.summary", name),
            text.of("report.calendar.authority.text", name, end, fingerprint.withColons()),
            days -> text.of("report.calendar.authority.alarm", days, name)),
        fingerprint,
        end,
        now);
  }

  private record Words(String summary, String description, IntFunction<String> alarm) {}

  private byte[] file(Words words, Fingerprint fingerprint, Instant end, Instant now) {
    LocalDate day = LocalDate.ofInstant(end, zone);
    Lines lines = new Lines();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Certwright//Certwright//EN");
    lines.add("CALSCALE:GREGORIAN");
    lines.add("METHOD:PUBLISH");
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + fingerprint.hex() + "@certwright.github.io");
    lines.add("DTSTAMP:" + STAMP.format(now));
    lines.add("DTSTART;VALUE=DATE:" + DAY.format(day));
    lines.add("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
    lines.add("SUMMARY:" + escape(words.summary()));
    lines.add("DESCRIPTION:" + escape(words.description()));
    lines.add("TRANSP:TRANSPARENT");
    for (int days : ALARM_DAYS) {
      lines.add("BEGIN:VALARM");
      lines.add("ACTION:DISPLAY");
      lines.add("DESCRIPTION:" + escape(words.alarm().apply(days)));
      lines.add("TRIGGER:-P" + days + "D");
      lines.add("END:VALARM");
    }
    lines.add("END:VEVENT");
    lines.add("END:VCALENDAR");
    return lines.bytes();
  }

  /** TEXT values (RFC 5545 3.3.11); other control characters may not appear there at all. */
  private static String escape(String value) {
    StringBuilder out = new StringBuilder();
    value
        .replace("\r\n", "\n")
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\', ';', ',' -> out.append('\\').appendCodePoint(point);
                case '\n', '\r' -> out.append("\\n");
                default -> {
                  if (showable(point)) {
                    out.appendCodePoint(point);
                  } else {
                    out.append("(U+%04X)".formatted(point));
                  }
                }
              }
            });
    return out.toString();
  }

  private static boolean showable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      default -> true;
    };
  }

  /** Content lines, folded between characters and ended by CRLF. */
  private static final class Lines {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void add(String line) {
      int used = 0;
      for (int point : line.codePoints().toArray()) {
        byte[] octets = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        if (used + octets.length > LINE_OCTETS) {
          out.writeBytes(new byte[] {'\r', '\n', ' '});
          used = 1;
        }
        out.writeBytes(octets);
        used += octets.length;
      }
      out.writeBytes(new byte[] {'\r', '\n'});
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
