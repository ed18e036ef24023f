package io.github.certwright.cli;

import io.github.certwright.secret.Secret;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the command line reads from and prints to. */
public final class Terminal {
  private static final int MAX_LINE = 4096;
  private static final int FILE_TYPE = 0xf000;
  private static final int CHARACTER_DEVICE = 0x2000;

  /** Some of the signs our sentences use. */
  private static final String SIGNS = "“✓█…”";

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final Optional<Person> person;
  private final boolean redraws;

  /** Somebody who can be asked. */
  interface Person {
    /** What was typed, or null when nobody answers any more. */
    String line(String prompt);

    /** The same without echo; the caller wipes it. */
    char[] password(String prompt);
  }

  Terminal(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      Optional<Person> person,
      boolean redraws) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
    this.person = person;
    this.redraws = redraws;
  }

  /** This process's own; questions are only asked where a person sits. */
  public static Terminal ofProcess() {
    // Null again since Java 25 when an input or output is redirected: JDK-8351435.
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    // A console shows its own character set; what goes to a file or a program is UTF-8.
    Charset charset = console.isPresent() ? System.out.charset() : StandardCharsets.UTF_8;
    return new Terminal(
        System.in,
        stream(System.out, charset),
        stream(System.err, charset),
        System.getenv(),
        console.map(Terminal::person),
        console.isPresent() && isDevice(Path.of("/dev/stderr")));
  }

  private static Person person(Console console) {
    return new Person() {
      @Override
      public String line(String prompt) {
        return console.readLine("%s ", prompt);
      }

      @Override
      public char[] password(String prompt) {
        return console.readPassword("%s ", prompt);
      }
    };
  }

  /**
   * Whether a path leads to a character device, as terminals are (stat(2), S_IFCHR); false where
   * that cannot be known. Windows has no such path, and its console shows escape sequences as signs
   * unless a program asks otherwise.
   */
  static boolean isDevice(Path path) {
    try {
      return Files.getAttribute(path, "unix:mode") instanceof Integer mode
          && (mode & FILE_TYPE) == CHARACTER_DEVICE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return false;
    }
  }

  private static PrintStream stream(PrintStream to, Charset charset) {
    return charset.newEncoder().canEncode(SIGNS)
        ? new PrintStream(to, true, charset)
        : new PlainStream(to, charset);
  }

  /** Whether every letter of every language can be printed. */
  boolean unicode() {
    return out.charset().newEncoder().canEncode(SIGNS);
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether a line on standard error can be drawn over. */
  boolean redraws() {
    return redraws;
  }

  /** Whether a person can be asked. */
  boolean interactive() {
    return person.isPresent();
  }

  /** Asks for a password without echo; empty when nobody can be asked or nothing was typed. */
  Optional<Secret> askPassword(String prompt) {
    return person
        .map(asked -> asked.password(prompt))
        .map(
            chars -> {
              Secret secret = Secret.copyOf(chars);
              Arrays.fill(chars, '\0');
              return secret;
            });
  }

  /** Asks a question whose answer is No unless somebody types yes. */
  boolean confirm(String question, String yes) {
    return person
        .map(asked -> asked.line(question))
        .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
        .filter(answer -> answer.equals(yes) || answer.equals(yes.substring(0, 1)))
        .isPresent();
  }

  /**
   * One line of standard input, without its end and read no further; empty when there is none.
   *
   * @return the bytes, which the caller wipes; more than a password file may have when the line is
   *     too long
   */
  Optional<byte[]> readLine() throws IOException {
    byte[] line = new byte[MAX_LINE + 1];
    int length = 0;
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      if (length < line.length) {
        line[length++] = (byte) next;
      }
      next = in.read();
    }
    byte[] read = Arrays.copyOf(line, length);
    Arrays.fill(line, (byte) 0);
    return Optional.of(read);
  }
}
