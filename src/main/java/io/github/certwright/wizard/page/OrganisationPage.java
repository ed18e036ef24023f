package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.CountryBox;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.HelpMark;
import io.github.certwright.wizard.control.Sentences;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** "Whose server is it?" */
public final class OrganisationPage implements Page {
  private final Text text;
  private final OrganisationModel model;
  private final Fields fields;
  private final TextField organization;
  private final VBox content;

  public OrganisationPage(Text text, OrganisationModel model) {
    this.text = text;
    this.model = model;
    fields = new Fields(text, model.shown(), model::left);
    organization = input("organization", model.organizationProperty());
    GridPane grid = Layouts.twoColumns();
    grid.add(field("organisation.organization", organization), 0, 0);
    grid.add(field("organisation.unit", input("unit", model.unitProperty())), 1, 0);
    grid.add(field("organisation.city", input("city", model.cityProperty())), 0, 1);
    grid.add(field("organisation.state", input("state", model.stateProperty())), 1, 1);
    CountryBox country = new CountryBox(text, model.countryProperty());
    country.setId("country");
    grid.add(field("organisation.country", country), 0, 2);
    content = Layouts.page(grid, preview(), fields.general());
  }

  @Override
  public PageModel model() {
    return model;
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public Node firstFocus() {
    return organization;
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, organization);
  }

  private Node preview() {
    Label subject = Sentences.plain("");
    subject.setId("subject");
    subject.getStyleClass().add("monospaced");
    subject.textProperty().bind(model.subjectProperty());
    HBox heading =
        new HBox(
            Sentences.heading(text.of("organisation.subject.label")),
            new HelpMark(text, "organisation.explain"));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("field-head");
    return Layouts.panel(heading, subject);
  }

  private Field field(String stem, Node control) {
    return fields.add(stem, new Field(text, stem, control));
  }

  private static TextField input(String id, StringProperty value) {
    TextField input = new TextField();
    input.setId(id);
    input.textProperty().bindBidirectional(value);
    return input;
  }
}
