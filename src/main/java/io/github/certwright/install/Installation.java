package io.github.certwright.install;

import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.WayBack;
import io.github.certwright.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of the chosen tools, and the way back. Closing gives the way back up; nothing on the
 * disk changes by that.
 */
public final class Installation implements AutoCloseable {
  private final List<InstallOutcome> outcomes;
  private final Optional<FileTransaction> transaction;

  Installation(List<InstallOutcome> outcomes, Optional<FileTransaction> transaction) {
    this.outcomes = List.copyOf(outcomes);
    this.transaction = transaction;
  }

  /** Of no tool at all. */
  public static Installation none() {
    return new Installation(List.of(), Optional.empty());
  }

  /** One for each tool, in order. */
  public List<InstallOutcome> outcomes() {
    return outcomes;
  }

  /**
   * Puts back, byte for byte, what was in the tools before.
   *
   * @return what could not be put back; empty when everything is as it was
   */
  public List<Problem> undo() {
    return transaction.map(FileTransaction::rollback).orElse(List.of());
  }

  /** What takes the installation back another day; empty when nothing was changed. */
  public Optional<WayBack> wayBack() {
    return transaction.map(FileTransaction::wayBack).filter(way -> !way.isEmpty());
  }

  @Override
  public void close() {
    transaction.ifPresent(FileTransaction::close);
  }
}
