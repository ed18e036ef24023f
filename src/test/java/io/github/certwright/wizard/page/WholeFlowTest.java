package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.check.SampleReports;
import io.github.certwright.wizard.FakePractice;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.ServerLook;
import io.github.certwright.wizard.control.CardButton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The yardstick: one thing typed, at most eight clicks; and everything by keyboard alone. */
final class WholeFlowTest extends WindowTest {
  private static final List<String> PRACTISED =
      List.of(
          "What do people type to reach the server?",
          "Whose server is it?",
          "Which passwords protect the two files?",
          "What should the certificate be like?",
          "Where does everything go?",
          "This is what will happen",
          "The connection is secure");

  @TempDir private Path folder;
  private int clicks;

  @Test
  void aFirstTimerTypesOneThingAndClicksAtMostEightTimes() throws IOException {
    // As the packaged program does: pages are made unseen as soon as the pointer moves.
    interact(wizard::prepare);
    stage.getScene().addEventFilter(MouseEvent.MOUSE_CLICKED, event -> clicks++);
    clickOn("#create");
    page("What do people type to reach the server?");
    focusIs("server-name");
    write("twcloud.example.com");
    clickOn("#next");
    page("Whose server is it?");
    clickOn("#next");
    page("Which passwords protect the two files?");
    until(() -> !text("#server-password").isEmpty());
    clickOn("#next");
    page("What should the certificate be like?");
    clickOn("#next");
    page("Where does everything go?");
    until(() -> !text("#folder").isEmpty());
    clickOn("#next");
    page("This is what will happen");
    clickOn("#next");
    page("The pair is made");
    services.checks.finds.add(new SampleReports(folder).some());
    clickOn("#check");
    focusIs("verdict");
    until(() -> isInView(focused()));
    picture("14-done-checked");
    largePicture("14-done-checked");
    assertThat(clicks).isLessThanOrEqualTo(8);
    assertThat(services.asked).containsSubsequence("run", "check twcloud.example.com");
    interact(() -> lookup("#mend-setup").queryButton().fire());
    page("What were you given?");
  }

  @Test
  void everyPageOfAPracticeSaysSoAndItIsOverWithItsLastPage() {
    FakeServices pretend = new FakeServices();
    services.practice = Optional.of(new FakePractice(pretend));
    pretend.look = new ServerLook.Trusted(FakeServices.MADE);
    interact(() -> lookup("#practise").<CardButton>query().press());
    page("What do people type to reach the server?");
    picture("15-practice");
    largePicture("15-practice");
    assertThat(lookup("#leads-on").queryAll()).as("no way out to real files").isEmpty();
    for (String heading : PRACTISED) {
      page(heading);
      assertThat(lookup("#notice").query().isVisible()).isTrue();
      if (heading.startsWith("Where")) {
        until(() -> !text("#folder").isEmpty());
        assertThat(text("#url")).isEqualTo("https://127.0.0.1:20001");
        interact(() -> lookup("#folder").queryAs(TextInputControl.class).setText("/home/real"));
        type(KeyCode.ENTER);
        until(() -> isShown("Practice files only go into the practice folder."));
        interact(
            () ->
                lookup("#folder")
                    .queryAs(TextInputControl.class)
                    .setText(pretend.home.resolve("files").toString()));
      }
      until(() -> !lookup("#next").query().isDisabled());
      interact(() -> lookup("#next").queryButton().fire());
    }
    page("What would you like to do?");
    assertThat(lookup("#notice").query().isVisible()).isFalse();
    until(() -> pretend.asked.contains("practice over"));
    assertThat(pretend.asked).contains("run");
    assertThat(services.asked).contains("practise").doesNotContain("run");
    assertThat(settings.current().history()).hasSize(2);
  }

  @Test
  void everythingWorksByKeyboardAlone() {
    until(() -> focused() != null);
    tabTo("create");
    type(KeyCode.ENTER);
    page("What do people type to reach the server?");
    focusIs("server-name");
    write("tw.example.com");
    type(KeyCode.ENTER);
    page("Whose server is it?");
    write("Example AG");
    tabTo("country");
    type(KeyCode.TAB);
    tabTo("next");
    type(KeyCode.SPACE);
    page("Which passwords protect the two files?");
    until(() -> !text("#server-password").isEmpty());
    type(KeyCode.ENTER);
    page("What should the certificate be like?");
    type(KeyCode.ENTER);
    page("Where does everything go?");
    until(() -> !text("#folder").isEmpty());
    alt(KeyCode.B);
    page("What should the certificate be like?");
    alt(KeyCode.N);
    page("Where does everything go?");
    theUploadIsTickedAndUnticked();
    alt(KeyCode.N);
    page("This is what will happen");
    whatWillHappenIsSavedWhereNoPrinterIs();
    alt(KeyCode.C);
    page("The pair is made");
    assertThat(services.plan.certificate().subject())
        .anyMatch(part -> part.type().equals("O") && part.value().equals("Example AG"));
    alt(KeyCode.F);
    page("What would you like to do?");
  }

  private void theUploadIsTickedAndUnticked() {
    tabTo("upload");
    type(KeyCode.SPACE);
    focusIs("url");
    until(() -> isInView(lookup("#test-sign-in").query()));
    picture("16-where-upload");
    alt(KeyCode.S);
    focusIs("upload");
    type(KeyCode.SPACE);
    until(() -> !lookup("#upload").queryAs(CheckBox.class).isSelected());
  }

  private void whatWillHappenIsSavedWhereNoPrinterIs() {
    picker.printer = false;
    picker.save = Optional.of(folder);
    alt(KeyCode.R);
    focusIs("save-review");
    picture("17-review-no-printer");
    largePicture("17-review-no-printer");
    type(KeyCode.SPACE);
    until(() -> services.asked.contains("saveWords what-will-happen.txt") && isShown("Saved."));
  }

  @Test
  void aLetterOfItsLabelLeadsToAField() {
    clickOn("#create");
    page("What do people type to reach the server?");
    focusIs("server-name");
    tabTo("help");
    alt(KeyCode.S);
    focusIs("server-name");
    write("tw.example.com:8111");
    assertThat(text("#server-name"))
        .as("a colon separates nothing")
        .isEqualTo("tw.example.com:8111");
    alt(KeyCode.N);
    until(() -> isShown("The name has a port number behind it."));
    interact(() -> lookup("#server-name").queryAs(TextInputControl.class).setText("2001:db8:"));
    type(KeyCode.END);
    write(":8,tw.example.com;");
    until(() -> text("#server-name").isEmpty());
    assertThat(isShown("2001:db8::8")).isTrue();
    assertThat(isShown("tw.example.com")).isTrue();
  }

  @Test
  void escapeAsksBeforeAnswersAreLost() {
    clickOn("#create");
    page("What do people type to reach the server?");
    write("tw.example.com");
    type(KeyCode.ESCAPE);
    until(() -> !lookup("#no").queryAll().isEmpty());
    type(KeyCode.ESCAPE);
    until(() -> lookup("#no").queryAll().isEmpty());
    page("What do people type to reach the server?");
    assertThat(text("#server-name")).isEqualTo("tw.example.com");
    type(KeyCode.ESCAPE);
    until(() -> !lookup("#yes").queryAll().isEmpty());
    clickOn("#yes");
    page("What would you like to do?");
  }

  @Test
  void textGrowsAndShrinksByKeyAndIsRemembered() {
    push(KeyCode.CONTROL, KeyCode.EQUALS);
    push(KeyCode.CONTROL, KeyCode.ADD);
    until(() -> settings.current().preferences().textPercent() == 120);
    push(KeyCode.CONTROL, KeyCode.MINUS);
    until(() -> settings.current().preferences().textPercent() == 110);
    push(KeyCode.CONTROL, KeyCode.DIGIT0);
    until(() -> settings.current().preferences().textPercent() == 100);
    for (int i = 0; i < 15; i++) {
      push(KeyCode.CONTROL, KeyCode.ADD);
    }
    until(() -> settings.current().preferences().textPercent() == 200);
  }

  @Test
  void theRailGoesBackToAnAnsweredPageAndAnswersStay() {
    clickOn("#create");
    page("What do people type to reach the server?");
    write("tw.example.com");
    clickOn("#next");
    page("Whose server is it?");
    clickOn("#rail-server");
    page("What do people type to reach the server?");
    assertThat(text("#server-name")).isEqualTo("tw.example.com");
    clickOn("#rail-certificate");
    page("What do people type to reach the server?");
  }

  @Test
  void helpIsOneKeyAwayAndEscapeClosesItFirst() {
    clickOn("#create");
    page("What do people type to reach the server?");
    type(KeyCode.F1);
    until(() -> !lookup("Help for this page").queryAll().isEmpty());
    type(KeyCode.F1);
    until(() -> lookup("Help for this page").queryAll().isEmpty());
  }

  private boolean isShown(String query) {
    return !lookup(query).queryAll().isEmpty();
  }

  private String text(String query) {
    return lookup(query).queryAs(TextInputControl.class).getText();
  }

  /** Presses Tab until a node has the keyboard; nothing may hold it for ever. */
  private void tabTo(String id) {
    for (int i = 0; i < 40 && !id.equals(focusedId()); i++) {
      type(KeyCode.TAB);
    }
    assertThat(focusedId()).isEqualTo(id);
  }

  private String focusedId() {
    Node now = focused();
    return now == null ? "" : String.valueOf(now.getId());
  }
}
