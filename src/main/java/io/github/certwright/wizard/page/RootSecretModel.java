package io.github.certwright.wizard.page;

import io.github.certwright.answers.AuthorityChecks;
import io.github.certwright.answers.Passwords;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.security.SecureRandom;
import java.util.List;

/**
 * The password of our own root authority. None is filled in: it stands in no file, so a person has
 * to know it.
 */
public final class RootSecretModel extends PageModel {
  static final String PASSWORD = "authority.password";
  static final String AGAIN = "authority.passwordAgain";

  private final Desk desk;
  private final PasswordHalf half;
  private boolean ready;

  public RootSecretModel(Desk desk) {
    super("rootSecret.page");
    this.desk = desk;
    half = new PasswordHalf(desk.background(), new PasswordMeter(), this::changed);
    ready = true;
  }

  public PasswordHalf half() {
    return half;
  }

  /** Makes one that nobody has to think of, but somebody has to write down. */
  public void makeIt() {
    desk.background()
        .run(cancellation -> Passwords.generate(new SecureRandom()))
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
  protected List<Problem> check() {
    try (Secret first = half.secret();
        Secret again = half.secretAgain()) {
      return AuthorityChecks.password(PASSWORD, first, again);
    }
  }

  private void changed() {
    if (ready) {
      refresh();
    }
  }
}
