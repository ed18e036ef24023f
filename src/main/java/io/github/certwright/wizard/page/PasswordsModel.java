package io.github.certwright.wizard.page;

import io.github.certwright.answers.Checks;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.Passwords;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.security.SecureRandom;
import java.util.List;

/** Two passwords: the server's and the clients'; already made when the page is first seen. */
public final class PasswordsModel extends PageModel {
  private final Desk desk;
  private final PasswordHalf server;
  private final PasswordHalf client;
  private boolean filledOnce;

  public PasswordsModel(Desk desk) {
    super("passwords.page");
    this.desk = desk;
    PasswordMeter meter = new PasswordMeter();
    server = new PasswordHalf(desk.background(), meter, this::changed);
    client = new PasswordHalf(desk.background(), meter, this::changed);
  }

  public PasswordHalf server() {
    return server;
  }

  public PasswordHalf client() {
    return client;
  }

  /** Makes both anew. */
  public void makeThem() {
    desk.background()
        .run(
            cancellation -> {
              SecureRandom random = new SecureRandom();
              return List.of(Passwords.generate(random), Passwords.generate(random));
            })
        .onSuccess(
            both -> {
              server.fill(both.getFirst());
              client.fill(both.getLast());
              both.forEach(Secret::close);
            });
  }

  /**
   * The answer, in secrets of its own that the caller closes. The server's password is kept in a
   * file when it was made, because then nobody has it in mind.
   */
  public PasswordAnswer answer() {
    return new PasswordAnswer(
        server.secret(),
        server.secretAgain(),
        client.secret(),
        client.secretAgain(),
        server.madeProperty().get());
  }

  /** Forgets both. */
  public void wipe() {
    server.wipe();
    client.wipe();
  }

  @Override
  public void entered() {
    if (!filledOnce) {
      filledOnce = true;
      makeThem();
    }
  }

  @Override
  protected List<Problem> check() {
    try (PasswordAnswer answer = answer()) {
      return Checks.passwords(answer);
    }
  }

  private void changed() {
    if (filledOnce) {
      refresh();
    }
  }
}
