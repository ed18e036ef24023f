package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Problem;
import io.github.certwright.settings.PastJob;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeKeys;
import io.github.certwright.wizard.FakeServices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate from our own root authority, without a window. */
final class IssueModelTest {
  private static final String PASSWORD = "Correct-horse-9";

  @TempDir Path folder;
  private final FakeServices services = new FakeServices();
  private final Desk desk = Desks.guarded(services);
  private Path authority;
  private String server = "twcloud.example.com";
  private int days = 825;
  private boolean left;

  @BeforeEach
  void anAuthorityForOneDomain() throws IOException {
    PreparedStores stores = new PreparedStores(folder);
    stores.behind(services);
    services.keys =
        FakeKeys.at(folder, WaitingRequests.inMemory(), Instant.now().plus(Duration.ofHours(1)));
    authority = stores.authority(services, PASSWORD);
  }

  private IssueModel model() {
    IssueModel model =
        new IssueModel(
            desk,
            () ->
                Optional.of(
                    new IssueModel.Wanted(
                        new ServerAnswer(server, List.of()),
                        OrganisationAnswer.none(),
                        new CertificateAnswer(
                            KeyChoice.EC256, days, "teamworkcloud", StoreFormat.JKS))));
    model.fileProperty().set(authority.toString());
    model.passwordProperty().set(PASSWORD);
    return model;
  }

  @Test
  void theAuthorityIsOpenedAndIssues() {
    IssueModel model = model();
    assertThat(leave(model)).isTrue();
    assertThat(model.material()).isPresent();
    assertThat(model.foundProperty().get().orElseThrow().authority().name())
        .isEqualTo("Example Root");
  }

  @Test
  void aWrongPasswordIsSaidBesideThePassword() {
    IssueModel model = model();
    model.passwordProperty().set("wrong one");
    assertThat(leave(model)).isFalse();
    assertThat(model.shown()).extracting(Problem::field).containsExactly(IssueModel.PASSWORD);
  }

  @Test
  void aNameOutsideItsDomainsIsRefused() {
    server = "twcloud.example.org";
    IssueModel model = model();
    assertThat(leave(model)).isFalse();
    assertThat(model.shown())
        .extracting(Problem::key)
        .containsExactly("authority.issue.problem.outside");
  }

  @Test
  void anEndBeyondTheAuthoritysIsBroughtForwardAndShownBeforeGoingOn() {
    days = 2000;
    IssueModel model = model();
    assertThat(leave(model)).isFalse();
    assertThat(model.shown())
        .extracting(Problem::key)
        .containsExactly("authority.issue.warning.shortened");
    assertThat(leave(model)).isTrue();
  }

  @Test
  void theAuthorityThatWasMadeLastIsProposed() throws Exception {
    desk.settings()
        .update(
            data ->
                data.withJob(
                    new PastJob(
                        RootMadeModel.KIND,
                        "Example Root",
                        FakeServices.NOW,
                        FakeServices.NOW.plus(Duration.ofDays(1000)),
                        authority.getParent().toString(),
                        "00",
                        "",
                        Optional.empty())));
    IssueModel model = new IssueModel(desk, Optional::empty);
    assertThat(model.fileProperty().get()).isEqualTo(authority.toString());
  }

  private boolean leave(IssueModel model) {
    left = false;
    model.tryToLeave(() -> left = true);
    return left;
  }
}
