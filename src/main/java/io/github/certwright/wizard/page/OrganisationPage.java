package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Columns;
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
    CountryBox country = new CountryBox(text, model.countryProperty());
    country.setId("country");
    Columns grid =
        new Columns(
            16,
            field("organisation.organization", organization),
            field("organisation.unit", input("unit", model.unitProperty())),
            field("organisation.city", input("city", model.cityProperty())),
            field("organisation.state", input("state", model.stateProperty())),
            field("organisation.country", country));
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
