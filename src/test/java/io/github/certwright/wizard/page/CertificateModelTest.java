package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class CertificateModelTest {
  private final CertificateModel model = new CertificateModel(Desks.at(new FakeServices()));
  private boolean left;

  @Test
  void theUsualAnswersAreAlreadyThere() {
    assertThat(model.answer()).isEqualTo(CertificateAnswer.defaults());
    assertThat(model.endsProperty().get()).isEqualTo(LocalDate.of(2029, 2, 23));
    model.tryToLeave(() -> left = true);
    assertThat(left).isTrue();
  }

  @Test
  void aLaterEndIsAllowedWithAWarning() {
    model.endsProperty().set(LocalDate.of(2031, 11, 21));
    assertThat(model.shown())
        .extracting(Problem::key)
        .containsExactly("certificate.days.warning.long");
    model.tryToLeave(() -> left = true);
    assertThat(left).isTrue();
  }

  @Test
  void anEndInThePastOrNoneAtAllIsRefused() {
    model.endsProperty().set(LocalDate.of(2026, 11, 20));
    model.tryToLeave(() -> left = true);
    assertThat(left).isFalse();
    model.endsProperty().set(null);
    assertThat(model.shown())
        .extracting(Problem::key)
        .containsExactly("certificate.days.problem.range");
  }

  @Test
  void anEndFarBeyondAllReckoningIsRefusedToo() {
    model.endsProperty().set(LocalDate.MAX);
    model.tryToLeave(() -> left = true);
    assertThat(left).isFalse();
  }

  @Test
  void aFormatThatOldToolsCannotReadSaysSo() {
    model.formatProperty().set(StoreFormat.PKCS12);
    assertThat(model.shown()).extracting(Problem::field).containsExactly("certificate.format");
  }

  @Test
  void anEntryNeedsAName() {
    model.aliasProperty().set(" ");
    model.tryToLeave(() -> left = true);
    assertThat(left).isFalse();
  }
}
