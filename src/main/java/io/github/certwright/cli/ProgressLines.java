package io.github.certwright.cli;

import io.github.certwright.plan.Plan;
import io.github.certwright.run.Progress;
import io.github.certwright.run.SettingsChange;
import io.github.certwright.text.Text;
import java.io.PrintStream;
import java.util.List;

/** Progress on standard error: a bar that redraws itself on a terminal, else one line a step. */
final class ProgressLines implements Progress, AutoCloseable {
  private static final int WIDTH = 24;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream err;
  private final boolean bar;
  private final Text text;
  private int steps;
  private int ended;
  private String current = "";

  ProgressLines(Terminal terminal, Text text) {
    this.err = terminal.err();
    this.bar = terminal.redraws();
    this.text = text;
  }

  @Override
  public void planned(List<Plan.Step> planned) {
    steps = planned.size();
  }

  @Override
  public void step(StepReport report) {
    String sentence = text.of(report.step().key(), report.step().args().toArray());
    switch (report.state()) {
      case RUNNING -> {
        current = sentence;
        draw(0);
      }
      case DONE -> {
        ended++;
        line("cli.progress.done", sentence);
      }
      case FAILED -> line("cli.progress.failed", sentence);
      case UNDONE -> line("cli.progress.undone", sentence);
      case SKIPPED -> line("cli.progress.skipped", sentence);
      case WAITING -> {}
    }
  }

  /** Makes room for what is said about it. */
  @Override
  public void found(SettingsChange change) {
    clear();
  }

  /** Leaves an empty line where the bar was. */
  @Override
  public void close() {
    clear();
  }

  private void clear() {
    if (bar && steps > 0) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }

  @Override
  public void fraction(String stepId, double fraction) {
    draw(fraction);
  }

  private void line(String key, String sentence) {
    if (!bar) {
      err.println(text.of(key, sentence));
    }
  }

  private void draw(double fraction) {
    if (!bar || steps == 0) {
      return;
    }
    double part = (ended + Math.clamp(fraction, 0, 1)) / steps;
    int full = (int) Math.round(part * WIDTH);
    String shown = current.length() > 50 ? current.substring(0, 49) + "…" : current;
    err.print(CLEAR_LINE + "[" + "█".repeat(full) + "·".repeat(WIDTH - full) + "] " + shown);
    err.flush();
  }
}
