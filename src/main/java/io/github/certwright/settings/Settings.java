package io.github.certwright.settings;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/**
 * What is remembered from one start to the next: preferences, pins, history. A missing, damaged or
 * unreadable file means defaults and a {@linkplain #notices() notice}, never a failure. Reading and
 * writing touch the disk; {@link #current()} does not. May be used from several threads.
 */
public final class Settings {
  private final SettingsStore store;
  private volatile SettingsData current = SettingsData.defaults();
  private UnaryOperator<SettingsData> unwritten = UnaryOperator.identity();
  private Optional<Path> kept = Optional.empty();
  private final List<Problem> notices = new ArrayList<>();

  private Settings(SettingsStore store) {
    this.store = store;
  }

  /** Reads the settings; touches the disk. */
  public static Settings open(SettingsStore store) {
    Settings settings = new Settings(store);
    settings.current = settings.read();
    return settings;
  }

  /** What is known now. */
  public SettingsData current() {
    return current;
  }

  /** What went wrong while reading, to be shown once; empty when nothing did. */
  public synchronized List<Problem> notices() {
    return List.copyOf(notices);
  }

  /** Something to be shown with the {@linkplain #notices() notices}. */
  public synchronized void notice(Problem problem) {
    notices.add(problem);
  }

  /**
   * Changes what the file holds now, which another window may have changed meanwhile, and writes
   * it. The change holds for this run even when it cannot be written.
   *
   * @throws ProblemException when the file cannot be written
   */
  public synchronized void update(UnaryOperator<SettingsData> change) throws ProblemException {
    boolean ours = false;
    try (SettingsStore.Turn _ = store.turn()) {
      ours = true;
      boolean understood = apply(change);
      write(SettingsJson.write(current), understood);
      unwritten = UnaryOperator.identity();
    } finally {
      if (!ours) {
        apply(change);
      }
    }
  }

  private void write(byte[] content, boolean understood) throws ProblemException {
    if (understood) {
      store.write(content);
    } else {
      kept = store.replaceDamaged(content).or(() -> kept);
    }
  }

  /** Where a damaged file was kept in this run, to be said once; empty when none was. */
  public synchronized Optional<Problem> keptDamaged() {
    Optional<Path> place = kept;
    kept = Optional.empty();
    return place.map(path -> Problem.warning("", "settings.file.kept", path));
  }

  /**
   * What could not be written before is tried again, on what the file holds by now.
   *
   * @return false when there is a file that cannot be understood
   */
  private boolean apply(UnaryOperator<SettingsData> change) {
    UnaryOperator<SettingsData> before = unwritten;
    unwritten = data -> change.apply(before.apply(data));
    try {
      current = parse().map(unwritten).orElseGet(() -> change.apply(current));
      return true;
    } catch (IOException | JacksonException | IllegalArgumentException | DateTimeException e) {
      current = change.apply(current);
      return false;
    }
  }

  private synchronized SettingsData read() {
    try {
      return parse().orElse(SettingsData.defaults());
    } catch (IOException e) {
      notices.add(Problem.warning("", "settings.file.unreadable").withDetail(String.valueOf(e)));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      notices.add(Problem.warning("", "settings.file.damaged").withDetail(String.valueOf(e)));
    }
    return SettingsData.defaults();
  }

  private Optional<SettingsData> parse() throws IOException {
    return store.read().map(SettingsJson::read);
  }
}
