package io.github.certwright.server;

/** Hears which call comes next, on the thread that makes it. */
@FunctionalInterface
public interface ServerProgress {
  void next(ServerStep step);

  /** Hears what the server has now, before anything is sent. */
  default void found(TlsSettings before) {}

  /** Listens to nothing. */
  static ServerProgress none() {
    return step -> {};
  }
}
