package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A picture of every page, light and dark, for people to look at. */
final class PagesPictureTest extends WindowTest {
  @Test
  void everyPageIsPictured() {
    picture("00-start");
    largePicture("00-start");
    clickOn("#create");
    page("What do people type to reach the server?");
    clickOn("#server-name").write("twcloud.example.com");
    until(() -> !lookup("Port 8111 answers.").queryAll().isEmpty());
    picture("01-server");
    largePicture("01-server");
    clickOn("#next");
    page("Whose server is it?");
    picture("02-organisation");
    largePicture("02-organisation");
    clickOn("#next");
    page("Which passwords protect the two files?");
    picture("03-passwords");
    largePicture("03-passwords");
    clickOn("#next");
    page("What should the certificate be like?");
    picture("04-certificate");
    largePicture("04-certificate");
    clickOn("#next");
    page("Where does everything go?");
    until(() -> !lookup("MagicDraw").queryAll().isEmpty());
    picture("05-where");
    largePicture("05-where");
    clickOn("#next");
    page("This is what will happen");
    picture("06-review");
    largePicture("06-review");
    clickOn("#next");
    page("The pair is made");
    picture("08-done");
    largePicture("08-done");
    assertThat(stage.isShowing()).isTrue();
  }
}
