package io.github.certwright;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.wizard.control.CardButton;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;

/** Walks through every job as a person would, and prints what each page took. */
final class Walk {
  private static final List<String> JOBS =
      List.of(
          "create",
          "setup",
          "check",
          "renew",
          "use-request",
          "use-continue",
          "use-existing",
          "use-root",
          "use-issue",
          "use-list",
          "use-trust");

  /** These work; the others turn back at the review. */
  private static final Map<String, String> WORKING =
      Map.of(
          "create", "making a pair with RSA 4096",
          "setup", "installing into tools",
          "check", "checking a certificate",
          "use-root", "making an authority",
          "use-list", "issuing a list of 20");

  private static final List<String> PASSWORDS = List.of("server-password", "root-password");
  private static final int LONGEST_JOB = 12;
  private static final long A_LOOK = 150;

  private final Eye eye;
  private final Given given;
  private String folder = "";
  private String password = "";
  private String where = "";
  private boolean silent;

  Walk(Eye eye, Given given) {
    this.eye = eye;
    this.given = given;
  }

  /**
   * Every job once.
   *
   * @param round 1 for the first opening of each page; only then jobs do their work
   */
  void all(int round) throws Exception {
    for (String job : JOBS) {
      if (job.startsWith("use-")) {
        press("authority", round, "authority");
      }
      one(job, round);
    }
  }

  /** Only the installation, on a computer with many tools. */
  void many() throws Exception {
    silent = true;
    one("create", 1);
    silent = false;
    where = " (200 tools)";
    one("setup", 1);
  }

  private void one(String job, int round) throws Exception {
    boolean opened = press(job, round, job);
    for (int i = 0; opened && i < LONGEST_JOB && page(job, round); i++) {
      Eye.rest(A_LOOK);
    }
    leave();
  }

  private boolean press(String card, int round, String job) throws Exception {
    Optional<CardButton> button = eye.find(card, CardButton.class);
    return button.isPresent() && opened(job, round, eye.press(button.get()::press));
  }

  /** Answers the page and goes on; false where the job ends or turns back. */
  private boolean page(String job, int round) throws Exception {
    String before = eye.page();
    answer(job);
    boolean review = eye.find("sentences", Node.class).isPresent();
    if (review && (round > 1 || !WORKING.containsKey(job))) {
      return false;
    }
    Button next = eye.find("next", Button.class).orElseThrow();
    if (next.getText().contains("inish") || !Eye.until(() -> !next.isDisabled())) {
      return false;
    }
    remember();
    if (review || job.equals("check")) {
      Optional<String> end = Optional.of("verdict").filter(id -> job.equals("check"));
      work(job, round, eye.pressAndWork(next::fire, end));
    } else {
      opened(job, round, eye.press(next::fire));
    }
    return !before.equals(eye.page());
  }

  private void work(String job, int round, Optional<Eye.Work> work) throws Exception {
    if (work.isPresent()) {
      Eye.Work seen = work.get();
      print("open", job + ": " + seen.page(), round, seen.opened());
      if (round == 1 && seen.longest() > 0) {
        print("pause", WORKING.get(job), round, seen.longest());
      }
      if (seen.next() > 0) {
        print("open", job + ": " + eye.page(), round, seen.next());
      }
      given.made(job, Path.of(folder), password);
    }
  }

  private void answer(String job) throws Exception {
    for (Map.Entry<String, String> each : given.typed().entrySet()) {
      Optional<TextInputControl> input = eye.find(each.getKey(), TextInputControl.class);
      if (input.isPresent() && input.get().getText().isEmpty()) {
        Eye.fx(
            () -> {
              input.get().setText(each.getValue());
              return each;
            });
        Eye.rest(600);
      }
    }
    if (passwordMissing()) {
      fire("make");
    }
    fire("add-files");
    Optional<ComboBox<?>> key = eye.find("key", ComboBox.class).map(found -> (ComboBox<?>) found);
    if (job.equals("create") && key.isPresent() && key.get().getItems().contains(KeyChoice.RSA4096)) {
      int choice = key.get().getItems().indexOf(KeyChoice.RSA4096);
      Eye.fx(
          () -> {
            key.get().getSelectionModel().select(choice);
            return key;
          });
    }
  }

  private boolean passwordMissing() throws Exception {
    for (String id : PASSWORDS) {
      Optional<TextInputControl> input = eye.find(id, TextInputControl.class);
      if (input.isPresent() && input.get().getText().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void fire(String id) throws Exception {
    Optional<Button> button = eye.find(id, Button.class);
    if (button.isPresent()) {
      Eye.fx(
          () -> {
            button.get().fire();
            return button;
          });
      Eye.rest(300);
    }
  }

  /** What is written where, and how it is opened, for the jobs that follow. */
  private void remember() throws Exception {
    folder = eye.find("folder", TextInputControl.class).map(TextInputControl::getText).orElse(folder);
    for (String id : PASSWORDS) {
      password = eye.find(id, TextInputControl.class).map(TextInputControl::getText).orElse(password);
    }
  }

  private boolean opened(String job, int round, Optional<Long> nanos) throws Exception {
    if (nanos.isPresent()) {
      print("open", job + ": " + eye.page(), round, nanos.get());
      Eye.rest(A_LOOK);
    }
    return nanos.isPresent();
  }

  private void print(String kind, String what, int round, long nanos) {
    if (!silent) {
      System.out.printf(
          Locale.ROOT, "%s\t%s%s\t%d\t%.1f%n", kind, what, where, round, nanos / 1e6);
    }
  }

  private void leave() throws Exception {
    for (int i = 0; i < 3 && !eye.page().equals("start"); i++) {
      Optional<Button> cancel = eye.find("cancel", Button.class);
      Button button = cancel.isPresent() ? cancel.get() : eye.find("next", Button.class).orElseThrow();
      Eye.fx(
          () -> {
            button.fire();
            return button;
          });
      Eye.rest(A_LOOK);
      eye.sayYes();
      Eye.rest(A_LOOK);
    }
  }
}
