package io.github.certwright.trust;

/** What a program said when it failed, short enough for a person's "Details". */
final class Said {
  private static final int LONGEST = 500;

  private Said() {}

  static String of(Programs.Ended ended) {
    String text = (ended.errors().strip() + " " + ended.output().strip()).strip();
    return ended.exitCode() + " " + text.substring(0, Math.min(LONGEST, text.length()));
  }
}
