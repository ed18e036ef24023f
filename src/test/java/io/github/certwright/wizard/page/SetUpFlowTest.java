package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.RunReport;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.Rights;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** "Set up this computer" by mouse and by keyboard, with a picture of every page. */
final class SetUpFlowTest extends WindowTest {
  private static final Path KIT = Path.of("/home/anna/client-kit.zip");

  private int clicks;

  @Test
  void aKitIsInstalledWithSixClicksAndNothingTyped() {
    stage.getScene().addEventFilter(MouseEvent.MOUSE_CLICKED, event -> clicks++);
    picker.file = Optional.of(KIT);
    clickOn("#setup");
    page("What were you given?");
    pictures("30-setup-source-empty");
    clicks = 1;
    clickOn("#browse");
    until(() -> isShown("The certificate of twcloud.example.com"));
    pictures("31-setup-source");
    clickOn("#next");
    page("Which tools shall trust the server?");
    until(() -> isShown("MagicDraw"));
    pictures("32-setup-tools");
    clickOn("#next");
    page("This is what will happen");
    pictures("33-setup-review");
    clickOn("#next");
    page("This computer is set up");
    pictures("34-setup-done");
    assertThat(clicks).isLessThanOrEqualTo(5);
    assertThat(services.asked).containsSubsequence("read", "plan", "install 2");
    assertThat(services.setUp.source).isEqualTo(new PairSource.Kit(KIT));
    clickOn("#undo");
    until(() -> isShown("#yes"));
    clickOn("#yes");
    until(() -> isShown("Everything on this computer is as it was before."));
    assertThat(services.asked).contains("undo");
    clickOn("#next");
    page("What would you like to do?");
  }

  @Test
  void everythingWorksByKeyboardAlone() {
    until(() -> focused() != null);
    tabTo("setup");
    type(KeyCode.ENTER);
    page("What were you given?");
    focusIs("source-file");
    alt(KeyCode.P);
    tabTo("source-file");
    write("/home/anna/cert.jks");
    tabTo("source-password");
    write("Client-horse9");
    type(KeyCode.ENTER);
    page("Which tools shall trust the server?");
    alt(KeyCode.B);
    page("What were you given?");
    alt(KeyCode.N);
    page("Which tools shall trust the server?");
    until(() -> isShown("MagicDraw"));
    alt(KeyCode.N);
    page("This is what will happen");
    alt(KeyCode.I);
    page("This computer is set up");
    alt(KeyCode.F);
    page("What would you like to do?");
    assertThat(services.setUp.source).isInstanceOf(PairSource.Store.class);
  }

  @Test
  void aKitDroppedOnTheStartPageIsReadAlready() {
    interact(() -> wizard.dropped(KIT));
    page("What were you given?");
    until(() -> isShown("The certificate of twcloud.example.com"));
    assertThat(services.setUp.source).isEqualTo(new PairSource.Kit(KIT));
    Path alone = Path.of("/home/anna/certificate.cer");
    interact(() -> wizard.dropped(alone));
    until(() -> new PairSource.Certificate(alone).equals(services.setUp.source));
    assertThat(lookup("#source-certificate").queryAs(RadioButton.class).isSelected()).isTrue();
  }

  @Test
  void theFingerprintOfAServerIsComparedFirst() {
    clickOn("#setup");
    page("What were you given?");
    clickOn("#source-server");
    clickOn("#source-address").write("twcloud.example.com:3579");
    clickOn("#ask");
    until(() -> isShown("The certificate of twcloud.example.com"));
    clickOn("#next");
    until(() -> isShown("The fingerprint is not compared yet."));
    assertThat(lookup("#next").queryButton().isDisabled()).isTrue();
    pictures("35-setup-ask");
    services.setUp.agreed = Optional.of(FakeServices.MADE);
    clickOn("#ask");
    until(() -> isShown("#changed"));
    pictures("35-setup-ask-changed");
    alt(KeyCode.G);
    focusIs("same");
    type(KeyCode.SPACE);
    until(() -> !lookup("#next").queryButton().isDisabled());
    clickOn("#next");
    page("Which tools shall trust the server?");
    clickOn("#back");
    page("What were you given?");
    alt(KeyCode.G);
    focusIs("same");
  }

  @Test
  void aBadFileAndAnOldCertificateAreSaidBesideTheFile() {
    services.setUp.refuses = Optional.of(Problem.of("", "keystore.read.problem.wrongPassword"));
    clickOn("#setup");
    page("What were you given?");
    interact(() -> lookup("#source-store").queryAs(RadioButton.class).fire());
    clickOn("#source-file").write("/home/anna/cert.jks");
    clickOn("#source-password").write("wrong").type(KeyCode.TAB);
    until(() -> isShown("The password does not open this keystore."));
    pictures("36-setup-password");
    services.setUp.refuses = Optional.empty();
    services.setUp.warnings =
        List.of(Problem.warning("source.file", "run.source.warning.expired", FakeServices.NOW));
    clickOn("#source-password").write("right").type(KeyCode.TAB);
    until(() -> isShown("This certificate ended on 21 November 2026."));
    pictures("37-setup-expired");
    assertThat(lookup("#next").queryButton().isDisabled()).isFalse();
  }

  @Test
  void whatAnAdministratorHasToDoIsSaidAndSavedBeforeTheStart() {
    toToolsWithoutRights();
    pictures("38-setup-rights");
    picker.save = Optional.of(Path.of("/home/anna"));
    clickOn("#rights-save");
    until(() -> isShown("Saved."));
    alt(KeyCode.A);
    focusIs("rights-ask");
    type(KeyCode.SPACE);
    assertThat(lookup("#rights-ask").queryAs(CheckBox.class).isSelected()).isTrue();
    type(KeyCode.SPACE);
    clickOn("#next");
    page("This is what will happen");
    assertThat(
            isShown(
                "Leave Magic Systems of Systems Architect unchanged, because only an administrator"
                    + " may change it, and show what an administrator has to do."))
        .isTrue();
  }

  @Test
  void whereRightsAreMissingTheCommandIsThereToBeCopiedAndRightsCanBeAskedForAgain() {
    String command = "sudo install -m 644 '/home/anna/certs/cert.jks' '/usr/local/MSOSA/certs'";
    services.setUp.runProblems =
        List.of(
            Problem.of(
                "where.tools", "run.install.admin", "Magic Systems of Systems Architect", command));
    toToolsWithoutRights();
    clickOn("#next");
    page("This is what will happen");
    clickOn("#next");
    page("Nearly done: an administrator is needed");
    pictures("39-setup-admin");
    assertThat(isShown(command)).isTrue();
    assertThat(lookup("#newer").queryAll()).isNotEmpty();
    assertThat(lookup("#undo").queryAll()).isEmpty();
    assertThat(services.setUp.rights).isEqualTo(Rights.OWN);
    services.setUp.runProblems =
        List.of(Problem.of("where.tools", "install.admin.problem.declined"));
    interact(() -> lookup("#rights-now").queryButton().fire());
    until(() -> isShown("Administrator rights were not given, so nothing was changed."));
    pictures("39-setup-declined");
    assertThat(services.setUp.rights).isEqualTo(Rights.ADMINISTRATOR);
  }

  private void toToolsWithoutRights() {
    services.tools = List.of(services.tools.getLast());
    services.setUp.ends = RunReport.State.NEEDS_ADMIN;
    services.setUp.toolState = "needs-admin";
    interact(() -> wizard.dropped(KIT));
    page("What were you given?");
    until(() -> isShown("The certificate of twcloud.example.com"));
    clickOn("#next");
    page("Which tools shall trust the server?");
    until(() -> lookup("#rights-ask").query().isVisible());
  }

  private void pictures(String name) {
    picture(name);
    largePicture(name);
  }

  private boolean isShown(String query) {
    return !lookup(query).queryAll().isEmpty();
  }

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
