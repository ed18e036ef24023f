package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.control.CardButton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.CheckBox;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the moments in which something is wrong, asked, or under way. */
final class StatesPictureTest extends WindowTest {
  @Test
  @Tag("thorough")
  void aMissingNameIsNamedBesideItsField() {
    clickOn("#create");
    page("What do people type to reach the server?");
    clickOn("#next");
    until(() -> !lookup("The server's name is missing.").queryAll().isEmpty());
    focusIs("server-name");
    assertThat(lookup("#next").queryButton().isDisabled()).isTrue();
    picture("11-server-problem");
  }

  @Test
  @Tag("thorough")
  void ownPasswordsAreMeasuredAndTypedTwice() {
    clickOn("#create").clickOn("#server-name").write("tw.example.com");
    next("Whose server is it?");
    next("Which passwords protect the two files?");
    until(() -> !lookup("Very good").queryAll().isEmpty());
    interact(() -> lookup("#server-password").queryTextInputControl().setText("monkey"));
    until(() -> !lookup("Guessed at once").queryAll().isEmpty());
    clickOn("#next");
    picture("13-passwords-own");
    assertThat(lookup("#next").queryButton().isDisabled()).isTrue();
  }

  @Test
  @Tag("thorough")
  void filesThatAreThereAreReplacedOnlyWhenAllowed() {
    services.inFolder = Set.of("KeyStore.jks", "cert.jks");
    services.synchronised = "OneDrive";
    toWhere();
    until(() -> lookup("#replace").query().isVisible());
    picture("15-where-existing");
    assertThat(lookup("#next").queryButton().isDisabled()).isTrue();
    clickOn("#replace");
    until(() -> !lookup("#next").queryButton().isDisabled());
    next("This is what will happen");
  }

  @Test
  void anUnknownServerIsAskedAboutAndNothingIsSentAfterNo() {
    toWhere();
    interact(() -> lookup("#upload").queryAs(CheckBox.class).setSelected(true));
    interact(
        () -> {
          lookup("#user").queryTextInputControl().setText("anna");
          lookup("#upload-password").queryTextInputControl().setText("geheim");
        });
    interact(() -> lookup("#test-sign-in").query().requestFocus());
    until(() -> isInView(lookup("#test-sign-in").query()));
    picture("16-where-upload");
    interact(() -> lookup("#test-sign-in").queryButton().fire());
    until(() -> !lookup("#yes").queryAll().isEmpty());
    windowPicture("17-trust-question", lookup("#yes").query());
    clickOn("#no");
    until(() -> lookup("#yes").queryAll().isEmpty());
    assertThat(services.asked)
        .contains("look https://tw.example.com:8111")
        .noneMatch(asked -> asked.startsWith("signIn"))
        .noneMatch(asked -> asked.startsWith("agree"));
  }

  @Test
  void aRunThatIsStoppedSaysThatEverythingIsAsBefore() {
    CountDownLatch latch = new CountDownLatch(1);
    services.holdsAtFirstStep = Optional.of(latch);
    toReview();
    next("Making the connection secure");
    picture("18-progress");
    clickOn("#cancel");
    until(() -> !lookup("#yes").queryAll().isEmpty());
    windowPicture("19-stop-question", lookup("#yes").query());
    clickOn("#yes");
    until(() -> !lookup("Stopping, and putting everything back…").queryAll().isEmpty());
    latch.countDown();
    page("Stopped as you wished");
    picture("20-done-cancelled");
    assertThat(lookup("#again").queryAll()).hasSize(1);
  }

  @Test
  void aQuestionWhetherToStopGoesAwayWhenTheRunEnds() {
    CountDownLatch latch = new CountDownLatch(1);
    services.holdsAtFirstStep = Optional.of(latch);
    toReview();
    next("Making the connection secure");
    clickOn("#cancel");
    until(() -> !lookup("#yes").queryAll().isEmpty());
    latch.countDown();
    page("The pair is made");
    until(() -> lookup("#yes").queryAll().isEmpty());
    assertThat(stage.isFocused()).isTrue();
  }

  @Test
  @Tag("thorough")
  void largeTextInASmallWindowLeavesThePageItsRoom() {
    clickOn("#create");
    page("What do people type to reach the server?");
    interact(
        () -> {
          stage.setWidth(800);
          stage.setHeight(600);
          wizard.look().textPercentProperty().set(200);
        });
    until(() -> railWidth() < 200);
    windowPicture("26-rail-200-percent-800", stage.getScene().getRoot());
    interact(() -> wizard.look().textPercentProperty().set(100));
    until(() -> railWidth() > 200);
    assertThat(railWidth()).isLessThan(240);
  }

  private double railWidth() {
    return ((Region) lookup(".rail-scroll").query()).getWidth();
  }

  @Test
  void aFailedRunSaysWhyAndCanBeTriedAgain() {
    services.ends = RunReport.State.FAILED;
    services.runProblems =
        List.of(Problem.of("where.folder", "where.folder.problem.full", "/home/anna/Certwright"));
    toReview();
    next("It did not work, and everything is as it was before");
    picture("21-done-failed");
    services.ends = RunReport.State.DONE;
    services.runProblems = List.of();
    clickOn("#again");
    page("Where does everything go?");
    until(() -> !lookup("#next").queryButton().isDisabled());
    next("This is what will happen");
    next("The pair is made");
  }

  @Test
  @Tag("thorough")
  void aJobDoneInPartSaysWhatIsMissing() {
    services.ends = RunReport.State.PARTLY;
    services.runProblems = List.of(Problem.of("", "run.verify.nothing", "tw.example.com", 10002));
    toReview();
    next("Part of it is done");
    picture("23-done-partly");
    assertThat(lookup("#again").queryAll()).hasSize(1);
    assertThat(lookup("#undo").queryAll()).hasSize(1);
  }

  @Test
  @Tag("thorough")
  void anAdministratorsCommandCanBeCopied() {
    services.ends = RunReport.State.NEEDS_ADMIN;
    services.runProblems =
        List.of(
            Problem.warning(
                "", "run.install.admin", "/opt/MagicDraw", "sudo certwright install ..."));
    toReview();
    next("Nearly done: an administrator is needed");
    picture("24-done-admin");
    clickOn("#copy-command");
    assertThat(clipboard()).isEqualTo("sudo certwright install ...");
  }

  @Test
  void rightsAreGivenAfterwardsAndTheToolsHaveTheCertificate() {
    services.ends = RunReport.State.NEEDS_ADMIN;
    toReview();
    next("Nearly done: an administrator is needed");
    interact(() -> lookup("#rights-now").queryButton().fire());
    until(() -> lookup("#rights-now").queryAll().isEmpty());
    page("The pair is made");
    assertThat(services.setUp.rights).isEqualTo(Rights.ADMINISTRATOR);
    assertThat(lookup("#undo").queryAll()).as("its key is needed now").isEmpty();
    picture("24-done-rights-given");
  }

  @Test
  @Tag("thorough")
  void afterAnUndoNothingMoreIsOffered() {
    toReview();
    next("The pair is made");
    clickOn("#undo");
    until(() -> !lookup("#yes").queryAll().isEmpty());
    clickOn("#yes");
    page("Everything is as it was before");
    picture("25-done-undone");
    assertThat(lookup("#open-folder").queryAll()).isEmpty();
    focusIs("next");
  }

  @Test
  void closingTheWindowWhileItRunsStopsAndUndoesFirst() {
    CountDownLatch latch = new CountDownLatch(1);
    services.holdsAtFirstStep = Optional.of(latch);
    toReview();
    next("Making the connection secure");
    interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    until(() -> !lookup("#yes").queryAll().isEmpty());
    clickOn("#yes");
    until(() -> !lookup("Stopping, and putting everything back…").queryAll().isEmpty());
    assertThat(stage.isShowing()).isTrue();
    latch.countDown();
    until(() -> !stage.isShowing());
  }

  @Test
  @Tag("thorough")
  void aVerifiedConnectionIsDrawnGreen() {
    toWhere();
    interact(
        () -> {
          lookup("#upload").queryAs(CheckBox.class).setSelected(true);
          lookup("#user").queryTextInputControl().setText("anna");
          lookup("#upload-password").queryTextInputControl().setText("geheim");
        });
    clickOn("#next");
    until(() -> !lookup("#yes").queryAll().isEmpty());
    clickOn("#yes");
    page("This is what will happen");
    next("The connection is secure");
    picture("22-done-secure");
    assertThat(services.asked).contains("agree https://tw.example.com:8111", "run");
  }

  private String clipboard() {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> Clipboard.getSystemClipboard().getString());
  }

  private void toWhere() {
    interact(() -> lookup("#create").queryAs(CardButton.class).press());
    page("What do people type to reach the server?");
    interact(() -> lookup("#server-name").queryTextInputControl().setText("tw.example.com"));
    next("Whose server is it?");
    next("Which passwords protect the two files?");
    until(() -> !lookup("#server-password").queryTextInputControl().getText().isEmpty());
    next("What should the certificate be like?");
    next("Where does everything go?");
    until(() -> !lookup("MagicDraw").queryAll().isEmpty());
    until(() -> lookup("#folder").queryTextInputControl().getText().contains("tw.example.com"));
  }

  /** Goes on without the way of the mouse, which the whole flow is tried with. */
  private void next(String heading) {
    interact(() -> lookup("#next").queryButton().fire());
    page(heading);
  }

  private void toReview() {
    toWhere();
    next("This is what will happen");
  }
}
