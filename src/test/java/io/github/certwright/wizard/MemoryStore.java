package io.github.certwright.wizard;

import io.github.certwright.settings.SettingsStore;
import java.util.Optional;

/** Settings that live as long as a test. */
public final class MemoryStore implements SettingsStore {
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
