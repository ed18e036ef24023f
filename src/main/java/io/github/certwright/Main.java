package io.github.certwright;

/**
 * Opens the wizard without arguments and runs the command line with them; the only place where
 * objects are wired.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    if (args.length > 0) {
      throw new IllegalArgumentException("The command line is wired in a later commit.");
    }
  }
}
