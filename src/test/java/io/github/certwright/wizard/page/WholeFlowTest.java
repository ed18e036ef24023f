package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The yardstick: one thing typed, at most eight clicks; and everything by keyboard alone. */
final class WholeFlowTest extends WindowTest {
  private int clicks;

  @Test
  void aFirstTimerTypesOneThingAndClicksAtMostEightTimes() {
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
    clickOn("#check");
    until(
        () ->
            !lookup("The server answers with the new certificate, and the client file trusts it.")
                .queryAll()
                .isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(clicks).isLessThanOrEqualTo(8);
    assertThat(services.asked).containsSubsequence("run", "check");
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
    tabTo("upload");
    type(KeyCode.SPACE);
    type(KeyCode.SPACE);
    alt(KeyCode.N);
    page("This is what will happen");
    alt(KeyCode.C);
    page("The pair is made");
    assertThat(services.plan.certificate().subject())
        .anyMatch(part -> part.type().equals("O") && part.value().equals("Example AG"));
    alt(KeyCode.F);
    page("What would you like to do?");
  }

  @Test
  void aLetterOfItsLabelLeadsToAField() {
    clickOn("#create");
    page("What do people type to reach the server?");
    tabTo("help");
    alt(KeyCode.S);
    focusIs("server-name");
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
