package io.github.certwright.wizard.page;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.Checks;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** End date, key, entry name and file format; right for most as they are. */
public final class CertificateModel extends PageModel {
  private final LocalDate today;
  private final ObjectProperty<LocalDate> ends = new SimpleObjectProperty<>();
  private final ObjectProperty<KeyChoice> key = new SimpleObjectProperty<>();
  private final StringProperty alias = new SimpleStringProperty();
  private final ObjectProperty<StoreFormat> format = new SimpleObjectProperty<>();

  public CertificateModel(Desk desk) {
    this(desk, "certificate.page");
  }

  /**
   * @param stem message stem of the page
   */
  CertificateModel(Desk desk, String stem) {
    super(stem);
    today = LocalDate.now(desk.clock());
    CertificateAnswer usual = CertificateAnswer.defaults();
    ends.set(today.plusDays(usual.validDays()));
    key.set(usual.key());
    alias.set(usual.alias());
    format.set(usual.format());
    ends.subscribe(_ -> refresh());
    key.subscribe(_ -> refresh());
    alias.subscribe(_ -> refresh());
    format.subscribe(_ -> refresh());
  }

  /** The last day, or null while none is chosen. */
  public ObjectProperty<LocalDate> endsProperty() {
    return ends;
  }

  public ObjectProperty<KeyChoice> keyProperty() {
    return key;
  }

  public StringProperty aliasProperty() {
    return alias;
  }

  public ObjectProperty<StoreFormat> formatProperty() {
    return format;
  }

  /** Sets the last day so many days from today. */
  public void lastFor(int days) {
    ends.set(today.plusDays(days));
  }

  /** Days from today to the last day; 0 while none is chosen. */
  public int days() {
    LocalDate last = ends.get();
    return last == null ? 0 : Math.clamp(ChronoUnit.DAYS.between(today, last), -1, 1_000_000);
  }

  public CertificateAnswer answer() {
    return new CertificateAnswer(key.get(), days(), alias.get(), format.get());
  }

  @Override
  protected List<Problem> check() {
    return Checks.certificate(answer());
  }
}
