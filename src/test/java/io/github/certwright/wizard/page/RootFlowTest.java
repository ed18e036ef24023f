package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.wizard.FakeKeys;
import io.github.certwright.wizard.control.CardButton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own root authority is made and trusted, by mouse and by keyboard, with pictures. */
final class RootFlowTest extends WindowTest {
  @TempDir Path folder;

  @Test
  void theAuthorityIsMadeAndThisComputerTrustsIt() throws IOException {
    PreparedStores stores = new PreparedStores(folder);
    stores.forbidSystem();
    stores.behind(services);
    Path files = folder.resolve("home/root");
    clickOn("#authority");
    page("What do you want to do?");
    pictures("60-root-choice");
    clickOn("#use-root");
    make(files);
    assertThat(files.resolve("authority.p12")).isRegularFile();
    clickOn("#trust-now");
    trust();
    assertThat(isShown("#copy-command")).isTrue();
    assertThat(isShown("Trusts the certificate now.")).isTrue();
    clickOn("#undo");
    until(() -> isShown("#yes"));
    clickOn("#yes");
    until(() -> isShown("Every store is as it was before."));
    clickOn("#next");
    page("What would you like to do?");
    distrust(stores, files.resolve("authority.crt"));
  }

  /** Somebody has put it in, and the file that it came in need not be there to take it out. */
  private void distrust(PreparedStores stores, Path certificate) throws IOException {
    Files.copy(certificate, stores.anchors.resolve("put-in-by-hand.crt"));
    stores.lockJava("another-it-9");
    interact(() -> lookup("#authority").<CardButton>query().press());
    page("What do you want to do?");
    interact(() -> lookup("#use-trust").<CardButton>query().press());
    page("Which certificate shall be trusted?");
    until(() -> isShown("#known"));
    interact(() -> lookup("#known .radio-button").<RadioButton>query().fire());
    until(() -> isShown("#found"));
    pictures("76-trust-known");
    interact(() -> lookup("#next").queryButton().fire());
    page("Who shall trust it?");
    until(() -> isShown("#java-password"));
    assertThat(lookup("#stores-remove").<RadioButton>query().isSelected()).isTrue();
    pictures("77-trust-java-locked");
    clickOn("#java-password").write("another-it-9").type(KeyCode.ENTER);
    until(() -> !isShown("Cannot be asked; the reason is below."));
    page("Who shall trust it?");
  }

  private void make(Path files) {
    page("What is your root authority called?");
    pictures("61-root-name");
    clickOn("#next");
    page("Which password protects the authority?");
    clickOn("#make");
    until(() -> !text("root-password").isEmpty());
    pictures("62-root-password");
    clickOn("#next");
    page("Where do the files of the authority go?");
    letGoElsewhere();
    into(files);
    pictures("63-root-folder");
    clickOn("#next");
    page("This is what will happen");
    pictures("64-root-review");
    clickOn("#next");
    page("The root authority is made");
    pictures("65-root-made");
    picker.save = Optional.of(folder);
    clickOn("#reminder");
    until(() -> isShown("Saved."));
    assertThat(folder.resolve("authority-ends.ics")).content().contains("Root authority");
  }

  /** What an answer lacks is said after the mouse was let go, also where nothing was clicked. */
  private void letGoElsewhere() {
    until(() -> !text("folder").isEmpty());
    TextInputControl asked = lookup("#folder").queryAs(TextInputControl.class);
    String proposed = asked.getText();
    interact(asked::requestFocus);
    interact(asked::clear);
    moveTo("#back").press(MouseButton.PRIMARY);
    settle();
    assertThat(focusedId()).isEqualTo("back");
    assertThat(isShown(".problems")).isFalse();
    moveTo("#title").release(MouseButton.PRIMARY);
    settle();
    assertThat(isShown(".problems")).isTrue();
    page("Where do the files of the authority go?");
    interact(() -> asked.setText(proposed));
  }

  private void trust() {
    page("Which certificate shall be trusted?");
    until(() -> isShown("Our Root Authority 2026"));
    pictures("66-trust-file");
    clickOn("#next");
    page("Who shall trust it?");
    until(() -> isShown("Java"));
    pictures("67-trust-stores");
    clickOn("#next");
    page("This is what will happen");
    pictures("68-trust-review");
    clickOn("#next");
    page("Nearly done: an administrator is needed");
    pictures("69-trust-admin");
  }

  @Test
  @Tag("thorough")
  void theAuthorityIssuesTheCertificateOfAServer() throws IOException {
    PreparedStores stores = new PreparedStores(folder);
    stores.behind(services);
    Path authority = stores.authority(services, "Correct-horse-9");
    Path home = folder.resolve("home");
    Instant now = Instant.now().plus(Duration.ofHours(1));
    services.home = home;
    services.tools = List.of();
    services.keys = FakeKeys.at(home, WaitingRequests.inMemory(), now);
    services.realDisk = Optional.of(where -> FakeKeys.survey(home, where, now));
    clickOn("#authority");
    page("What do you want to do?");
    clickOn("#use-issue");
    page("What do people type to reach the server?");
    write("twcloud.example.com");
    clickOn("#next");
    page("Whose server is it?");
    clickOn("#next");
    page("What should the certificate be like?");
    pictures("72-issue-wanted");
    clickOn("#next");
    page("Which authority issues it?");
    clickOn("#authority-file").write(authority.toString());
    clickOn("#authority-password").write("Correct-horse-9").type(KeyCode.TAB);
    until(() -> isShown("#issuing"));
    pictures("73-issue-authority");
    clickOn("#next");
    makeFiles();
    assertThat(home.resolve("twcloud.example.com/KeyStore.jks")).isRegularFile();
  }

  private void makeFiles() {
    page("Which passwords protect the two files?");
    until(() -> !text("server-password").isEmpty());
    clickOn("#next");
    page("Where does everything go?");
    until(() -> !text("folder").isEmpty());
    clickOn("#next");
    page("This is what will happen");
    pictures("74-issue-review");
    clickOn("#next");
    page("The pair is made");
    picture("75-issue-done");
  }

  @Test
  void everythingWorksByKeyboardAlone() throws IOException {
    new PreparedStores(folder).behind(services);
    until(() -> focused() != null);
    tabTo("authority");
    type(KeyCode.ENTER);
    page("What do you want to do?");
    tabTo("use-root");
    type(KeyCode.ENTER);
    page("What is your root authority called?");
    focusIs("root-name");
    alt(KeyCode.D);
    focusIs("domains");
    write("example.com");
    alt(KeyCode.N);
    page("Which password protects the authority?");
    focusIs("root-password");
    write("Correct-horse-9");
    alt(KeyCode.G);
    write("Correct-horse-9");
    alt(KeyCode.N);
    page("Where do the files of the authority go?");
    into(folder.resolve("home/root"));
    alt(KeyCode.N);
    page("This is what will happen");
    alt(KeyCode.M);
    page("The root authority is made");
    alt(KeyCode.M);
    share(folder.resolve("home/shared"));
    alt(KeyCode.F);
    page("What would you like to do?");
  }

  private void share(Path shared) {
    page("Which certificate shall be trusted?");
    until(() -> isShown("Our Root Authority 2026"));
    alt(KeyCode.N);
    page("Who shall trust it?");
    until(() -> isShown("Java"));
    alt(KeyCode.W);
    focusIs("stores-export");
    type(KeyCode.SPACE);
    tabTo("folder");
    into(shared);
    pictures("70-trust-export");
    alt(KeyCode.N);
    page("This is what will happen");
    alt(KeyCode.W);
    page("The files for all workstations are written");
    pictures("71-trust-exported");
    assertThat(shared).isDirectoryContaining("glob:**.mobileconfig");
  }

  /** A folder instead of the one that is proposed. */
  private void into(Path files) {
    until(() -> !text("folder").isEmpty());
    interact(() -> lookup("#folder").queryAs(TextInputControl.class).setText(files.toString()));
  }

  private String text(String id) {
    return lookup("#" + id).queryAs(TextInputControl.class).getText();
  }

  private void pictures(String name) {
    picture(name);
    largePicture(name);
  }

  private boolean isShown(String query) {
    return lookup(query).queryAll().stream().anyMatch(Node::isVisible);
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
