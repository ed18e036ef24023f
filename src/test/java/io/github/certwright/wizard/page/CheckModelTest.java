package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.check.SampleReports;
import io.github.certwright.problem.Problem;
import io.github.certwright.settings.PastJob;
import io.github.certwright.settings.SettingsPins;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.FxGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckModelTest {
  @TempDir private Path folder;
  private final FakeServices services = new FakeServices();
  private final Desk desk = Desks.at(services);
  private final CheckModel model = new CheckModel(desk);
  private final VerdictModel verdict = new VerdictModel(desk, model);
  private int onward;

  @BeforeEach
  void findSomething() throws IOException {
    services.checks.finds.add(new SampleReports(folder).trusted());
  }

  private void leave() {
    model.tryToLeave(() -> onward++);
  }

  @Test
  void nothingIsLookedAtBeforeSomethingIsNamed() {
    leave();
    assertThat(model.shown())
        .extracting(Problem::key)
        .containsExactly("checking.what.problem.empty");
    assertThat(services.asked).isEmpty();
    model.whatProperty().set("twcloud.example.com");
    assertThat(model.blockedProperty().get()).isFalse();
    leave();
    assertThat(services.asked).containsExactly("check twcloud.example.com");
    assertThat(onward).isEqualTo(1);
    assertThat(model.reportProperty().get()).contains(services.checks.finds.getFirst());
    assertThat(model.runningProperty().get()).isFalse();
  }

  @Test
  void whatIsNeitherServerNorFileIsSaidBesideTheField() {
    services.checks.refuses =
        java.util.Optional.of(Problem.of("check.address", "check.address.problem.host", "a b"));
    model.whatProperty().set("a b");
    leave();
    assertThat(onward).isZero();
    assertThat(model.shown()).extracting(Problem::field).containsExactly(CheckModel.WHAT);
    model.whatProperty().set("ab");
    assertThat(model.shown()).isEmpty();
  }

  @Test
  void aStoppedCheckLeadsNowhereAndItsResultIsForgotten() {
    List<Runnable> waiting = new ArrayList<>();
    Background slow =
        new Background(
            waiting::add,
            Runnable::run,
            new FxGuard(() -> false),
            cause -> {
              throw new AssertionError(cause);
            });
    CheckModel held =
        new CheckModel(new Desk(desk.text(), slow, services, desk.settings(), desk.clock()));
    held.whatProperty().set("twcloud.example.com");
    held.tryToLeave(() -> onward++);
    assertThat(held.runningProperty().get()).isTrue();
    assertThat(held.leavingProperty().get()).isTrue();
    held.stop();
    waiting.forEach(Runnable::run);
    assertThat(onward).isZero();
    assertThat(held.stoppedProperty().get()).isTrue();
    assertThat(held.leavingProperty().get()).isFalse();
    assertThat(held.reportProperty().get()).isEmpty();
  }

  @Test
  void itIsSaidWhatIsLookedAtAndHowLongItMayTake() {
    model.whatProperty().set("tw");
    leave();
    assertThat(model.nowProperty().get()).contains("10002").contains("5 seconds");
  }

  @Test
  void thePasswordGoesAlongAndIsForgottenWithTheFile() {
    model.whatProperty().set("keystore.p12");
    model.passwordProperty().set("secret");
    verdict.again();
    assertThat(services.checks.lastPasswordLength).isEqualTo(6);
    model.whatProperty().set("other.p12");
    assertThat(model.passwordProperty().get()).isEmpty();
    model.passwordProperty().set("secret");
    model.close();
    assertThat(model.passwordProperty().get()).isEmpty();
  }

  @Test
  void serversOfEarlierChecksAndJobsAreOfferedTheLastCheckedFirst() throws Exception {
    desk.settings()
        .update(
            data ->
                data.withJob(
                    new PastJob(
                        "made.example.com, 10.0.0.7",
                        FakeServices.NOW,
                        FakeServices.NOW,
                        "",
                        "00")));
    Pins pins = new SettingsPins(desk.settings());
    Pins.Sighting seen = new Pins.Sighting(new Fingerprint("ab".repeat(32)), FakeServices.NOW);
    pins.saw("one.example.com", 10002, seen);
    pins.saw("two.example.com", 8111, seen);
    assertThat(model.recent())
        .containsExactly("two.example.com:8111", "one.example.com", "made.example.com");
  }

  @Test
  void theReportIsSavedWhereThePersonWants() {
    model.whatProperty().set("tw");
    leave();
    verdict.saveReport(Path.of("/home/anna/check.html"));
    assertThat(services.asked).contains("saveReport check.html");
    assertThat(verdict.errandProperty().get()).isEqualTo(new Errand.Done("verdict.saved.text"));
  }

  @Test
  void theDetailsNameEverythingSeen() {
    assertThat(CheckDetails.of(desk.text(), services.checks.finds.getFirst()))
        .contains(
            "twcloud.example.com:10002",
            "Offered: TLSv1.3, TLSv1.2",
            "Port 8443: does not answer",
            "Port 3579: takes connections",
            "Key: RSA 2048",
            "Signature: SHA256withRSA",
            "cert.jks");
  }
}
