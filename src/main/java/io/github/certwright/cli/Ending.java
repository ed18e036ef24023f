package io.github.certwright.cli;

import io.github.certwright.text.Text;
import java.time.Clock;

/** Prints the end of a command, in the one form that was asked for. */
record Ending(Terminal terminal, Text text, Clock clock, CommonOptions options) {
  void print(JobDocument document) {
    if (options.json) {
      terminal.out().print(new JsonDocument(text, clock, terminal.unicode()).of(document));
      terminal.out().flush();
    } else {
      new Sentences(terminal, text, clock, options).print(document);
    }
  }
}
