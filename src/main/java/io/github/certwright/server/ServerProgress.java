package io.github.certwright.server;

/** Hears which call comes next, on the thread that makes it. */
@FunctionalInterface
public interface ServerProgress {
  void next(ServerStep step);

  /** Listens to nothing. */
  static ServerProgress none() {
    return step -> {};
  }
}
