package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.PairSource;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeInstalls;
import io.github.certwright.wizard.FakeServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceModelTest {
  private final FakeServices services = new FakeServices();
  private final SourceModel model = new SourceModel(Desks.at(services));
  private boolean left;

  @Test
  void aChosenKitIsReadAtOnceAndSaysWhoseItIs() {
    model.take(Path.of("/home/anna/client-kit.zip"));
    assertThat(services.setUp.source)
        .isEqualTo(new PairSource.Kit(Path.of("/home/anna/client-kit.zip")));
    assertThat(model.foundProperty().get().orElseThrow().names())
        .containsExactly("twcloud.example.com");
    assertThat(model.foundProperty().get().orElseThrow().notAfter())
        .isEqualTo(FakeInstalls.PAIR.notAfter());
    assertThat(model.readingProperty().get()).isFalse();
    leave();
    assertThat(left).isTrue();
    assertThat(services.asked).containsExactly("read");
  }

  @Test
  void aFileTellsByItsNameWhatItIs() {
    model.take(Path.of("/home/anna/cert.jks"));
    assertThat(model.kindProperty().get()).isEqualTo(SourceKind.STORE);
    model.take(Path.of("/home/anna/certificate.CER"));
    assertThat(model.kindProperty().get()).isEqualTo(SourceKind.CERTIFICATE);
    model.take(Path.of("/home/anna/Client-Kit.ZIP"));
    assertThat(model.kindProperty().get()).isEqualTo(SourceKind.KIT);
  }

  @Test
  void aKeystoreIsNotTriedWithoutItsPasswordWhichIsWipedAfterwards() {
    model.take(Path.of("/home/anna/cert.jks"));
    assertThat(services.asked).isEmpty();
    leave();
    assertThat(keys()).containsExactly("source.password.problem.empty");
    model.passwordProperty().set("Client-horse9");
    leave();
    assertThat(left).isTrue();
    assertThat(((PairSource.Store) services.setUp.source).password().isClosed()).isTrue();
  }

  @Test
  void aWrongPasswordIsSaidBesideThePassword() {
    model.take(Path.of("/home/anna/cert.jks"));
    services.setUp.refuses = Optional.of(Problem.of("", "keystore.read.problem.wrongPassword"));
    model.passwordProperty().set("wrong");
    leave();
    assertThat(left).isFalse();
    assertThat(model.leavingProperty().get()).isFalse();
    assertThat(model.shown()).extracting(Problem::field).containsExactly("source.password");
    services.setUp.refuses = Optional.empty();
    model.passwordProperty().set("right");
    assertThat(model.shown()).isEmpty();
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void aFileThatIsNoKitIsSaidBesideTheFile() {
    services.setUp.refuses = Optional.of(Problem.of("", "kit.problem.bomb"));
    model.take(Path.of("/home/anna/client-kit.zip"));
    assertThat(model.shown()).extracting(Problem::field).containsExactly("source.file");
    assertThat(model.blockedProperty().get()).isTrue();
    assertThat(model.foundProperty().get()).isEmpty();
    services.setUp.refuses = Optional.empty();
    model.fileProperty().set("/home/anna/other.zip");
    assertThat(model.blockedProperty().get()).isFalse();
  }

  @Test
  void nothingChosenIsAProblemOnlyOncePeopleWantToGoOn() {
    assertThat(model.shown()).isEmpty();
    leave();
    assertThat(left).isFalse();
    assertThat(keys()).containsExactly("source.file.problem.empty");
    assertThat(services.asked).isEmpty();
  }

  @Test
  void anExpiredCertificateIsPointedOutBeforeTheNextPageAndAllowed() {
    services.setUp.warnings =
        List.of(Problem.warning("source.file", "run.source.warning.expired", FakeServices.NOW));
    model.fileProperty().set("/home/anna/client-kit.zip");
    leave();
    assertThat(left).isFalse();
    assertThat(keys()).containsExactly("run.source.warning.expired");
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void aServerIsUsedOnlyAfterItsFingerprintWasCompared() {
    askServer();
    assertThat(services.asked).containsExactly("shown tw.example.com:3579", "read");
    assertThat(((PairSource.Ask) services.setUp.source).fingerprint())
        .contains(FakeInstalls.PAIR.fingerprint());
    leave();
    assertThat(left).isFalse();
    assertThat(keys()).containsExactly("source.same.problem.unticked");
    model.sameProperty().set(true);
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void anotherServerMustBeComparedAnew() {
    askServer();
    model.sameProperty().set(true);
    model.serverProperty().set("other.example.com");
    assertThat(model.sameProperty().get()).isFalse();
    assertThat(model.foundProperty().get()).isEmpty();
    assertThat(model.pair()).isEmpty();
    leave();
    assertThat(left).isFalse();
  }

  @Test
  void aServerThatCannotBeReachedCanBeAskedAgain() {
    services.setUp.refuses = Optional.of(Problem.of("", "tls.connect.refused", "tw", 10002));
    askServer();
    assertThat(model.shown()).extracting(Problem::field).containsExactly("source.server");
    services.setUp.refuses = Optional.empty();
    model.look();
    assertThat(model.shown()).isEmpty();
    assertThat(model.foundProperty().get()).isPresent();
  }

  @Test
  void noAddressAndANonsenseAddressAreProblemsOfTheServer() {
    model.kindProperty().set(SourceKind.SERVER);
    model.look();
    assertThat(keys()).containsExactly("source.server.problem.empty");
    model.serverProperty().set("two words");
    model.look();
    assertThat(model.shown()).extracting(Problem::field).containsExactly("source.server");
    assertThat(services.asked).isEmpty();
  }

  @Test
  void leavingTheJobForgetsPairAndPassword() {
    model.take(Path.of("/home/anna/cert.jks"));
    model.passwordProperty().set("Client-horse9");
    model.settle();
    assertThat(model.pair()).isPresent();
    model.wipe();
    assertThat(model.pair()).isEmpty();
    assertThat(model.passwordProperty().get()).isEmpty();
  }

  private void askServer() {
    model.kindProperty().set(SourceKind.SERVER);
    model.serverProperty().set("tw.example.com:3579");
    model.look();
  }

  private List<String> keys() {
    return model.shown().stream().map(Problem::key).toList();
  }

  private void leave() {
    left = false;
    model.tryToLeave(() -> left = true);
  }

  @Test
  void thePasswordIsTakenFromCertPassBesideTheKeystore() {
    services.setUp.beside = Optional.of("Client-horse9");
    model.take(Path.of("/home/anna/cert.jks"));
    assertThat(model.passwordProperty().get()).isEqualTo("Client-horse9");
    assertThat(model.passwordFoundProperty().get()).isTrue();
    assertThat(model.foundProperty().get()).isPresent();
    model.passwordProperty().set("typed");
    assertThat(model.passwordFoundProperty().get()).isFalse();
    model.settle();
    assertThat(model.passwordProperty().get()).as("typed over").isEqualTo("typed");
  }

  @Test
  void aTypedPasswordStaysWhateverLiesBesideTheKeystore() {
    services.setUp.beside = Optional.of("Client-horse9");
    model.kindProperty().set(SourceKind.STORE);
    model.passwordProperty().set("typed");
    model.take(Path.of("/home/anna/cert.jks"));
    assertThat(model.passwordProperty().get()).isEqualTo("typed");
  }

  @Test
  void anotherCertificateThanTheOneAgreedToIsNotTakenUnlessThePersonSaysSo() {
    services.setUp.agreed = Optional.of(FakeServices.MADE);
    ask();
    assertThat(model.agreementProperty().get()).isEqualTo(new Agreement.Changed(FakeServices.MADE));
    assertThat(model.sameProperty().get()).isFalse();
    leave();
    assertThat(left).isFalse();
    assertThat(services.asked).noneMatch(asked -> asked.startsWith("agree"));
    model.sameProperty().set(true);
    leave();
    assertThat(left).isTrue();
    assertThat(services.asked).contains("agree twcloud.example.com");
  }

  @Test
  void aCertificateThatWasComparedOnceNeedNotBeComparedAgain() {
    services.setUp.agreed = Optional.of(FakeInstalls.PAIR.fingerprint());
    ask();
    assertThat(model.agreementProperty().get()).isEqualTo(new Agreement.Same());
    leave();
    assertThat(left).isTrue();
    assertThat(services.asked).noneMatch(asked -> asked.startsWith("agree"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client-kit.zip", "twcloud.CERTKIT", "Kit of Anna.certkit"})
  void aKitIsKnownByEitherExtension(String name) {
    assertThat(SourceKind.of(Path.of(name))).isEqualTo(SourceKind.KIT);
  }

  private void ask() {
    model.kindProperty().set(SourceKind.SERVER);
    model.serverProperty().set("twcloud.example.com");
    model.look();
  }
}
