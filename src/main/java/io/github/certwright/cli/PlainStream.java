package io.github.certwright.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Prints on a terminal without typographic signs what would otherwise come out as question marks.
 */
final class PlainStream extends PrintStream {
  PlainStream(OutputStream out, Charset charset) {
    super(out, true, charset);
  }

  @Override
  public void print(String text) {
    super.print(
        text.replaceAll("[“”]", "\"")
            .replaceAll("[‘’]", "'")
            .replace("…", "...")
            .replaceAll("[–—]", "-")
            .replace("✓", "ok")
            .replace("✗", "x")
            .replace("█", "#")
            .replace("·", ".")
            .replace("•", "*")
            .replace("⟨", "<")
            .replace("⟩", ">"));
  }
}
