package io.github.certwright.wizard.page;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.AuthorityChecks;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What our own root authority is called and what it may do; right for most as it is. */
public final class RootModel extends PageModel {
  static final String NAME = "authority.name";
  static final String KEY = "authority.key";
  static final String DAYS = "authority.days";
  static final String DOMAINS = "authority.domains";
  static final String ORGANISATION = "organisation.organization";

  private final LocalDate today;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty organisation = new SimpleStringProperty("");
  private final StringProperty domains = new SimpleStringProperty("");
  private final ObjectProperty<KeyChoice> key =
      new SimpleObjectProperty<>(AuthorityAnswers.DEFAULT_KEY);
  private final ObjectProperty<LocalDate> ends = new SimpleObjectProperty<>();

  public RootModel(Desk desk) {
    super("root.page");
    today = LocalDate.now(desk.clock());
    ends.set(today.plusDays(AuthorityAnswers.DEFAULT_DAYS));
    String known = desk.settings().current().preferences().organisation().organization();
    organisation.set(known);
    String year = String.valueOf(today.getYear());
    name.set(
        known.isBlank()
            ? desk.text().of("root.name.plain", year)
            : desk.text().of("root.name.known", known, year));
    for (Property<?> answer : List.of(name, organisation, domains, key, ends)) {
      answer.subscribe(_ -> refresh());
    }
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty organisationProperty() {
    return organisation;
  }

  /** The only domains it may issue for, with commas or spaces between them; empty for any. */
  public StringProperty domainsProperty() {
    return domains;
  }

  public ObjectProperty<KeyChoice> keyProperty() {
    return key;
  }

  /** The last day, or null while none is chosen. */
  public ObjectProperty<LocalDate> endsProperty() {
    return ends;
  }

  /** Days from today to the last day; 0 while none is chosen. */
  public int days() {
    LocalDate last = ends.get();
    return last == null ? 0 : Math.clamp(ChronoUnit.DAYS.between(today, last), -1, 1_000_000);
  }

  /**
   * All answers for the authority.
   *
   * @param password a secret, which is closed with the answers
   * @param again the same, typed a second time
   */
  AuthorityAnswers answers(Secret password, Secret again, String folder, boolean replace) {
    return new AuthorityAnswers(
        name.get().strip(),
        new OrganisationAnswer(organisation.get(), "", "", "", ""),
        key.get(),
        days(),
        Arrays.stream(domains.get().split("[,;\\s]+", -1)).filter(one -> !one.isEmpty()).toList(),
        password,
        again,
        folder,
        replace);
  }

  @Override
  protected List<Problem> check() {
    try (AuthorityAnswers known = answers(Secret.empty(), Secret.empty(), "", false)) {
      return AuthorityChecks.authority(known).stream()
          .filter(problem -> isMine(problem.field()))
          .toList();
    }
  }

  private static boolean isMine(String field) {
    return List.of(NAME, KEY, DAYS, DOMAINS, ORGANISATION).contains(field);
  }
}
