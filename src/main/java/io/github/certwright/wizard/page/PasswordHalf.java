package io.github.certwright.wizard.page;

import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.page.PasswordMeter.Grade;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One password: typed twice by hand, or made and untouched. */
public final class PasswordHalf {
  private final Background background;
  private final PasswordMeter meter;
  private final StringProperty first = new SimpleStringProperty("");
  private final StringProperty again = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper made = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Grade>> grade =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Runnable changed;
  private boolean filling;

  /**
   * @param changed called after each change
   */
  PasswordHalf(Background background, PasswordMeter meter, Runnable changed) {
    this.background = background;
    this.meter = meter;
    this.changed = changed;
    first.subscribe(_ -> edited());
    again.subscribe(_ -> changed.run());
  }

  public StringProperty firstProperty() {
    return first;
  }

  /** Typed a second time; of no meaning while {@link #madeProperty()} holds. */
  public StringProperty againProperty() {
    return again;
  }

  /** Whether it was made for the person and not edited since. */
  public ReadOnlyBooleanProperty madeProperty() {
    return made.getReadOnlyProperty();
  }

  /** How good it is, once measured. */
  public ReadOnlyObjectProperty<Optional<Grade>> gradeProperty() {
    return grade.getReadOnlyProperty();
  }

  /** Puts a made password in. */
  void fill(Secret password) {
    filling = true;
    made.set(true);
    again.set("");
    password.useText(
        text -> {
          first.set(text);
          return text.length();
        });
    filling = false;
    grade.set(Optional.of(Grade.BEST));
    changed.run();
  }

  Secret secret() {
    return Secret.ofText(first.get());
  }

  Secret secretAgain() {
    return Secret.ofText(made.get() ? first.get() : again.get());
  }

  void wipe() {
    filling = true;
    first.set("");
    again.set("");
    grade.set(Optional.empty());
    filling = false;
  }

  private void edited() {
    if (filling) {
      return;
    }
    made.set(false);
    String now = first.get();
    grade.set(Optional.empty());
    if (!now.isEmpty()) {
      background
          .run(cancellation -> meter.measure(now, List.of("teamworkcloud", "certwright")))
          .onSuccess(
              measured -> {
                if (first.get().equals(now)) {
                  grade.set(Optional.of(measured));
                }
              });
    }
    changed.run();
  }
}
