package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.settings.SettingsRequests;
import io.github.certwright.testing.Programs;
import io.github.certwright.wizard.FakeKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate of an authority from request to renewal, and one that is there already. */
final class KeyFlowsTest extends WindowTest {
  @TempDir private Path home;

  @Test
  @Tag("thorough")
  void requestAnswerRenewalAndAnExistingCertificateByMouse() throws Exception {
    Signing authority = ready();
    clickOn("#authority");
    page("What do you want to do?");
    picture("40-authority");
    clickOn("#use-request");
    page("What do people type to reach the server?");
    write("twcloud.example.com");
    clickOn("#next");
    page("Whose server is it?");
    clickOn("#next");
    page("Which password protects the key?");
    until(() -> !text("#new-password").isEmpty());
    picture("41-request-password");
    clickOn("#next");
    page("What should the key be like?");
    quickKey();
    clickOn("#next");
    page("Where do the files go?");
    until(() -> !text("#folder").isEmpty());
    clickOn("#next");
    page("This is what will happen");
    clickOn("#next");
    page("The request is made");
    until(() -> isShown("#request"));
    pictures("45-request-done");
    clickOn("#next");
    page("What would you like to do?");
    until(() -> lookup("#waiting").query().isVisible());
    picture("46-start-waiting");
    answered(authority);
    renewed();
    existing(authority);
  }

  @Test
  void aRequestItsRenewalAndAnImportByKeyboardAlone() throws Exception {
    Signing authority = ready();
    until(() -> focused() != null);
    tabTo("authority");
    type(KeyCode.ENTER);
    page("What do you want to do?");
    type(KeyCode.ENTER);
    page("What do people type to reach the server?");
    focusIs("server-name");
    write("tw.example.com");
    type(KeyCode.ENTER);
    page("Whose server is it?");
    type(KeyCode.ENTER);
    page("Which password protects the key?");
    until(() -> !text("#new-password").isEmpty());
    type(KeyCode.ENTER);
    page("What should the key be like?");
    quickKey();
    alt(KeyCode.N);
    page("Where do the files go?");
    until(() -> !text("#folder").isEmpty());
    alt(KeyCode.N);
    page("This is what will happen");
    alt(KeyCode.M);
    page("The request is made");
    until(() -> isShown("#request"));
    alt(KeyCode.F);
    page("What would you like to do?");
    renewedByKeyboard();
    assertThat(home.resolve("tw.example.com/client-kit.zip")).exists();
    try (Stream<Path> files = Files.list(home.resolve("tw.example.com"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("KeyStore.jks.backup"));
    }
    alt(KeyCode.F);
    page("What would you like to do?");
    importedByKeyboard(authority);
  }

  private void renewedByKeyboard() {
    tabTo("renew");
    type(KeyCode.ENTER);
    page("Which certificate is to be renewed?");
    focusIs("keystore-file");
    write(home.resolve("tw.example.com/KeyStore.jks").toString());
    until(() -> isShown("The certificate of tw.example.com"));
    alt(KeyCode.N);
    page("How is it renewed?");
    until(
        () ->
            isShown(
                "The client files of today stop working when the server uses the new"
                    + " certificate."));
    pictures("63-renew-itself");
    alt(KeyCode.Y);
    until(() -> lookup("#renew-new").<RadioButton>query().isSelected());
    alt(KeyCode.N);
    page("Where does everything go?");
    until(() -> !text("#folder").isEmpty());
    alt(KeyCode.N);
    page("This is what will happen");
    alt(KeyCode.W);
    page("The pair is made");
  }

  /** From the first page of the main job, because that is where people notice. */
  private void importedByKeyboard(Signing authority) {
    picker.files = List.of(authority.pfx("other.example.com", "pfx-horse"));
    tabTo("create");
    type(KeyCode.ENTER);
    page("What do people type to reach the server?");
    tabTo("leads-on");
    pictures("70-existing-link");
    type(KeyCode.SPACE);
    page("What do you have already?");
    focusIs("add-files");
    type(KeyCode.SPACE);
    tabTo("import-password");
    write("pfx-horse");
    alt(KeyCode.N);
    page("Which passwords protect the two files?");
    until(() -> !text("#server-password").isEmpty());
    alt(KeyCode.N);
    page("Where does everything go?");
    until(() -> !text("#folder").isEmpty());
    alt(KeyCode.N);
    page("This is what will happen");
    alt(KeyCode.M);
    page("The pair is made");
    assertThat(home.resolve("other.example.com/client-kit.zip")).exists();
  }

  private void tabTo(String id) {
    for (int i = 0; i < 40 && (focused() == null || !id.equals(focused().getId())); i++) {
      type(KeyCode.TAB);
    }
    focusIs(id);
  }

  private void answered(Signing authority) {
    Path server = home.resolve("twcloud.example.com");
    Path answer = authority.sign(server.resolve("request.csr"));
    clickOn("#waiting-continue");
    page("Which request was answered?");
    until(() -> isShown("The request for twcloud.example.com"));
    clickOn("#next");
    page("What did the authority send?");
    picker.files = List.of(server.resolve("request.csr"));
    clickOn("#add-files");
    until(() -> isShown(server.resolve("request.csr") + " is the request itself, not its answer."));
    picture("51-continue-wrong");
    clickOn("Remove");
    picker.files = List.of(authority.root(), answer);
    clickOn("#add-files");
    until(() -> isShown("#chain"));
    pictures("52-continue-answer");
    clickOn("#next");
    page("Which password protects the client file?");
    until(() -> !text("#new-password").isEmpty());
    clickOn("#next");
    page("Where does everything go?");
    until(() -> text("#folder").equals(server.toString()));
    clickOn("#next");
    page("This is what will happen");
    clickOn("#next");
    page("The pair is made");
    theChainIsInTheKeystore(server);
    clickOn("#next");
    page("What would you like to do?");
    until(() -> !lookup("#waiting").query().isVisible());
  }

  private static void theChainIsInTheKeystore(Path server) {
    String chain =
        Programs.run(
                List.of(
                    Programs.keytools().getFirst(),
                    "-list",
                    "-v",
                    "-keystore",
                    server.resolve("KeyStore.jks").toString(),
                    "-storepass:file",
                    server.resolve("KeyStore.pass").toString()))
            .output();
    assertThat(chain).contains("Certificate chain length: 2").contains("CN=Example_Root");
  }

  private void renewed() {
    interact(() -> lookup("#recent-renew").<Button>query().fire());
    page("Which certificate is to be renewed?");
    until(() -> isShown("The certificate of twcloud.example.com"));
    clickOn("#next");
    page("How is it renewed?");
    picture("61-renew-authority");
    clickOn("#next");
    page("This is what will happen");
    clickOn("#next");
    page("The request is made");
    until(() -> isShown("#request"));
    clickOn("#next");
    page("What would you like to do?");
  }

  private void existing(Signing authority) {
    picker.files = List.of(authority.pfx("other.example.com", "pfx-horse"));
    clickOn("#authority");
    page("What do you want to do?");
    clickOn("#use-existing");
    page("What do you have already?");
    clickOn("#add-files");
    clickOn("#import-password").write("wrong").type(KeyCode.TAB);
    until(() -> isShown("The password does not open this keystore."));
    clickOn("#import-password").push(KeyCode.CONTROL, KeyCode.A);
    write("pfx-horse").type(KeyCode.TAB);
    until(() -> isShown("The certificate of other.example.com"));
    picture("71-existing");
    clickOn("#next");
    page("Which passwords protect the two files?");
    until(() -> !text("#server-password").isEmpty());
    clickOn("#next");
    page("Where does everything go?");
    until(() -> !text("#folder").isEmpty());
    clickOn("#next");
    page("This is what will happen");
    clickOn("#next");
    page("The pair is made");
    assertThat(home.resolve("other.example.com/client-kit.zip")).exists();
  }

  /** A long RSA key takes its time on a busy computer. */
  private void quickKey() {
    interact(() -> lookup("#key").<ComboBox<KeyChoice>>query().setValue(KeyChoice.EC256));
  }

  private Signing ready() throws Exception {
    Instant now = Instant.now().plus(Duration.ofHours(1));
    services.home = home;
    services.tools = List.of();
    services.keys = FakeKeys.at(home, new SettingsRequests(settings), now);
    services.realDisk = Optional.of(where -> FakeKeys.survey(home, where, now));
    return new Signing(Files.createDirectories(home.resolve("elsewhere")));
  }

  private void pictures(String name) {
    picture(name);
    largePicture(name);
  }

  private boolean isShown(String query) {
    return lookup(query).queryAll().stream().anyMatch(Node::isVisible);
  }

  private String text(String query) {
    return lookup(query).queryAs(TextInputControl.class).getText();
  }
}
