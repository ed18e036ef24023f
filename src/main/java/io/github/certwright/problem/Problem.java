package io.github.certwright.problem;

import java.util.List;

/**
 * One thing that is wrong or worth knowing, as data: the faces turn it into three sentences (what
 * happened, the likely cause, what to do now) from the message keys {@code key}, {@code key.why}
 * and {@code key.next}.
 *
 * @param key message key of what happened, for example {@code server.name.problem.empty}
 * @param field the answer it belongs to ({@code page.field}, for example {@code server.name}), or
 *     empty when it belongs to none
 * @param args arguments of the message, in order; never a secret
 * @param level whether it stops the job or only warns
 * @param detail technical text for the folded "Details", or empty; never a secret
 */
public record Problem(String key, String field, List<Object> args, Level level, String detail) {

  /** Whether a problem stops the job. */
  public enum Level {
    /** The job cannot go on until this is mended. */
    STOPS,
    /** The job may go on; the person should know. */
    WARNS
  }

  public Problem {
    args = List.copyOf(args);
  }

  /** A problem that stops the job and belongs to {@code field} (empty when to none). */
  public static Problem of(String field, String key, Object... args) {
    return new Problem(key, field, List.of(args), Level.STOPS, "");
  }

  /** A warning that belongs to {@code field} (empty when to none). */
  public static Problem warning(String field, String key, Object... args) {
    return new Problem(key, field, List.of(args), Level.WARNS, "");
  }

  /** The same problem with a technical text; the caller answers for it holding no secret. */
  public Problem withDetail(String text) {
    return new Problem(key, field, args, level, text == null ? "" : text);
  }

  /** The same problem, belonging to another field. */
  public Problem at(String otherField) {
    return new Problem(key, otherField, args, level, detail);
  }

  /** The same problem, not in the way any more. */
  public Problem asWarning() {
    return new Problem(key, field, args, Level.WARNS, detail);
  }

  public boolean stops() {
    return level == Level.STOPS;
  }
}
