package io.github.certwright.check;

import io.github.certwright.problem.Checked;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What is to be checked: a server or a file, told apart as a person would. */
public sealed interface CheckTarget {
  /** Endings by which a name is taken for a file even when no such file is there. */
  Set<String> FILE_ENDINGS =
      Set.of("jks", "p12", "pfx", "cer", "crt", "pem", "der", "p7b", "jceks", "keystore", "zip");

  /** A TLS port. */
  record Server(HostPort where) implements CheckTarget {}

  /** A file, which need not be there. */
  record OfFile(Path file) implements CheckTarget {}

  /** Reads what was typed or dropped. */
  static Checked<CheckTarget> read(String typed) {
    try {
      Path path = Path.of(typed);
      if (Files.exists(path) || looksLikeAFile(typed)) {
        return Checked.good(new OfFile(path));
      }
    } catch (InvalidPathException _) {
      return server(typed);
    }
    return server(typed);
  }

  private static boolean looksLikeAFile(String typed) {
    boolean web = typed.contains("://");
    String ending = typed.substring(typed.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean separated = typed.indexOf('/') >= 0 || typed.indexOf('\\') >= 0;
    return !web && (separated || (typed.indexOf('.') >= 0 && FILE_ENDINGS.contains(ending)));
  }

  private static Checked<CheckTarget> server(String typed) {
    return switch (HostPort.read(typed)) {
      case Checked.Good<HostPort> good -> Checked.good(new Server(good.value()));
      case Checked.Bad<HostPort> bad -> new Checked.Bad<>(bad.problems());
    };
  }
}
