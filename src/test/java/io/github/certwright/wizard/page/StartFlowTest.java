package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.RecentJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

/** The jobs of the past on the start page, and what a crash left. */
final class StartFlowTest extends WindowTest {
  private static final List<Integer> DAYS_LEFT = List.of(400, 45, 20, 5, -3, 200);

  StartFlowTest() {
    for (int i = 0; i < DAYS_LEFT.size(); i++) {
      services.past.kept.add(
          new RecentJob(
              i % 2 == 0 ? PastJob.INSTALL : PastJob.CREATE,
              "tw" + i + ".example.com",
              FakeServices.NOW.minus(Duration.ofDays(i)),
              Optional.of(FakeServices.NOW.plus(Duration.ofDays(DAYS_LEFT.get(i)))),
              i % 2 == 0 ? Optional.empty() : Optional.of(Path.of("/home/anna/Certwright")),
              List.of(Path.of("/opt/MagicDraw"), Path.of("/opt/MSOSA")),
              Optional.empty(),
              false,
              Optional.of("r" + i),
              i == 0 ? Optional.of(FakeServices.NOW) : Optional.empty()));
    }
    services.past.waiting = List.of(Problem.warning("", "run.recover.waiting", 1));
    services.past.recovered =
        List.of(
            Problem.warning(
                "",
                "run.recover.undone",
                List.of("/opt/MagicDraw/certs/cert.jks", "/opt/MagicDraw/certs/cert.pass")));
  }

  @Test
  void aJobIsTakenBackAfterItsFilesWereShown() {
    until(() -> isShown("#recovered-read") && !buttons("recent-undo").isEmpty());
    pictures("40-start-recovered");
    interact(() -> lookup("#recovered-read").queryButton().fire());
    until(() -> lookup("#recovered-read").queryAll().isEmpty());
    pictures("41-start-recent");
    assertThat(buttons("recent-undo")).as("one of the newest five is undone already").hasSize(4);
    interact(() -> lookup("#recent-all").queryButton().fire());
    until(() -> buttons("recent-undo").size() == 5);
    assertThat(lookup("tw5.example.com").queryAll()).isNotEmpty();
    services.past.left =
        List.of(Problem.warning("", "run.undo.problem.changed", "/opt/MSOSA/certs/cert.jks"));
    services.past.ends = RunReport.State.PARTLY;
    interact(() -> buttons("recent-undo").iterator().next().fire());
    until(() -> isShown("#yes"));
    windowPicture("42-undo-question", lookup("#yes").query());
    focusedIn("no");
    clickOn("#yes");
    until(
        () ->
            isShown(
                "The job tw1.example.com is undone in part. What was left alone is listed here."));
    focusIs("undo-outcome");
    pictures("43-start-undone-partly");
    assertThat(services.asked).containsSubsequence("recover", "undoing r1", "undo r1");
  }

  @Test
  void noIsTheAnswerOfferedAndChangesNothing() {
    until(() -> !buttons("recent-undo").isEmpty());
    interact(() -> buttons("recent-undo").iterator().next().fire());
    until(() -> isShown("#no"));
    clickOn("#no");
    until(() -> lookup("#no").queryAll().isEmpty());
    assertThat(services.asked).contains("undoing r1").doesNotContain("undo r1");
  }

  private void focusedIn(String id) {
    until(() -> lookup("#" + id).query().isFocused());
    assertThat(lookup("#" + id).query().isFocused()).isTrue();
  }

  private Set<Button> buttons(String id) {
    return lookup((Node node) -> id.equals(node.getId())).queryAllAs(Button.class);
  }

  private boolean isShown(String query) {
    return !lookup(query).queryAll().isEmpty();
  }

  private void pictures(String name) {
    picture(name);
    largePicture(name);
  }
}
