package io.github.certwright.wizard.page;

import io.github.certwright.answers.Checks;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.plan.CertificatePlan.NamePart;
import io.github.certwright.plan.Planner;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The optional parts of the certificate's name, and how the whole of it will read. */
public final class OrganisationModel extends PageModel {
  private final Desk desk;
  private final Supplier<Optional<HostName>> server;
  private final StringProperty organization = new SimpleStringProperty();
  private final StringProperty unit = new SimpleStringProperty();
  private final StringProperty city = new SimpleStringProperty();
  private final StringProperty state = new SimpleStringProperty();
  private final StringProperty country = new SimpleStringProperty();
  private final ReadOnlyStringWrapper subject = new ReadOnlyStringWrapper("");

  /**
   * @param server the main name answered before
   */
  public OrganisationModel(Desk desk, Supplier<Optional<HostName>> server) {
    this(desk, "organisation.page", server);
  }

  /**
   * @param stem message stem of the page
   */
  OrganisationModel(Desk desk, String stem, Supplier<Optional<HostName>> server) {
    super(stem);
    this.desk = desk;
    this.server = server;
    OrganisationAnswer last = desk.settings().current().preferences().organisation();
    organization.set(last.organization());
    unit.set(last.unit());
    city.set(last.city());
    state.set(last.state());
    country.set(last.country());
    for (StringProperty part : List.of(organization, unit, city, state, country)) {
      part.subscribe(_ -> changed());
    }
  }

  public StringProperty organizationProperty() {
    return organization;
  }

  public StringProperty unitProperty() {
    return unit;
  }

  public StringProperty cityProperty() {
    return city;
  }

  public StringProperty stateProperty() {
    return state;
  }

  /** Two letters of ISO 3166, or empty. */
  public StringProperty countryProperty() {
    return country;
  }

  /** The distinguished name as it will stand in the certificate (escaped as in RFC 4514 2.4). */
  public ReadOnlyStringProperty subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  public OrganisationAnswer answer() {
    return new OrganisationAnswer(
        organization.get(), unit.get(), city.get(), state.get(), country.get());
  }

  @Override
  public void entered() {
    changed();
  }

  @Override
  protected List<Problem> check() {
    return Checks.organisation(answer());
  }

  @Override
  protected void leave(Runnable onward) {
    OrganisationAnswer said = answer();
    desk.background()
        .run(
            cancellation -> {
              desk.settings()
                  .update(data -> data.withPreferences(data.preferences().withOrganisation(said)));
              return said;
            });
    onward.run();
  }

  private void changed() {
    subject.set(
        server
            .get()
            .map(
                main ->
                    Planner.subject(main, answer()).stream()
                        .map(OrganisationModel::written)
                        .collect(Collectors.joining(", ")))
            .orElse(""));
    refresh();
  }

  private static String written(NamePart part) {
    String value = part.value().replaceAll("([,+\"\\\\<>;=])", "\\\\$1");
    return part.type() + "=" + value.replaceAll("^([ #])", "\\\\$1").replaceAll(" $", "\\\\ ");
  }
}
