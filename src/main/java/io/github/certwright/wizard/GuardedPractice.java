package io.github.certwright.wizard;

import io.github.certwright.answers.WhereAnswer;
import java.nio.file.Path;

/** A practice behind the guard. */
record GuardedPractice(Practice practice, FxGuard guard) implements Practice {
  @Override
  public Services services() {
    return new GuardedServices(practice.services(), guard);
  }

  @Override
  public Path home() {
    return practice.home();
  }

  @Override
  public WhereAnswer where() {
    return practice.where();
  }

  @Override
  public void close() {
    guard.opening("close");
    practice.close();
  }
}
