package io.github.certwright.wizard.page;

import io.github.certwright.settings.SettingsStore;
import java.util.Optional;

/** Settings that are forgotten with the job they were made for. */
final class ForgetfulStore implements SettingsStore {
  private volatile byte[] content;

  @Override
  public Optional<byte[]> read() {
    return Optional.ofNullable(content);
  }

  @Override
  public void write(byte[] bytes) {
    content = bytes.clone();
  }

  @Override
  public Turn turn() {
    return () -> {};
  }
}
