package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.ServerLook;
import io.github.certwright.wizard.page.CompareModel.View;
import io.github.certwright.wizard.page.UploadModel.Trial;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UploadModelTest {
  private final FakeServices services = new FakeServices();
  private final List<String> asked = new ArrayList<>();
  private final UploadModel model = new UploadModel(Desks.at(services), () -> {}, asked::add);
  private final CompareModel compare = new CompareModel(model, this::sending);

  @BeforeEach
  void answer() {
    services.look = new ServerLook.Trusted(FakeServices.MADE);
    model.wantedProperty().set(true);
    model.urlProperty().set("https://tw.example.com:8111");
    model.userProperty().set("anna");
    model.passwordProperty().set("geheim");
  }

  private Optional<CompareModel.Sending> sending() {
    return Optional.of(
        new CompareModel.Sending(
            new PlannedUpload(URI.create("https://tw.example.com:8111"), "anna", 10003),
            "KeyStore.jks",
            Optional.empty()));
  }

  @Test
  void nobodyIsAskedAboutACertificateForASignInThatLacksItsUser() {
    services.look = new ServerLook.AskFirst(FakeServices.MADE, "CN=x", FakeServices.NOW);
    model
        .askerProperty()
        .set(
            (server, look, yes, no) -> {
              throw new AssertionError("asked");
            });
    model.userProperty().set(" ");

    model.testSignIn();

    assertThat(services.asked).isEmpty();
    assertThat(asked).containsExactly("where.user");
    assertThat(model.trialProperty().get()).isInstanceOf(Trial.None.class);
  }

  @Test
  void whatTheTestSignInReadIsThereForTheReview() {
    assertThat(compare.viewProperty().get()).isInstanceOf(View.Unknown.class);

    compare.look();

    assertThat(compare.viewProperty().get())
        .isInstanceOfSatisfying(
            View.Known.class,
            known ->
                assertThat(known.change().lines())
                    .extracting(line -> line.key() + line.args())
                    .containsExactly(
                        "run.change.enabled.stays[]",
                        "run.change.port.other[10002, 10003]",
                        "run.change.keystore.other[keystore.p12, KeyStore.jks]"));
  }

  @Test
  void anotherPortDoesNotForgetTheSignInButAnotherUserDoes() {
    compare.look();
    model.portProperty().set("10004");
    assertThat(model.trialProperty().get()).isInstanceOf(Trial.Worked.class);
    model.userProperty().set("berta");
    assertThat(compare.viewProperty().get()).isInstanceOf(View.Unknown.class);
  }

  @Test
  void somebodyWhoMayNotSeeTheSettingsIsToldSo() {
    services.mayChange = false;
    services.now = Optional.empty();
    compare.look();
    assertThat(compare.viewProperty().get()).isEqualTo(new View.Hidden("anna"));
  }

  @Test
  void aServerThatRefusesIsExplainedInTheReview() {
    Problem refused = Problem.of("where.password", "server.signin.wrong", "tw.example.com", 8111);
    services.refuses = Optional.of(refused);
    compare.look();
    assertThat(compare.viewProperty().get()).isEqualTo(new View.Failed(refused));
  }
}
