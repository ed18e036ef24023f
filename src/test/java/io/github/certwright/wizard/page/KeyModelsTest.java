package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.Origin;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Material;
import io.github.certwright.run.Progress;
import io.github.certwright.run.Renewal;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeKeys;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.PageModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of requests, answers, renewals and existing keystores, without a window. */
final class KeyModelsTest {
  private static final String PASSWORD = "Server-horse9";

  @TempDir private Path home;
  private final FakeServices services = new FakeServices();
  private final WaitingRequests waiting = WaitingRequests.inMemory();
  private Desk desk;
  private Signing authority;

  @BeforeEach
  void atHome() throws Exception {
    services.keys = FakeKeys.at(home, waiting, Instant.now().plus(Duration.ofHours(1)));
    desk = Desks.guarded(services);
    authority = new Signing(home.resolve("elsewhere"));
  }

  @Test
  void theNewestRequestIsProposedAndOpenedWithThePasswordBesideIt() {
    request("one.example.com", true);
    Path newest = request("two.example.com", true);
    KeystoreModel model = continuing();
    model.entered();
    assertThat(model.known())
        .extracting(KeystoreModel.Known::server)
        .containsExactly("two.example.com", "one.example.com");
    assertThat(model.fileProperty().get()).isEqualTo(newest.toString());
    assertThat(model.passwordFoundProperty().get()).isTrue();
    assertThat(model.opened()).isPresent();
    assertThat(goesOn(model)).isTrue();
  }

  @Test
  void aWrongPasswordIsSaidBesideThePassword() {
    KeystoreModel model = continuing();
    model.take(request("one.example.com", false));
    assertThat(model.shown()).isEmpty();
    model.passwordProperty().set("wrong one");
    model.settle();
    assertThat(keys(model)).containsExactly("keystore.read.problem.wrongPassword");
    assertThat(model.shown().getFirst().field()).isEqualTo(KeystoreModel.PASSWORD);
    assertThat(goesOn(model)).isFalse();
    model.passwordProperty().set(PASSWORD);
    assertThat(goesOn(model)).isTrue();
  }

  @Test
  void aKeystoreThatIsGoneIsSaidBesideTheFile() {
    KeystoreModel model = continuing();
    model.passwordProperty().set(PASSWORD);
    model.take(home.resolve("gone.jks"));
    assertThat(keys(model)).containsExactly("run.source.problem.missing");
    assertThat(model.shown().getFirst().field()).isEqualTo(KeystoreModel.FILE);
  }

  @Test
  void theAnswerIsJudgedAsSoonAsItIsThere() {
    Path keystore = request("one.example.com", true);
    Path other = request("two.example.com", true);
    AnswerModel model = answering(keystore);
    assertThat(goesOn(model)).isFalse();
    assertThat(keys(model)).containsExactly("answer.problem.empty");
    model.add(authority.sign(other.resolveSibling("request.csr")));
    assertThat(keys(model)).containsExactly("answer.problem.otherKey");
    assertThat(goesOn(model)).isFalse();
    model.files().clear();
    model.add(authority.root());
    assertThat(keys(model)).containsExactly("answer.problem.onlyAuthority");
    model.add(authority.sign(keystore.resolveSibling("request.csr")));
    assertThat(model.shown()).isEmpty();
    assertThat(model.material().orElseThrow().chain()).hasSize(2);
    model.trustedProperty().set(Origin.Trusted.CERTIFICATE);
    assertThat(model.material().map(Material::trusted)).contains(Origin.Trusted.CERTIFICATE);
    assertThat(goesOn(model)).isTrue();
  }

  @Test
  void aMissingAuthorityIsNamedUntilItsCertificateIsAdded() {
    Path keystore = request("one.example.com", true);
    AnswerModel model = answering(keystore);
    model.add(authority.sign(keystore.resolveSibling("request.csr")));
    assertThat(keys(model)).containsExactly("answer.problem.missingIssuer");
    assertThat(model.shown().getFirst().args()).contains("Example_Root");
    model.add(authority.root());
    assertThat(goesOn(model)).isTrue();
  }

  @Test
  void aRenewalOfOneThatSignsItselfSaysWhatBecomesOfTheClientFiles() {
    KeystoreModel keystore = opened(request("one.example.com", true));
    RenewalModel model = new RenewalModel(desk, keystore);
    model.entered();
    assertThat(model.wayProperty().get()).isEqualTo(RenewalModel.Way.ITSELF);
    assertThat(keys(model)).containsExactly("renew.warning.newFiles");
    assertThat(model.material().orElseThrow().origin()).isInstanceOf(Origin.KeptKey.class);
    try (Secret client = model.client()) {
      assertThat(client.isEmpty()).isFalse();
    }
    model.newKeyProperty().set(true);
    assertThat(model.material().orElseThrow().origin()).isInstanceOf(Origin.NewKey.class);
    model.endsProperty().set(null);
    assertThat(keys(model)).contains("certificate.days.problem.range");
    assertThat(goesOn(model)).isFalse();
    model.endsProperty().set(LocalDate.of(2028, 1, 1));
    assertThat(goesOn(model)).isTrue();
    model.wipe();
    assertThat(model.material()).isEmpty();
  }

  @Test
  void aCertificateOfAnAuthorityLeadsToANewRequestOrToOurOwnRoot() throws Exception {
    Path pfx = authority.pfx("one.example.com", "pfx-horse");
    Path copy = Files.copy(pfx, home.resolve("KeyStore.jks"));
    KeystoreModel keystore = continuing();
    keystore.passwordProperty().set("pfx-horse");
    keystore.take(copy);
    RenewalModel model = new RenewalModel(desk, keystore);
    boolean[] asked = new boolean[1];
    model.onAskAgain(() -> asked[0] = true);
    model.entered();
    assertThat(model.enteredProperty().get().map(Renewal::issuer)).contains("Example_Root");
    assertThat(goesOn(model)).isFalse();
    assertThat(asked[0]).isTrue();
    model.wayProperty().set(RenewalModel.Way.AUTHORITY);
    assertThat(goesOn(model)).isFalse();
    assertThat(keys(model))
        .containsExactly("source.file.problem.empty", "keystore.password.problem.empty");
    model.authorityProperty().set(copy.toString());
    model.passwordProperty().set("pfx-horse");
    assertThat(goesOn(model)).isFalse();
    assertThat(keys(model)).containsExactly("authority.open.problem.notOne");
    assertThat(model.shown().getFirst().field()).isEqualTo(RenewalModel.AUTHORITY);
  }

  @Test
  void keyAndCertificateInOneFileAreFound() {
    ExistingModel model = new ExistingModel(desk);
    assertThat(goesOn(model)).isFalse();
    assertThat(keys(model)).containsExactly("import.problem.empty");
    model.add(authority.pfx("one.example.com", "pfx-horse"));
    assertThat(model.shown()).as("nobody is told off before the password").isEmpty();
    model.passwordProperty().set("wrong");
    model.settleUnlessLocked();
    assertThat(model.shown().getFirst().field()).isEqualTo(ExistingModel.PASSWORD);
    model.passwordProperty().set("pfx-horse");
    model.settleUnlessLocked();
    assertThat(model.material().orElseThrow().certificate().names().getFirst().ascii())
        .isEqualTo("one.example.com");
    assertThat(goesOn(model)).isTrue();
  }

  @Test
  void ofSeveralKeysOneIsChosen() {
    ExistingModel model = new ExistingModel(desk);
    model.passwordProperty().set(PASSWORD);
    model.add(request("one.example.com", false));
    model.add(request("two.example.com", false, "second"));
    assertThat(model.keys()).hasSize(2);
    assertThat(model.material()).isEmpty();
    assertThat(goesOn(model)).isFalse();
    assertThat(keys(model)).containsExactly("import.problem.several");
    model.aliasProperty().set("second");
    assertThat(model.material().orElseThrow().certificate().names().getFirst().ascii())
        .isEqualTo("two.example.com");
    assertThat(goesOn(model)).isTrue();
  }

  @Test
  void aCertificateWithoutItsKeyIsRefusedBesideTheFiles() {
    ExistingModel model = new ExistingModel(desk);
    model.add(authority.root());
    assertThat(keys(model)).containsExactly("import.problem.noKey");
  }

  private KeystoreModel continuing() {
    return new KeystoreModel(
        desk,
        "waiting.page",
        () ->
            services.keys.waiting().stream()
                .map(
                    one ->
                        new KeystoreModel.Known(one.server(), Path.of(one.keystore()), one.made()))
                .toList());
  }

  private KeystoreModel opened(Path keystore) {
    KeystoreModel model = continuing();
    model.take(keystore);
    assertThat(model.opened()).isPresent();
    return model;
  }

  private AnswerModel answering(Path keystore) {
    KeystoreModel opened = opened(keystore);
    AnswerModel model = new AnswerModel(desk, () -> opened.opened().orElseThrow().held());
    model.entered();
    return model;
  }

  private Path request(String server, boolean kept) {
    return request(server, kept, "teamworkcloud");
  }

  /** Makes a request and returns its keystore. */
  private Path request(String server, boolean kept, String alias) {
    Path folder = home.resolve(server);
    Secret password = Secret.ofText(PASSWORD);
    try (RequestAnswers answers =
        new RequestAnswers(
            new ServerAnswer(server, List.of()),
            OrganisationAnswer.none(),
            password,
            password.copy(),
            kept,
            KeyChoice.EC256,
            alias,
            StoreFormat.JKS,
            folder.toString(),
            false)) {
      if (!(services.keys.plan(answers) instanceof Checked.Good<RequestPlan>(var plan, var _))) {
        throw new AssertionError("no plan");
      }
      services.keys.request(plan, answers, Progress.none(), new Cancellation()).close();
    }
    return folder.resolve("KeyStore.jks");
  }

  private static boolean goesOn(PageModel model) {
    boolean[] gone = new boolean[1];
    model.tryToLeave(() -> gone[0] = true);
    return gone[0];
  }

  private static List<String> keys(PageModel model) {
    return model.shown().stream().map(Problem::key).toList();
  }
}
