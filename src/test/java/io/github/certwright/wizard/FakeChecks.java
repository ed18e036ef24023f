package io.github.certwright.wizard;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Finds what a test has laid out, and remembers what it was asked. */
public final class FakeChecks implements Checks {
  /** What is found, one after the other; the last again and again. */
  public final Deque<CheckReport> finds = new ArrayDeque<>();

  public Optional<Problem> refuses = Optional.empty();
  public Optional<CountDownLatch> holds = Optional.empty();
  public int lastPasswordLength;
  private final List<String> asked;

  FakeChecks(List<String> asked) {
    this.asked = asked;
  }

  @Override
  public CheckReport look(
      String typed, Optional<Secret> password, Consumer<Sentence> heard, Cancellation cancellation)
      throws ProblemException {
    asked.add("check " + typed);
    lastPasswordLength = password.map(Secret::length).orElse(0);
    heard.accept(new Sentence("check.looking.port", List.of(10002, typed, 5L)));
    holds.ifPresent(FakeChecks::await);
    if (refuses.isPresent()) {
      throw new ProblemException(refuses.get());
    }
    return finds.size() > 1 ? finds.pop() : finds.getFirst();
  }

  @Override
  public void saveReport(CheckReport report, Path to) {
    asked.add("saveReport " + to.getFileName());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
