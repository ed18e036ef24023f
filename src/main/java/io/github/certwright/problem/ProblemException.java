package io.github.certwright.problem;

/**
 * Carries a {@link Problem} up from a step that met it; the text of the exception is the message
 * key, never a secret.
 */
public final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  /** With the throwable that led here, for the log only. */
  public ProblemException(Problem problem, Throwable cause) {
    super(problem.key(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
