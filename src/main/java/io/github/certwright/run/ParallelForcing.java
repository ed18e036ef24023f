package io.github.certwright.run;

import io.github.certwright.files.Forcing;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Forces several files or folders at once, with threads that end with the work. */
final class ParallelForcing implements Forcing {
  /** Below this, starting threads costs more than it saves. */
  private static final int WORTH_IT = 8;

  private static final int THREADS = 8;

  @Override
  public Map<Path, IOException> force(List<Path> paths, Act act) {
    if (paths.size() < WORTH_IT) {
      return Forcing.inTurn().force(paths, act);
    }
    Map<Path, Future<Optional<IOException>>> forced = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      paths.forEach(path -> forced.put(path, threads.submit(() -> forceOne(path, act))));
    }
    Map<Path, IOException> failures = new LinkedHashMap<>();
    forced.forEach((path, end) -> failure(end).ifPresent(e -> failures.put(path, e)));
    return failures;
  }

  private static Optional<IOException> forceOne(Path path, Act act) {
    try {
      act.on(path);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private static Optional<IOException> failure(Future<Optional<IOException>> end) {
    return switch (end.state()) {
      case SUCCESS -> end.resultNow();
      case FAILED -> throw new IllegalStateException(end.exceptionNow());
      // An interrupt ends the threads before they have come to every path.
      case CANCELLED, RUNNING -> Optional.of(new ClosedByInterruptException());
    };
  }
}
