package io.github.certwright.run;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.issue.CertificateMaker;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Key pairs that are begun before they are asked for, on another core, while answers are still
 * being read and checked: an RSA key takes as long as all the rest of a short job. Each pair is
 * given away once; one that nobody takes ends with the process and is never written. May be used by
 * several threads.
 */
public final class KeysAhead {
  private final CertificateMaker maker;
  private final Map<KeyChoice, FutureTask<KeyPair>> begun = new EnumMap<>(KeyChoice.class);

  public KeysAhead(SecureRandom random) {
    this.maker = new CertificateMaker(random);
  }

  /** Begins a pair of this kind unless one is under way; returns at once. */
  public synchronized void begin(KeyChoice choice) {
    if (!begun.containsKey(choice)) {
      FutureTask<KeyPair> task = new FutureTask<>(() -> maker.keyPair(choice));
      begun.put(choice, task);
      Thread.ofPlatform().daemon().name("key-ahead").start(task);
    }
  }

  /** The pair that was begun, waiting for it, or a new one. */
  public KeyPair pair(KeyChoice choice) {
    return taken(choice).flatMap(KeysAhead::ended).orElseGet(() -> maker.keyPair(choice));
  }

  private synchronized Optional<FutureTask<KeyPair>> taken(KeyChoice choice) {
    return Optional.ofNullable(begun.remove(choice));
  }

  private static Optional<KeyPair> ended(FutureTask<KeyPair> task) {
    try {
      return Optional.of(task.get());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException _) {
      // Made once more, where the error is seen by whoever wants the key.
      return Optional.empty();
    }
  }
}
