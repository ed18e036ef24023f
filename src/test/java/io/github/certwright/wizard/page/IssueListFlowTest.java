package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.testing.Programs;
import io.github.certwright.wizard.FakeKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates for a list of servers by mouse, with pictures. */
final class IssueListFlowTest extends WindowTest {
  @TempDir Path folder;

  @Test
  void theGoodLinesOfAListAreIssuedAndTakenBack() throws IOException {
    Path authority = prepared();
    Path out = folder.resolve("home/servers");
    clickOn("#authority");
    page("What do you want to do?");
    pictures("80-list-choice");
    clickOn("#use-list");
    page("Which authority issues it?");
    clickOn("#authority-file").write(authority.toString());
    clickOn("#authority-password").write("Correct-horse-9").type(KeyCode.TAB);
    until(() -> isShown("#issuing"));
    clickOn("#next");
    choose();
    page("Whose servers are they?");
    clickOn("#organization").write("Example AG");
    until(() -> isShown("CN=a.example.com, O=Example AG"));
    pictures("86-list-organisation");
    clickOn("#next");
    page("What should the certificates be like?");
    picture("82-list-wanted");
    clickOn("#next");
    page("Where do the certificates go?");
    interact(() -> lookup("#folder").queryAs(TextInputControl.class).setText(out.toString()));
    pictures("83-list-folder");
    clickOn("#next");
    page("This is what will happen");
    pictures("84-list-review");
    clickOn("#next");
    page("The certificates are issued");
    pictures("85-list-made");
    assertThat(out.resolve("a.example.com/KeyStore.pass")).isRegularFile();
    assertThat(out.resolve("b.example.com/KeyStore.jks")).isRegularFile();
    assertThat(owner(out)).contains("CN=a.example.com", "O=Example AG");
    takeBack();
    assertThat(out).doesNotExist();
  }

  private static String owner(Path out) {
    return Programs.run(
            List.of(
                Programs.keytools().getFirst(),
                "-list",
                "-v",
                "-keystore",
                out.resolve("a.example.com/KeyStore.jks").toString(),
                "-storepass:file",
                out.resolve("a.example.com/KeyStore.pass").toString()))
        .output();
  }

  private void takeBack() {
    clickOn("#undo");
    until(() -> isShown("#yes"));
    clickOn("#yes");
    until(() -> isShown("Everything that was issued from the list is gone."));
  }

  /** An authority, and the real jobs behind the doors. */
  private Path prepared() throws IOException {
    PreparedStores stores = new PreparedStores(folder);
    stores.behind(services);
    Path authority = stores.authority(services, "Correct-horse-9");
    services.keys =
        FakeKeys.at(
            folder.resolve("home"),
            WaitingRequests.inMemory(),
            Instant.now().plus(Duration.ofHours(1)));
    return authority;
  }

  private void choose() throws IOException {
    page("Which servers are in the list?");
    Path csv = folder.resolve("servers.csv");
    Files.writeString(csv, "a.example.com\nbad name\nb.example.com,10.0.0.1,30\nc,,never\n");
    interact(() -> wizard.dropped(csv));
    until(() -> isShown("2 servers"));
    until(() -> isShown("2 lines are wrong."));
    pictures("81-list-file");
    clickOn("#keep-going");
    clickOn("#next");
  }

  private void pictures(String name) {
    picture(name);
    largePicture(name);
  }

  private boolean isShown(String query) {
    return lookup(query).queryAll().stream().anyMatch(Node::isVisible);
  }
}
