package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.check.SampleReports;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.SendOrder;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.ServerLook;
import io.github.certwright.wizard.control.CardButton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.CheckBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The server's side of the wizard, by mouse and by keyboard. */
final class SendAgainTest extends WindowTest {
  private static final Fingerprint OLD = new Fingerprint("a1".repeat(32));

  @Test
  void theReviewShowsOnRequestWhatTheServerHasNow() {
    services.look = new ServerLook.Trusted(FakeServices.MADE);
    toReview();
    assertThat(services.asked).noneMatch(asked -> asked.startsWith("signIn"));
    focusIs("look-at-server");
    until(() -> isInView(lookup("#look-at-server").query()));
    picture("30-review-unknown");
    clickOn("#look-at-server");
    until(() -> !lookup("#compare-lines").queryAll().isEmpty());
    focusIs("compare-lines");
    until(() -> isInView(lookup("#compare-lines").query()));
    picture("31-review-compared");
    largePicture("31-review-compared");
    assertThat(lookup("Keystore file: keystore.p12 now → KeyStore.jks").queryAll()).isNotEmpty();
  }

  @Test
  void aChangedCertificateIsShownOldBesideNewAndEnterMeansNo() {
    services.look =
        new ServerLook.Changed(OLD, FakeServices.MADE, "CN=tw.example.com", FakeServices.NOW);
    toWhere();
    wantUpload();
    interact(() -> lookup("#test-sign-in").queryButton().fire());
    until(() -> !lookup("#yes").queryAll().isEmpty());
    windowPicture("32-trust-changed", lookup("#yes").query());
    type(KeyCode.ENTER);
    until(() -> lookup("#yes").queryAll().isEmpty());
    assertThat(services.asked)
        .noneMatch(asked -> asked.startsWith("signIn") || asked.startsWith("agree"));
  }

  @Test
  void aRefusedKeystoreIsSentAgainAtOnceWithNothingTypedTwice() {
    services.look = new ServerLook.Trusted(FakeServices.MADE);
    services.ends = RunReport.State.PARTLY;
    services.runProblems =
        List.of(
            Problem.of("where.url", "server.upload.keystore-refused", "tw.example.com", 8111, 400));
    toReview();
    next("Part of it is done");
    picture("33-done-refused");
    services.send.ends = RunReport.State.PARTLY;
    services.send.problems =
        List.of(Problem.of("", "run.verify.still-old", "tw.example.com", 10002, "AA:BB"));
    clickOn("#send-again");
    page("Send the keystore to Teamwork Cloud");
    picture("34-send");
    largePicture("34-send");
    clickOn("#next");
    page("This is what will happen");
    clickOn("#next");
    page("Teamwork Cloud has the keystore");
    picture("35-sent-waiting");
    whetherItWasRestartedIsSeenWithoutSending();
    services.send.ends = RunReport.State.DONE;
    services.send.problems = List.of();
    clickOn("#send-again");
    page("Send the keystore to Teamwork Cloud");
    next("This is what will happen");
    next("Teamwork Cloud uses the new keystore");
    picture("36-sent-secure");
    clickOn("#copy-platform");
    assertThat(clipboard())
        .startsWith("twc.client.tls=true\n")
        .contains("twc.client.keystore.password=********")
        .endsWith("twc.client.port=10002");
  }

  private void whetherItWasRestartedIsSeenWithoutSending() {
    services.checks.finds.add(new SampleReports(Path.of("none")).changed());
    interact(() -> lookup("#look-again").queryButton().fire());
    focusIs("verdict");
    until(() -> isInView(focused()));
    picture("39-sent-looked");
    assertThat(services.asked).contains("check tw.example.com");
  }

  @Test
  void aJobOfThePastIsSentByKeyboardAlone() {
    services.look = new ServerLook.Trusted(FakeServices.MADE);
    services.send.cannotOpen =
        Optional.of(Problem.of("", "keystore.read.problem.wrongPassword", "KeyStore.jks"));
    sendTheLast();
    page("Send the keystore to Teamwork Cloud");
    focusIs("send-password");
    write("not it");
    alt(KeyCode.W);
    focusIs("upload-password");
    write("geheim");
    alt(KeyCode.N);
    until(() -> !services.asked.stream().filter(a -> a.startsWith("open")).toList().isEmpty());
    until(() -> lookup("#send-password").query().isVisible());
    services.send.cannotOpen = Optional.empty();
    picture("37-send-wrong-password");
    alt(KeyCode.I);
    focusIs("send-password");
    write(" again");
    alt(KeyCode.N);
    page("This is what will happen");
    alt(KeyCode.S);
    page("Teamwork Cloud uses the new keystore");
    assertThat(services.asked)
        .contains(
            "recall /home/anna/new twcloud.example.com",
            "send KeyStore.jks to https://tw.example.com:8111 on 10002");
  }

  @Test
  void aPasswordThatStandsBesideTheKeystoreNeedNotBeTyped() {
    services.look = new ServerLook.Trusted(FakeServices.MADE);
    services.send.order =
        new SendOrder(
            Path.of("/home/anna/new/KeyStore.jks"), "https://tw.example.com", "anna", 10002, true);
    services.send.uploaded = false;
    services.send.ends = RunReport.State.REFUSED;
    services.send.problems =
        List.of(Problem.of("where.password", "server.signin.wrong", "tw.example.com", 8111));
    sendTheLast();
    page("Send the keystore to Teamwork Cloud");
    interact(() -> lookup("#upload-password").queryTextInputControl().setText("geheim"));
    next("This is what will happen");
    next("Teamwork Cloud does not have the keystore");
    picture("38-sent-failed");
    clickOn("#send-again");
    page("Send the keystore to Teamwork Cloud");
    focusIs("upload-password");
  }

  @Test
  void closingTheWindowDuringATestSignInSignsOutFirst() {
    CountDownLatch latch = new CountDownLatch(1);
    services.look = new ServerLook.Trusted(FakeServices.MADE);
    services.holdsAtSignIn = Optional.of(latch);
    toWhere();
    wantUpload();
    interact(() -> lookup("#test-sign-in").queryButton().fire());
    until(() -> services.asked.contains("signIn https://tw.example.com:8111"));
    interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    until(() -> !lookup("#yes").queryAll().isEmpty());
    clickOn("#yes");
    page("What would you like to do?");
    assertThat(stage.isShowing()).isTrue();
    latch.countDown();
    until(() -> !stage.isShowing());
    assertThat(services.asked).contains("signed out after being stopped");
  }

  private void sendTheLast() {
    until(() -> !lookup("#recent-send").queryAll().isEmpty());
    interact(() -> lookup("#recent-send").queryButton().fire());
  }

  private void wantUpload() {
    interact(
        () -> {
          lookup("#upload").queryAs(CheckBox.class).setSelected(true);
          lookup("#user").queryTextInputControl().setText("anna");
          lookup("#upload-password").queryTextInputControl().setText("geheim");
        });
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
    until(() -> lookup("#folder").queryTextInputControl().getText().contains("tw.example.com"));
  }

  private void toReview() {
    toWhere();
    wantUpload();
    next("This is what will happen");
  }

  private void next(String heading) {
    interact(() -> lookup("#next").queryButton().fire());
    page(heading);
  }
}
