package io.github.certwright.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A terminal at which nobody sits, unless answers are given, and what was printed on it. */
final class FakeTerminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Map<String, String> environment = new LinkedHashMap<>();
  byte[] input = {};

  /** What a person who sits there types, answer by answer; null when nobody does. */
  Deque<String> answers;

  Charset charset = StandardCharsets.UTF_8;

  Terminal open() {
    return new Terminal(
        new ByteArrayInputStream(input),
        new PrintStream(out, true, charset),
        new PrintStream(err, true, charset),
        environment,
        Optional.ofNullable(answers).map(this::person),
        false);
  }

  private Terminal.Person person(Deque<String> typed) {
    return new Terminal.Person() {
      @Override
      public String line(String prompt) {
        err.writeBytes((prompt + "\n").getBytes(charset));
        return typed.poll();
      }

      @Override
      public char[] password(String prompt) {
        String answer = line(prompt);
        return answer == null ? null : answer.toCharArray();
      }
    };
  }

  /** What a process of its own printed instead. */
  void printed(byte[] toOut, byte[] toErr) {
    out.writeBytes(toOut);
    err.writeBytes(toErr);
  }

  String out() {
    return out.toString(charset);
  }

  String err() {
    return err.toString(charset);
  }

  void clear() {
    out.reset();
    err.reset();
  }
}
