package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.ServerLook;
import io.github.certwright.wizard.page.UploadModel.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WhereModelTest {
  private final FakeServices services = new FakeServices();
  private final Desk desk = Desks.at(services);
  private final HostName server = new HostName.Dns("tw.example.com", "tw.example.com");
  private final WhereModel model = new WhereModel(desk, () -> Optional.of(server), this::answers);
  private final List<Secret> secrets = new ArrayList<>();
  private boolean left;

  @Test
  void aFolderIsProposedAndToolsThatCanBeWrittenAreTicked() {
    model.entered();
    assertThat(model.folderProperty().get()).isEqualTo("/home/anna/Certwright/tw.example.com");
    assertThat(model.tools().choices()).hasSize(3);
    assertThat(model.tools().answer())
        .containsExactly(Path.of("/opt/Cameo_Systems_Modeler"), Path.of("/opt/MagicDraw"));
    leave();
    assertThat(left).isTrue();
    assertThat(model.plan().orElseThrow().installs()).hasSize(2);
    assertThat(secrets).isNotEmpty().allMatch(Secret::isClosed);
  }

  @Test
  void aToolThatOnlyAnAdministratorMayChangeIsPromisedOnlyWithRights() {
    model.entered();
    model.tools().choices().getLast().chosenProperty().set(true);
    leave();
    List<Plan.Step> steps = model.plan().orElseThrow().steps();
    assertThat(model.rights().answer()).isEqualTo(Rights.OWN);
    assertThat(keys(model.rights().promised(steps)))
        .hasSize(steps.size())
        .endsWith("review.rights.none");
    model.rights().askProperty().set(true);
    assertThat(model.rights().answer()).isEqualTo(Rights.ADMINISTRATOR);
    assertThat(keys(model.rights().promised(steps)))
        .hasSize(steps.size() + 1)
        .endsWith("review.rights.ask");
  }

  private static List<String> keys(List<Plan.Step> steps) {
    return steps.stream().map(Plan.Step::key).toList();
  }

  @Test
  void aFolderTypedByHandIsNotProposedOver() {
    model.folderProperty().set("/srv/keys");
    model.entered();
    assertThat(model.folderProperty().get()).isEqualTo("/srv/keys");
  }

  @Test
  void filesThatAreThereStopUntilReplacingIsAllowed() {
    services.inFolder = Set.of("KeyStore.jks");
    model.entered();
    assertThat(model.existingProperty().get()).isTrue();
    assertThat(model.shown())
        .extracting(Problem::key)
        .containsExactly("where.folder.problem.exists");
    leave();
    assertThat(left).isFalse();
    model.replaceProperty().set(true);
    assertThat(model.shown()).isEmpty();
    assertThat(model.existingProperty().get()).isTrue();
    leave();
    assertThat(left).isTrue();
    assertThat(model.plan().orElseThrow().files()).anyMatch(file -> file.replaces());
  }

  @Test
  void anotherFolderTakesTheLeaveToReplaceAway() {
    services.inFolder = Set.of("KeyStore.jks");
    model.entered();
    model.replaceProperty().set(true);
    model.folderProperty().set("/elsewhere");
    assertThat(model.replaceProperty().get()).isFalse();
  }

  @Test
  void aSynchronisedFolderIsPointedOutButAllowed() {
    services.synchronised = "OneDrive";
    model.entered();
    assertThat(model.shown())
        .extracting(Problem::key)
        .containsExactly("where.folder.warning.synchronised");
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void noFolderIsAProblemOnlyOncePeopleWantToGoOn() {
    model.entered();
    model.folderProperty().set("");
    model.settle();
    leave();
    assertThat(left).isFalse();
    assertThat(model.shown())
        .extracting(Problem::key)
        .containsExactly("where.folder.problem.empty");
  }

  @Test
  void aFolderChosenByHandJoinsTheListAndIsTicked() {
    model.entered();
    model.tools().addFolder(Path.of("/opt/Other"));
    model.tools().addFolder(Path.of("/opt/Other"));
    assertThat(model.tools().choices()).hasSize(4);
    assertThat(model.tools().answer()).contains(Path.of("/opt/Other"));
  }

  @Test
  void theServersAddressIsProposedForTheUpload() {
    model.entered();
    assertThat(model.upload().urlProperty().get()).isEqualTo("https://tw.example.com:8111");
    assertThat(model.upload().answer()).isEmpty();
    model.upload().wantedProperty().set(true);
    UploadAnswer answer = model.upload().answer().orElseThrow();
    assertThat(answer.tlsPort()).isEqualTo(10002);
  }

  @Test
  void anAddressTypedByHandStays() {
    model.upload().urlProperty().set("https://other:9999");
    model.entered();
    assertThat(model.upload().urlProperty().get()).isEqualTo("https://other:9999");
  }

  @Test
  void nothingIsSentToAServerNobodyAgreedTo() {
    wantUpload();
    model.upload().askerProperty().set((server, look, yes, no) -> no.run());
    model.upload().testSignIn();
    assertThat(model.upload().trialProperty().get())
        .isInstanceOfSatisfying(
            Trial.Failed.class,
            failed -> assertThat(failed.problem().key()).isEqualTo("where.trust.no"));
    leave();
    assertThat(left).isFalse();
    assertThat(model.leavingProperty().get()).isFalse();
    assertThat(model.shown())
        .extracting(Problem::field, Problem::key)
        .containsExactly(tuple("where.url", "where.trust.no"));
    assertThat(model.upload().pointedOutProperty().get()).isEqualTo(1);
    assertThat(model.blockedProperty().get()).as("Next asks once more").isFalse();
    assertThat(services.asked).noneMatch(asked -> asked.startsWith("signIn"));
    assertThat(services.asked).noneMatch(asked -> asked.startsWith("agree"));
  }

  @Test
  void anAgreedCertificateIsRememberedAndThenTheSignInIsTried() {
    wantUpload();
    model.upload().askerProperty().set((server, look, yes, no) -> yes.run());
    model.upload().testSignIn();
    assertThat(services.asked)
        .containsSubsequence(
            "look https://tw.example.com:8111",
            "agree https://tw.example.com:8111",
            "signIn https://tw.example.com:8111");
    assertThat(model.upload().trialProperty().get()).isInstanceOf(Trial.Worked.class);
  }

  @Test
  void aTrustedServerIsNotAskedAbout() {
    wantUpload();
    services.look = new ServerLook.Trusted(FakeServices.MADE);
    model
        .upload()
        .askerProperty()
        .set(
            (server, look, yes, no) -> {
              throw new AssertionError("asked");
            });
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void aChangedCertificateIsShownWithTheOldOne() {
    wantUpload();
    Fingerprint before = new Fingerprint("00".repeat(32));
    services.look = new ServerLook.Changed(before, FakeServices.MADE, "CN=x", FakeServices.NOW);
    List<ServerLook> asked = new ArrayList<>();
    model
        .upload()
        .askerProperty()
        .set(
            (server, look, yes, no) -> {
              asked.add(look);
              no.run();
            });
    leave();
    assertThat(asked).containsExactly(services.look);
    assertThat(left).isFalse();
  }

  @Test
  void aServerThatCannotBeReachedIsSaidBesideItsAddress() {
    wantUpload();
    services.look =
        new ServerLook.Refused(Problem.of("", "tls.connect.refused", "tw.example.com", 8111));
    leave();
    assertThat(left).isFalse();
    assertThat(model.shown()).extracting(Problem::field).containsExactly("where.url");
    services.look = new ServerLook.Trusted(FakeServices.MADE);
    assertThat(model.blockedProperty().get()).isFalse();
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void aRefusedSignInIsExplained() {
    wantUpload();
    services.look = new ServerLook.Trusted(FakeServices.MADE);
    services.refuses = Optional.of(Problem.of("where.password", "server.signin.refused"));
    model.upload().testSignIn();
    assertThat(model.upload().trialProperty().get()).isInstanceOf(Trial.Failed.class);
    model.upload().passwordProperty().set("another");
    assertThat(model.upload().trialProperty().get()).isInstanceOf(Trial.None.class);
  }

  @Test
  void aRefusedPasswordIsSaidBesideItAndDoesNotStopAnotherTry() {
    wantUpload();
    leave();
    Problem refused = Problem.of("where.password", "server.signin.wrong", "tw.example.com");
    assertThat(model.cameBack(List.of(refused))).isTrue();
    assertThat(model.firstRefused()).contains("where.password");
    assertThat(model.blockedProperty().get()).isFalse();
    model.upload().passwordProperty().set("another");
    assertThat(model.shown()).isEmpty();
    assertThat(model.cameBack(List.of(Problem.of("", "run.cancelled")))).isFalse();
  }

  @Test
  void aPortThatIsNoneIsSaidBesideIt() {
    wantUpload();
    model.upload().portProperty().set("many");
    leave();
    assertThat(left).isFalse();
    assertThat(model.shown()).extracting(Problem::field).containsExactly("where.port");
  }

  private void wantUpload() {
    model.entered();
    model.upload().wantedProperty().set(true);
    model.upload().userProperty().set("anna");
    model.upload().passwordProperty().set("geheim");
  }

  private void leave() {
    left = false;
    model.tryToLeave(() -> left = true);
  }

  private Answers answers() {
    PasswordAnswer passwords =
        new PasswordAnswer(
            Secret.ofText("server-password"),
            Secret.ofText("server-password"),
            Secret.ofText("client-password"),
            Secret.ofText("client-password"),
            true);
    secrets.add(passwords.server());
    secrets.add(passwords.client());
    return new Answers(
        new ServerAnswer("tw.example.com", List.of()),
        OrganisationAnswer.none(),
        passwords,
        CertificateAnswer.defaults(),
        model.answer());
  }
}
