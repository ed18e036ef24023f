package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.check.SampleReports;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.secret.Secret;
import io.github.certwright.settings.PastJob;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.Plans;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Review, progress and done: what follows the answers. */
final class RunModelsTest {
  private final FakeServices services = new FakeServices();
  private final Desk desk = Desks.at(services);
  private final Plan plan = Plans.some();
  private final Secret secret = Secret.ofText("a server password");
  private final List<Ended> ends = new ArrayList<>();
  private final ProgressModel progress =
      new ProgressModel(desk, () -> Optional.of(plan), this::answers, () -> Rights.OWN, ends::add);
  private final DoneModel done = new DoneModel(desk, () -> Optional.of(plan));

  @Test
  void reviewSaysEveryStepOfThePlanAndNothingElse() {
    ReviewModel review = new ReviewModel(() -> Optional.of(plan));
    review.entered();
    assertThat(review.words(desk.text()).lines()).hasSize(plan.steps().size());
    assertThat(review.words(desk.text()))
        .contains("valid until 23 February 2029")
        .contains("/home/anna/Certwright/KeyStore.jks");
  }

  @Test
  void enteringTheProgressPageRunsThePlanAndWipesTheSecrets() {
    progress.entered();
    assertThat(services.asked).containsExactly("run");
    assertThat(ends).hasSize(1);
    assertThat(progress.fractionProperty().get()).isEqualTo(1);
    assertThat(progress.runningProperty().get()).isFalse();
    assertThat(progress.steps())
        .hasSize(plan.steps().size())
        .allMatch(step -> step.state() == Progress.State.DONE);
    assertThat(secret.isClosed()).isTrue();
  }

  @Test
  void theBarMovesWithEachStepAndInsideOne() {
    progress.planned(plan.steps());
    progress.step(
        new Progress.StepReport(plan.steps().getFirst(), Progress.State.DONE, Optional.empty()));
    double one = progress.fractionProperty().get();
    progress.fraction(plan.steps().get(1).id(), 0.5);
    assertThat(progress.fractionProperty().get()).isGreaterThan(one);
    progress.fraction(plan.steps().get(1).id(), -1);
    assertThat(progress.fractionProperty().get()).isEqualTo(one);
  }

  @Test
  void aFinishedJobIsRememberedForTheStartPage() {
    finish(RunReport.State.DONE);
    assertThat(desk.settings().current().history())
        .extracting(PastJob::server, PastJob::folder)
        .containsExactly(tuple("tw.example.com", "/home/anna/Certwright"));
  }

  @Test
  void aFailedJobLeavesNoTraceInTheHistoryAndNothingToUndo() {
    finish(RunReport.State.FAILED);
    assertThat(desk.settings().current().history()).isEmpty();
    assertThat(done.mayUndo()).isFalse();
    assertThat(done.file(FileRole.CLIENT_KIT)).isEmpty();
  }

  @Test
  void nothingIsOfferedToUndoWhereTheCoreWouldRefuseIt() {
    services.mayUndo = false;
    finish(RunReport.State.DONE);
    assertThat(done.mayUndo()).isFalse();
  }

  @Test
  void undoPutsEverythingBackAndSaysSo() {
    finish(RunReport.State.DONE);
    assertThat(done.mayUndo()).isTrue();
    done.undo();
    assertThat(services.asked).contains("undo");
    assertThat(done.errandProperty().get()).isEqualTo(new Errand.Undone());
  }

  @Test
  void theConnectionCanBeLookedAtAgain() {
    finish(RunReport.State.DONE);
    services.checks.finds.add(new SampleReports(Path.of("/none")).changed());
    done.lookAtConnection();
    assertThat(services.asked).contains("check tw.example.com");
    assertThat(done.errandProperty().get()).isInstanceOf(Errand.Looked.class);
  }

  @Test
  void copiesReminderAndFolderGoThroughTheirDoors() {
    finish(RunReport.State.DONE);
    done.saveCopy(FileRole.SERVER_KEYSTORE, Path.of("/media/stick/KeyStore.jks"));
    done.saveReminder(Path.of("/home/anna/end.ics"));
    done.openFolder();
    assertThat(services.asked)
        .contains(
            "saveCopy KeyStore.jks", "saveReminder end.ics", "openFolder /home/anna/Certwright");
  }

  @Test
  void leavingTheJobGivesTheWayBackUp() {
    finish(RunReport.State.DONE);
    done.close();
    done.close();
    assertThat(services.asked).containsOnlyOnce("close");
  }

  private void finish(RunReport.State state) {
    services.ends = state;
    progress.entered();
    done.ended(ends.getLast());
  }

  private Answers answers() {
    return new Answers(
        new ServerAnswer("tw.example.com", List.of()),
        OrganisationAnswer.none(),
        new PasswordAnswer(secret, Secret.empty(), Secret.empty(), Secret.empty(), true),
        CertificateAnswer.defaults(),
        new WhereAnswer(
            "/home/anna/Certwright", false, Optional.empty(), List.of(), Optional.empty()));
  }
}
