package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Second thoughts about sending the keystore. */
final class WhereUploadTest {
  private final HostName server = new HostName.Dns("tw.example.com", "tw.example.com");
  private final WhereModel model =
      new WhereModel(Desks.at(new FakeServices()), () -> Optional.of(server), this::answers);
  private boolean left;

  @Test
  void sendingThatIsNoLongerWantedStandsInNobodysWay() {
    model.entered();
    model.upload().wantedProperty().set(true);
    // What stands on the disk is looked at while the sign-in is not filled in yet.
    model.settle();
    model.upload().wantedProperty().set(false);
    model.tryToLeave(() -> left = true);
    assertThat(model.shown()).isEmpty();
    assertThat(left).isTrue();
  }

  private Answers answers() {
    Secret own = Secret.ofText("server-password");
    Secret given = Secret.ofText("client-password");
    return new Answers(
        new ServerAnswer("tw.example.com", List.of()),
        OrganisationAnswer.none(),
        new PasswordAnswer(own, own.copy(), given, given.copy(), true),
        CertificateAnswer.defaults(),
        model.answer());
  }
}
