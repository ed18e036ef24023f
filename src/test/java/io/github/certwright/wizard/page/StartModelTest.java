package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.Past;
import io.github.certwright.wizard.RecentJob;
import io.github.certwright.wizard.page.StartModel.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs of the past and taking them back, without a window. */
final class StartModelTest {
  private static final Instant NOW = FakeServices.NOW;

  private final FakeServices services = new FakeServices();
  private final Desk desk = Desks.at(services);
  private final StartModel model = new StartModel(desk);
  private final List<Past.Undoing> shown = new ArrayList<>();

  @Test
  void theNewestFiveAreSeenUntilAllAreAskedFor() {
    for (int i = 0; i < 8; i++) {
      services.past.kept.add(job("r" + i, i));
    }
    model.refresh();
    assertThat(model.isLong()).isTrue();
    assertThat(model.seen()).extracting(RecentJob::receipt).hasSize(5).startsWith(id("r0"));
    model.allProperty().set(true);
    assertThat(model.seen()).hasSize(8);
  }

  @Test
  void whatAnUndoWillDoIsShownFirstAndNoChangesNothing() {
    services.past.kept.add(job("r1", 1));
    model.refresh();
    model.undo(model.jobs().getFirst(), this::no);
    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().steps()).hasSize(2);
    assertThat(services.asked).containsExactly("undoing r1");
    assertThat(model.undoProperty().get()).isEqualTo(new Undo.None());
  }

  @Test
  void afterYesTheJobIsUndoneMarkedAndTheListReadAgain() throws Exception {
    RecentJob job = job("r1", 1);
    services.past.kept.add(job);
    PastJob past = new PastJob(job.kind(), job.server(), NOW, NOW, "", "", "r1", Optional.empty());
    desk.settings().update(data -> data.withJob(past));
    List<Double> fractions = new ArrayList<>();
    model
        .undoProperty()
        .subscribe(
            now -> {
              if (now instanceof Undo.Running running) {
                fractions.add(running.fraction());
              }
            });
    model.refresh();
    model.undo(model.jobs().getFirst(), StartModelTest::yes);
    assertThat(services.asked).containsExactly("undoing r1", "undo r1");
    assertThat(fractions).containsExactly(0.0, 0.5, 1.0);
    assertThat(model.undoProperty().get()).isInstanceOf(Undo.Ended.class);
    assertThat(model.jobs()).hasSize(1).allMatch(each -> each.undone().isPresent());
    assertThat(model.jobs().getFirst().mayUndo()).isFalse();
  }

  @Test
  void whatWasToldIsGoneWhenThePageIsShownAgain() {
    services.past.kept.add(job("r1", 1));
    model.entered();
    model.undo(model.jobs().getFirst(), StartModelTest::yes);
    assertThat(model.undoProperty().get()).isInstanceOf(Undo.Ended.class);
    model.entered();
    assertThat(model.undoProperty().get()).isEqualTo(new Undo.None());
  }

  @Test
  void whatCouldNotBePutBackIsToldAndTheJobStaysUndoable() {
    services.past.kept.add(job("r1", 1));
    services.past.left = List.of(Problem.warning("", "run.undo.problem.changed", "/opt/x"));
    services.past.ends = RunReport.State.PARTLY;
    model.refresh();
    model.undo(model.jobs().getFirst(), StartModelTest::yes);
    assertThat(model.undoProperty().get())
        .isInstanceOfSatisfying(
            Undo.Ended.class,
            ended -> assertThat(ended.report().problems()).isEqualTo(services.past.left));
    assertThat(model.jobs().getFirst().mayUndo()).isTrue();
  }

  @Test
  void whereNothingCanBePutBackNobodyIsAsked() {
    services.past.kept.add(job("r1", 1));
    services.past.steps = List.of();
    services.past.left = List.of(Problem.warning("", "run.undo.problem.changed", "/opt/x"));
    model.refresh();
    model.undo(model.jobs().getFirst(), this::no);
    assertThat(shown).isEmpty();
    assertThat(model.undoProperty().get()).isEqualTo(new Undo.Refused(services.past.left));
  }

  @Test
  void aJobUndoneMeanwhileElsewhereIsSaidSo() {
    services.past.kept.add(job("r1", 1));
    services.past.refuses = Optional.of(Problem.of("", "run.undo.problem.already", NOW));
    model.refresh();
    model.undo(model.jobs().getFirst(), this::no);
    assertThat(model.undoProperty().get())
        .isInstanceOfSatisfying(
            Undo.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::key)
                    .containsExactly("run.undo.problem.already"));
  }

  @Test
  void theWindowClosesOnlyWhenEverythingIsPutBack() {
    List<String> order = new ArrayList<>();
    services.past.kept.add(job("r1", 1));
    services.past.meanwhile =
        () -> {
          order.add("step");
          model.whenIdle(() -> order.add("closed"));
        };
    model.refresh();
    model.undo(model.jobs().getFirst(), StartModelTest::yes);
    assertThat(order).containsExactly("step", "step", "closed");
    model.whenIdle(() -> order.add("at once"));
    assertThat(order).endsWith("at once");
  }

  @Test
  void whereNothingWasLeftNothingIsRepairedOrSaid() {
    model.recover();
    assertThat(services.asked).isEmpty();
    assertThat(model.recoveredProperty().get()).isEmpty();
  }

  @Test
  void whatACrashLeftIsRepairedAndToldUntilItIsRead() {
    services.past.waiting = List.of(Problem.warning("", "run.recover.waiting", 1));
    services.past.recovered =
        List.of(Problem.warning("", "run.recover.undone", "/opt/MagicDraw/certs/cert.jks"));
    model.recover();
    assertThat(services.asked).containsExactly("recover");
    assertThat(model.recoveredProperty().get()).isPresent();
    model.read();
    assertThat(model.recoveredProperty().get()).isEmpty();
  }

  @Test
  void aRunOfAnotherWindowIsNotTakenForACrash() {
    services.past.waiting = List.of(Problem.warning("", "run.recover.waiting", 1));
    model.recover();
    assertThat(model.recoveredProperty().get()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "823, quiet, Ends in 823 days",
    "60, notice, Ends in 60 days: plan its renewal",
    "30, warning, Ends in 30 days: renew it soon",
    "7, danger, Ends in 7 days: renew it now",
    "1, danger, Ends in one day: renew it now",
    "0, danger, Ends today: renew it now",
    "-1, over, Ended on 20 November 2026: tools refuse it",
  })
  void theEndIsSaidInWordsAsWellAsInColour(int days, String colour, String words) {
    RecentJob job = ending(NOW.plus(Duration.ofDays(days)).plusSeconds(60));
    EndDate end = EndDate.of(desk.text(), job, desk.clock()).orElseThrow();
    assertThat(end.words()).isEqualTo(words);
    assertThat(end.colour()).isEqualTo(colour);
  }

  private void no(RecentJob job, Past.Undoing undoing, Runnable yes, Runnable no) {
    shown.add(undoing);
    no.run();
  }

  private static void yes(RecentJob job, Past.Undoing undoing, Runnable yes, Runnable no) {
    yes.run();
  }

  private static Optional<String> id(String receipt) {
    return Optional.of(receipt);
  }

  private static RecentJob job(String receipt, int daysAgo) {
    return job(receipt, NOW.minus(Duration.ofDays(daysAgo)), NOW.plus(Duration.ofDays(300)));
  }

  private static RecentJob ending(Instant end) {
    return job("r", NOW, end);
  }

  private static RecentJob job(String receipt, Instant when, Instant end) {
    return new RecentJob(
        PastJob.INSTALL,
        "twcloud.example.com",
        when,
        Optional.of(end),
        Optional.empty(),
        List.of(Path.of("/opt/MagicDraw")),
        Optional.empty(),
        false,
        Optional.of(receipt),
        Optional.empty());
  }
}
