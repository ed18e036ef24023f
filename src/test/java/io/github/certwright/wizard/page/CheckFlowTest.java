package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.SampleReports;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.run.PairSource;
import io.github.certwright.secret.Secret;
import io.github.certwright.settings.PastJob;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.control.CardButton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** "Check" by mouse and by keyboard, with a picture of every verdict. */
final class CheckFlowTest extends WindowTest {
  @TempDir private Path folder;

  private SampleReports samples() {
    return new SampleReports(folder);
  }

  @Test
  void aServerIsCheckedByMouseAndWhatIsWrongIsMendedFromThere() throws IOException {
    services.checks.finds.add(samples().some());
    CountDownLatch latch = new CountDownLatch(1);
    services.checks.holds = Optional.of(latch);
    interact(() -> lookup("#check").<CardButton>query().press());
    page("What shall be checked?");
    clickOn("#what").write("twcloud.example.com");
    clickOn("#next");
    until(() -> lookup("#stop").query().isVisible());
    until(
        () -> isShown("Looking at port 10002 of twcloud.example.com; it has 5 seconds to answer."));
    pictures("50-check");
    latch.countDown();
    page("Something is wrong");
    focusIs("verdict");
    pictures("51-check-some");
    assertThat(isShown("Magic Systems of Systems Architect: is not set up")).isTrue();
    interact(() -> lookup("#details").queryAs(TitledPane.class).setExpanded(true));
    pictures("52-check-details");
    interact(() -> lookup("#mend-setup").queryButton().fire());
    page("What were you given?");
    until(() -> services.setUp.source instanceof PairSource.Ask);
    assertThat(services.asked).contains("shown twcloud.example.com");
  }

  @Test
  void everythingWorksByKeyboardAlone() throws IOException {
    services.checks.finds.add(samples().trusted());
    until(() -> focused() != null);
    for (int i = 0; i < 9 && !"check".equals(focused().getId()); i++) {
      type(KeyCode.TAB);
    }
    type(KeyCode.ENTER);
    page("What shall be checked?");
    focusIs("what");
    write("twcloud.example.com");
    type(KeyCode.ENTER);
    page("Everything is right");
    focusIs("verdict");
    pictures("53-check-green");
    alt(KeyCode.C);
    until(() -> services.asked.stream().filter("check twcloud.example.com"::equals).count() == 2);
    picker.save = Optional.of(folder);
    alt(KeyCode.R);
    until(() -> isShown("The report is saved."));
    alt(KeyCode.B);
    page("What shall be checked?");
    alt(KeyCode.K);
    page("Everything is right");
    alt(KeyCode.F);
    page("What would you like to do?");
  }

  @Test
  void aDroppedKeystoreIsCheckedAndOpenedWithItsPassword() throws IOException {
    Path keystore = folder.resolve("keystore.p12");
    SamplePair pair = SamplePair.make("twcloud.example.com", "Server-horse9");
    Files.write(keystore, pkcs12(pair));
    services.checks.finds.add(samples().locked(keystore));
    services.checks.finds.add(samples().clientFile());
    interact(() -> wizard.dropped(keystore));
    page("Something should be looked after");
    pictures("54-check-locked");
    clickOn("#file-password").write("Server-horse9");
    clickOn("#unlock");
    page("Everything is right");
    assertThat(lookup("#file-password").queryAll()).isEmpty();
    assertThat(services.checks.lastPasswordLength).isEqualTo(13);
    pictures("55-check-file");
    interact(() -> wizard.dropped(folder.resolve("other.jks")));
    until(() -> services.asked.contains("check " + folder.resolve("other.jks")));
  }

  @Test
  void theServerOfAPastJobIsCheckedFromItsLineAndRenewedFromWhatWasFound() throws Exception {
    CheckReport report = samples().endsSoon();
    services.checks.finds.add(report);
    Files.createFile(folder.resolve("KeyStore.jks"));
    settings.update(data -> data.withJob(made(report)));
    until(() -> isShown("#recent-check"));
    interact(() -> lookup("#recent-check").queryButton().fire());
    page("Something should be looked after");
    assertThat(services.asked).contains("check twcloud.example.com");
    alt(KeyCode.B);
    page("What shall be checked?");
    type(KeyCode.ESCAPE);
    page("What would you like to do?");
    until(() -> isShown("#recent-check"));
    interact(() -> lookup("#recent-check").queryButton().fire());
    page("Something should be looked after");
    interact(() -> lookup("#mend-renew").queryButton().fire());
    page("Which certificate is to be renewed?");
    until(
        () -> lookup("#keystore-file").queryTextInputControl().getText().endsWith("KeyStore.jks"));
  }

  private PastJob made(CheckReport report) {
    return new PastJob(
        "twcloud.example.com",
        FakeServices.NOW,
        FakeServices.NOW,
        folder.toString(),
        report.fingerprint().orElseThrow().hex());
  }

  @Test
  @Tag("thorough")
  void everyKindOfVerdictIsPictured() throws IOException {
    verdict("56-check-chain", samples().chain());
    verdict("57-check-broken-chain", samples().brokenChain());
    verdict("58-check-changed", samples().changed());
    clickOn("#copy-fingerprint");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).hasSize(95).contains(":");
    verdict("59-check-browser", samples().browser());
    verdict("60-check-filtered", samples().filtered());
    verdict("61-check-ends-soon", samples().endsSoon());
  }

  private void verdict(String name, CheckReport report) {
    services.checks.finds.clear();
    services.checks.finds.add(report);
    int before = services.asked.size();
    interact(() -> wizard.dropped(Path.of("/home/anna/cert.jks")));
    until(() -> services.asked.size() > before && lookup("#verdict").queryAll().size() == 1);
    settle();
    pictures(name);
  }

  private static byte[] pkcs12(SamplePair pair) {
    try (Secret word = Secret.ofText("Server-horse9")) {
      return KeystoreWriter.server(
          StoreFormat.PKCS12, "twc", pair.issued().privateKey(), pair.issued().certificate(), word);
    }
  }

  private void pictures(String name) {
    picture(name);
    largePicture(name);
  }

  private boolean isShown(String query) {
    return !lookup(query).queryAll().isEmpty();
  }
}
