package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.ListAnswers;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Progress;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeKeys;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.PageModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates for a list of servers, without a window. */
final class IssueListTest {
  private static final String PASSWORD = "Correct-horse-9";

  @TempDir Path folder;
  private final FakeServices services = new FakeServices();
  private final Desk desk = Desks.guarded(services);
  private Path authority;
  private boolean left;

  @BeforeEach
  void anAuthorityForOneDomain() throws IOException {
    PreparedStores stores = new PreparedStores(folder);
    stores.behind(services);
    services.keys =
        FakeKeys.at(folder, WaitingRequests.inMemory(), Instant.now().plus(Duration.ofHours(1)));
    authority = stores.authority(services, PASSWORD);
  }

  private ListModel list(String lines) throws IOException {
    ListModel model = new ListModel(desk);
    model.take(Files.writeString(folder.resolve("servers.csv"), lines));
    return model;
  }

  @Test
  void theAuthorityIsOpenedWithoutACertificateToIssue() {
    IssueModel model = opened();
    assertThat(leave(model)).isTrue();
    assertThat(model.material()).isEmpty();
    assertThat(model.authority().orElseThrow().name()).isEqualTo("Example Root");
  }

  @Test
  void aGoodListIsReadAtOnce() throws IOException {
    ListModel model = list("name,also,days\na.example.com\nb.example.com,c.example.com,90\n");
    assertThat(model.list().orElseThrow().lines()).hasSize(2);
    assertThat(leave(model)).isTrue();
  }

  @Test
  void badLinesKeepThePageUntilTheGoodOnesAreWantedAllTheSame() throws IOException {
    ListModel model = list("a.example.com\nbad name\nb.example.com,,never\n");
    assertThat(keys(model)).as("said at once").containsExactly("list.problem.bad");
    assertThat(leave(model)).isFalse();
    assertThat(keys(model)).containsExactly("list.problem.bad");
    assertThat(model.list().orElseThrow().bad()).extracting(line -> line.number()).contains(2, 3);
    model.keepGoingProperty().set(true);
    assertThat(model.shown()).isEmpty();
    assertThat(leave(model)).isTrue();
  }

  @Test
  void theSameListIsReadAnewWhenItWasMendedAndChosenAgain() throws IOException {
    ListModel model = list("bad name\n");
    model.take(Files.writeString(folder.resolve("servers.csv"), "good.example.com\n"));
    assertThat(model.shown()).isEmpty();
    assertThat(leave(model)).isTrue();
  }

  @Test
  void anotherListIsNotIssuedInPartOnlyBecauseTheOneBeforeWas() throws IOException {
    ListModel model = list("a.example.com\nbad name\n");
    model.keepGoingProperty().set(true);
    model.take(Files.writeString(folder.resolve("other.csv"), "a.example.com\nworse name\n"));
    assertThat(leave(model)).isFalse();
  }

  @Test
  void aListWithNoServerAndAFileThatIsNoTextAreSaidBesideTheFile() throws IOException {
    ListModel empty = list("name,also,days\n");
    assertThat(leave(empty)).isFalse();
    assertThat(keys(empty)).containsExactly("authority.list.problem.empty");
    ListModel binary = new ListModel(desk);
    binary.take(Files.write(folder.resolve("list.xlsx"), new byte[] {'P', 'K', (byte) 0xff}));
    assertThat(keys(binary)).containsExactly("authority.list.problem.notText");
    assertThat(leave(binary)).isFalse();
  }

  @Test
  void aServerThatTheAuthorityMayNotIssueForIsSaidWithItsLineOrLeftOut() throws IOException {
    ListModel list = list("a.example.com\nb.example.org\n");
    ListPlaceModel strict = place(list, false);
    assertThat(leave(strict)).isFalse();
    assertThat(keys(strict)).containsExactly("authority.list.problem.line");
    assertThat(strict.shown().getFirst().args()).contains(2);
    ListPlaceModel generous = place(list, true);
    assertThat(leave(generous)).as("seen before going on").isFalse();
    assertThat(keys(generous)).containsExactly("authority.list.problem.line");
    assertThat(leave(generous)).isTrue();
    assertThat(generous.plan().orElseThrow().servers()).hasSize(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void theBarMovesWithEachCertificateAndTheSharedFilesTakeLittleOfIt() {
    ProgressModel progress = new ProgressModel(desk, "listing.page", () -> null, _ -> {});
    progress.weigh("issue", 60);
    Plan.Step issue = new Plan.Step("issue", "plan.issue.text", List.of());
    Plan.Step write = new Plan.Step("write.client-store", "plan.issue.text", List.of());
    progress.planned(List.of(issue, write));
    progress.fraction("issue", 0.5);
    assertThat(progress.fractionProperty().get()).isEqualTo(30.0 / 61);
    progress.step(new Progress.StepReport(issue, Progress.State.DONE, Optional.empty()));
    assertThat(progress.fractionProperty().get()).isEqualTo(60.0 / 61);
  }

  private IssueModel opened() {
    IssueModel model = new IssueModel(desk, Optional::empty);
    model.fileProperty().set(authority.toString());
    model.passwordProperty().set(PASSWORD);
    return model;
  }

  private ListPlaceModel place(ListModel list, boolean keepGoing) {
    IssueModel model = opened();
    model.settle();
    ListPlaceModel place =
        new ListPlaceModel(
            desk,
            () ->
                new ListPlaceModel.Wanted(
                    answers(keepGoing),
                    list.list().orElseThrow(),
                    model.authority().orElseThrow()));
    place.folderProperty().set(folder.resolve("out").toString());
    return place;
  }

  private ListAnswers answers(boolean keepGoing) {
    return new ListAnswers(
        Secret.empty(),
        Secret.ofText("Another-horse-9"),
        OrganisationAnswer.none(),
        KeyChoice.EC256,
        825,
        "teamworkcloud",
        StoreFormat.JKS,
        folder.resolve("out").toString(),
        false,
        keepGoing);
  }

  private static List<String> keys(PageModel model) {
    return model.shown().stream().map(Problem::key).toList();
  }

  private boolean leave(PageModel model) {
    left = false;
    model.tryToLeave(() -> left = true);
    return left;
  }
}
