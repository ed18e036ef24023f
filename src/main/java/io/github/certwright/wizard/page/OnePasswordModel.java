package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.util.List;
import java.util.function.BiFunction;

/** One new password; already made when the page is first seen. */
public final class OnePasswordModel extends PageModel {
  private final Desk desk;
  private final String field;
  private final Making making;
  private final BiFunction<Secret, Secret, List<Problem>> rules;
  private final PasswordHalf half;
  private boolean filledOnce;

  /** Makes a password that nobody has to think of. */
  @FunctionalInterface
  interface Making {
    /** Takes the answers as they are; what it returns makes the password on a worker. */
    Background.Work<Secret> now();
  }

  /**
   * @param field of its problems and message stem of the input: {@code .label} and {@code .help};
   *     the repetition's is called the same with {@code Again} behind it
   * @param rules what the password, typed twice, must be like
   */
  OnePasswordModel(
      Desk desk,
      String stem,
      String field,
      Making making,
      BiFunction<Secret, Secret, List<Problem>> rules) {
    super(stem);
    this.desk = desk;
    this.field = field;
    this.making = making;
    this.rules = rules;
    half = new PasswordHalf(desk.background(), new PasswordMeter(), this::changed);
  }

  public PasswordHalf half() {
    return half;
  }

  /** The field of its problems. */
  public String field() {
    return field;
  }

  /** Makes it anew. */
  public void makeIt() {
    desk.background()
        .run(making.now())
        .onSuccess(
            made -> {
              half.fill(made);
              made.close();
            });
  }

  void wipe() {
    half.wipe();
  }

  @Override
  public void entered() {
    if (!filledOnce) {
      filledOnce = true;
      makeIt();
    }
    refresh();
  }

  @Override
  protected List<Problem> check() {
    try (Secret first = half.secret();
        Secret again = half.secretAgain()) {
      return rules.apply(first, again);
    }
  }

  private void changed() {
    if (filledOnce) {
      refresh();
    }
  }
}
