package io.github.certwright.log;

import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * One line an entry: time in UTC, level, logger, message, and below it the classes and code lines
 * of an exception. Messages of exceptions are never written, because libraries put into them what
 * they choked on: file contents, header lines, passwords. Arguments are written for our own loggers
 * only. What still looks like a secret is replaced.
 */
final class CalmFormatter extends Formatter {
  private static final String OURS = "io.github.certwright";
  private static final String HIDDEN = "•••";
  private static final int MOST_FRAMES = 40;
  private static final int MOST_CAUSES = 5;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(pass(?:word|wd)?|token|secret|authorization|basic|bearer|cookie|set-cookie)"
              + "(\\s*[:=]\\s*|\\s+)(?:(?:basic|bearer|token)\\s+)?\\S+");
  private static final Pattern KEY_MATERIAL = Pattern.compile("[A-Za-z0-9+/_=-]{60,}");

  @Override
  public String format(LogRecord entry) {
    StringBuilder line = new StringBuilder();
    line.append(entry.getInstant().truncatedTo(ChronoUnit.MILLIS))
        .append(' ')
        .append(entry.getLevel().getName())
        .append(' ')
        .append(entry.getLoggerName())
        .append(' ')
        .append(scrub(message(entry)))
        .append('\n');
    Throwable thrown = entry.getThrown();
    for (int depth = 0; thrown != null && depth < MOST_CAUSES; depth++) {
      append(line, thrown);
      thrown = thrown.getCause();
    }
    return line.toString();
  }

  private String message(LogRecord entry) {
    String name = entry.getLoggerName();
    boolean ours = name != null && name.startsWith(OURS);
    String message = ours ? formatMessage(entry) : entry.getMessage();
    return message == null ? "" : message;
  }

  private static String scrub(String message) {
    String oneLine = message.replaceAll("\\p{Cntrl}+", " ");
    String named = NAMED.matcher(oneLine).replaceAll("$1$2" + HIDDEN);
    return KEY_MATERIAL.matcher(named).replaceAll(HIDDEN);
  }

  private static void append(StringBuilder text, Throwable thrown) {
    text.append("  ").append(thrown.getClass().getName()).append('\n');
    StackTraceElement[] frames = thrown.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
      text.append("    at ").append(frames[i]).append('\n');
    }
  }
}
