package io.github.certwright.server;

/** The calls of an upload, in order. */
public enum ServerStep {
  VERSION("server.step.version", 0),
  SIGN_IN("server.step.sign-in", 1),
  WHO("server.step.who", 2),
  READ("server.step.read", 3),
  SEND("server.step.send", 4),
  READ_BACK("server.step.read-back", 5),
  SIGN_OUT("server.step.sign-out", 6);

  private static final double CALLS = 7;

  private final String key;
  private final int before;

  ServerStep(String key, int before) {
    this.key = key;
    this.before = before;
  }

  /** Message key of what is being done. */
  public String key() {
    return key;
  }

  /** The part of an upload that is behind when this call starts, 0 to 1. */
  public double fraction() {
    return before / CALLS;
  }
}
