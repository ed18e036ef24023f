package io.github.certwright.wizard.control;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.layout.VBox;
import org.controlsfx.validation.Severity;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.decoration.StyleClassValidationDecoration;

/** Leads each problem of a page to the field it belongs to; the rest stands above the fields. */
public final class Fields {
  private final Text text;
  private final ObservableList<Problem> shown;
  private final Consumer<String> left;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final VBox general = new VBox();
  private final ValidationSupport decoration = new ValidationSupport();

  /**
   * @param shown the problems to be shown, live
   * @param left hears the name of a field that loses the keyboard; after the click, if a click
   *     takes it away
   */
  public Fields(Text text, ObservableList<Problem> shown, Consumer<String> left) {
    this.text = text;
    this.shown = shown;
    this.left = left;
    general.getStyleClass().add("problems");
    decoration.setValidationDecorator(
        new StyleClassValidationDecoration("answer-stops", "answer-warns"));
    shown.addListener((ListChangeListener<Problem>) change -> show());
    show();
  }

  /** Connects a field to the problems of its name. */
  public Field add(String name, Field field) {
    fields.put(name, field);
    field
        .focus()
        .focusedProperty()
        .addListener(
            (value, before, now) -> {
              if (before && !now && staysInWindow(field)) {
                MouseHeld.whenLetGo(field, () -> leftByNow(name, field));
              }
            });
    MouseHeld.watch(field);
    if (field.focus() instanceof Control control) {
      decoration.registerValidator(control, false, (seen, value) -> result(seen, name));
    }
    show();
    return field;
  }

  /** Where problems stand that belong to no field of this page. */
  public Node general() {
    return general;
  }

  /** What takes the keyboard so that a problem can be mended. */
  public Node focusFor(String name, Node otherwise) {
    Field field = fields.get(name);
    return field == null ? otherwise : field.focus();
  }

  /** Where the click has led to another page, there is nothing left to say on this one. */
  private void leftByNow(String name, Field field) {
    if (field.getScene() != null) {
      left.accept(name);
    }
  }

  private static boolean staysInWindow(Field field) {
    return field.getScene() != null
        && field.getScene().getWindow() != null
        && field.getScene().getWindow().isFocused();
  }

  private ValidationResult result(Control control, String name) {
    ValidationResult result = new ValidationResult();
    for (Problem problem : of(name)) {
      result.addMessageIf(
          control,
          text.problem(problem).what(),
          problem.stops() ? Severity.ERROR : Severity.WARNING,
          true);
    }
    return result;
  }

  private List<Problem> of(String name) {
    return shown.stream().filter(problem -> problem.field().equals(name)).toList();
  }

  private void show() {
    fields.forEach((name, field) -> field.show(of(name)));
    general
        .getChildren()
        .setAll(
            shown.stream()
                .filter(problem -> !fields.containsKey(problem.field()))
                .map(problem -> new ProblemLine(text, problem))
                .toList());
    general.setVisible(!general.getChildren().isEmpty());
    general.setManaged(general.isVisible());
    decoration.revalidate();
  }
}
