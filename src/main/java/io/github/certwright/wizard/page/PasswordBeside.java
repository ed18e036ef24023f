package io.github.certwright.wizard.page;

import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;

/** Takes a keystore's password from the file beside it, unless one was typed. */
final class PasswordBeside {
  private final Desk desk;
  private final StringProperty password;
  private final Function<Path, Optional<Secret>> beside;
  private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper();
  private Optional<Path> looked = Optional.empty();
  private boolean filling;

  /**
   * @param password is filled where it is empty
   * @param beside finds it, on a worker
   */
  PasswordBeside(Desk desk, StringProperty password, Function<Path, Optional<Secret>> beside) {
    this.desk = desk;
    this.beside = beside;
    this.password = password;
    password.addListener((value, before, now) -> typed());
  }

  /** Whether the password is one that was found, and not one that was typed. */
  ReadOnlyBooleanProperty filledProperty() {
    return filled.getReadOnlyProperty();
  }

  /**
   * Looks beside a keystore, once for each.
   *
   * @param found called when a password was filled in
   */
  void look(Path keystore, Runnable found) {
    if (looked.equals(Optional.of(keystore)) || !(password.get().isEmpty() || filled.get())) {
      return;
    }
    looked = Optional.of(keystore);
    fill("");
    desk.background()
        .run(cancellation -> beside.apply(keystore))
        .onSuccess(secret -> secret.ifPresent(one -> take(keystore, one, found)));
  }

  private void take(Path keystore, Secret secret, Runnable found) {
    try (secret) {
      if (looked.equals(Optional.of(keystore)) && password.get().isEmpty()) {
        // The field is a text field of JavaFX, which holds its text in a String.
        fill(secret.useText(words -> words));
        found.run();
      }
    }
  }

  private void fill(String words) {
    filling = true;
    password.set(words);
    filled.set(!words.isEmpty());
    filling = false;
  }

  private void typed() {
    if (!filling) {
      filled.set(false);
    }
  }
}
