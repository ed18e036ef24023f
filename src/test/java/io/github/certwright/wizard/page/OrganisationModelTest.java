package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OrganisationModelTest {
  private final Desk desk = Desks.at(new FakeServices());
  private Optional<HostName> server =
      Optional.of(new HostName.Dns("tw.example.com", "tw.example.com"));
  private final OrganisationModel model = new OrganisationModel(desk, () -> server);
  private boolean left;

  @Test
  void everythingIsOptional() {
    model.tryToLeave(() -> left = true);
    assertThat(left).isTrue();
    assertThat(model.answer()).isEqualTo(OrganisationAnswer.none());
  }

  @Test
  void theNameIsShownAsItGrows() {
    assertThat(model.subjectProperty().get()).isEqualTo("CN=tw.example.com");
    model.organizationProperty().set("Example, Inc.");
    model.countryProperty().set("CH");
    assertThat(model.subjectProperty().get())
        .isEqualTo("CN=tw.example.com, O=Example\\, Inc., C=CH");
  }

  @Test
  void signsThatMeanSomethingInNamesAreEscaped() {
    model.organizationProperty().set("#1 \"A+B\" <C> ");
    assertThat(model.subjectProperty().get())
        .isEqualTo("CN=tw.example.com, O=\\#1 \\\"A\\+B\\\" \\<C\\>\\ ");
  }

  @Test
  void anotherServerChangesTheNameWhenThePageIsSeenAgain() {
    server = Optional.of(new HostName.Dns("other.example.com", "other.example.com"));
    model.entered();
    assertThat(model.subjectProperty().get()).isEqualTo("CN=other.example.com");
  }

  @Test
  void theAnswerIsThereAgainNextTime() {
    model.cityProperty().set("Zürich");
    model.countryProperty().set("CH");
    model.tryToLeave(() -> left = true);
    assertThat(new OrganisationModel(desk, () -> server).answer())
        .isEqualTo(new OrganisationAnswer("", "", "Zürich", "", "CH"));
  }

  @Test
  void whatDoesNotFitIsSaidBesideItsField() {
    model.unitProperty().set("x".repeat(65));
    model.tryToLeave(() -> left = true);
    assertThat(left).isFalse();
    assertThat(model.shown()).extracting(Problem::field).containsExactly("organisation.unit");
  }
}
