package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.KeepInView;
import io.github.certwright.wizard.SignedIn;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.SecretField;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Address and sign-in for sending the keystore; folded away until it is wanted. */
final class UploadPanel extends VBox {
  private final Text text;
  private final UploadModel model;
  private final Fields fields;
  private final TextField url;
  private final HBox trial = new HBox();

  private UploadPanel(Text text, UploadModel model, Fields fields) {
    this.text = text;
    this.model = model;
    this.fields = fields;
    url = input("url", model.urlProperty());
    model
        .pointedOutProperty()
        .addListener((value, before, now) -> Platform.runLater(url::requestFocus));
    getStyleClass().add("panel");
    model.trialProperty().subscribe(this::show);
  }

  /** With a box to tick when it is wanted. */
  static UploadPanel optional(Text text, UploadModel model, Fields fields) {
    UploadPanel panel = new UploadPanel(text, model, fields);
    CheckBox wanted = new CheckBox(text.of("where.upload.label"));
    wanted.setId("upload");
    wanted.setMnemonicParsing(true);
    wanted.setWrapText(true);
    wanted.getStyleClass().add("part-heading");
    wanted.selectedProperty().bindBidirectional(model.wantedProperty());
    wanted.setAccessibleText(Spoken.plain(wanted.getText()));
    wanted.setAccessibleHelp(text.of("where.upload.help"));
    VBox details = panel.details();
    shownWhen(details, model.wantedProperty());
    KeepInView.together(panel.url, panel);
    // Only for the person's own tick: answers that come filled in are read from the top.
    wanted
        .selectedProperty()
        .addListener(
            (value, before, now) -> {
              if (now && wanted.isFocused()) {
                Platform.runLater(panel.url::requestFocus);
              }
            });
    panel.getChildren().addAll(wanted, Sentences.hint(text.of("where.upload.help")), details);
    return panel;
  }

  /** Where sending is all there is. */
  static UploadPanel alone(Text text, UploadModel model, Fields fields) {
    UploadPanel panel = new UploadPanel(text, model, fields);
    panel.getChildren().add(panel.details());
    return panel;
  }

  private VBox details() {
    RadioButton byUser = new RadioButton(text.of("where.signin.user.label"));
    RadioButton byToken = new RadioButton(text.of("where.signin.token.label"));
    byToken.setId("by-token");
    ToggleGroup group = new ToggleGroup();
    byUser.setToggleGroup(group);
    byToken.setToggleGroup(group);
    byUser.setSelected(true);
    byToken.selectedProperty().bindBidirectional(model.byTokenProperty());
    HBox choice = new HBox(byUser, byToken);
    choice.getStyleClass().add("choices");
    Columns user =
        new Columns(16, field("where.user", input("user", model.userProperty())), password());
    SecretField token = new SecretField(text, model.tokenProperty());
    token.input().setId("token");
    Field tokenField =
        fields.add("where.token", new Field(text, "where.token", token, token.input()));
    shownWhen(user, model.byTokenProperty().not());
    shownWhen(tokenField, model.byTokenProperty());
    Columns address =
        new Columns(
            16, field("where.url", url), field("where.port", input("port", model.portProperty())));
    VBox details = new VBox(address, choice, user, tokenField, test());
    details.getStyleClass().add("upload-details");
    return details;
  }

  private Node password() {
    SecretField password = new SecretField(text, model.passwordProperty());
    password.input().setId("upload-password");
    return fields.add(
        "where.password", new Field(text, "where.password", password, password.input()));
  }

  private Node test() {
    Button test = Layouts.button(text, "where.test", model::testSignIn);
    test.setId("test-sign-in");
    trial.setId("trial");
    trial.getStyleClass().add("icon-line");
    trial.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(trial, Priority.ALWAYS);
    HBox row = new HBox(test, trial);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("choices");
    return row;
  }

  private void show(UploadModel.Trial now) {
    switch (now) {
      case UploadModel.Trial.None() -> trial.getChildren().clear();
      case UploadModel.Trial.Trying() -> {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("small-wheel");
        say(wheel, text.of("where.test.trying"));
      }
      case UploadModel.Trial.Worked(SignedIn who) -> {
        boolean may = who.mayChange();
        say(
            may ? icon(Feather.CHECK_CIRCLE, "good") : icon(Feather.ALERT_TRIANGLE, "warns"),
            text.of(may ? "where.test.may" : "where.test.mayNot", who.user()));
      }
      case UploadModel.Trial.Failed(Problem problem) ->
          trial.getChildren().setAll(new ProblemLine(text, problem));
    }
  }

  private void say(Node icon, String words) {
    trial.getChildren().setAll(icon, Sentences.plain(words));
    Spoken.name(trial, words);
  }

  private static Node icon(Feather feather, String colour) {
    FontIcon icon = Icons.small(feather);
    icon.getStyleClass().add(colour);
    return icon;
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

  private static void shownWhen(Node node, ObservableValue<Boolean> condition) {
    condition.subscribe(
        shown -> {
          node.setVisible(shown);
          node.setManaged(shown);
        });
  }
}
