package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Tool;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The modeling tools found, and which of them get the client pair. */
public final class ToolsModel {
  private final Desk desk;
  private final Runnable changed;
  private final Consumer<Problem> problem;
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private boolean searched;

  /**
   * @param changed called when a tool is chosen or no longer
   * @param problem hears why a folder chosen by hand cannot be used
   */
  ToolsModel(Desk desk, Runnable changed, Consumer<Problem> problem) {
    this.problem = problem;
    this.desk = desk;
    this.changed = changed;
  }

  public ObservableList<Choice> choices() {
    return choices;
  }

  /** Whether the search is under way. */
  public ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  /** Install folders of the chosen tools. */
  public List<Path> answer() {
    return chosen().stream().map(Tool::folder).toList();
  }

  /** The chosen tools. */
  public List<Tool> chosen() {
    return choices.stream()
        .filter(choice -> choice.chosenProperty().get())
        .map(Choice::tool)
        .toList();
  }

  /** Looks for tools, once. */
  void search() {
    if (searched) {
      return;
    }
    searched = true;
    searching.set(true);
    desk.background()
        .run(desk.services()::findTools)
        .onSuccess(
            found -> {
              addAll(found);
              changed.run();
            })
        .andFinally(() -> searching.set(false));
  }

  /** Adds a folder chosen by hand. */
  public void addFolder(Path folder) {
    desk.background()
        .run(cancellation -> desk.services().lookAtTool(folder))
        .onSuccess(
            tool -> {
              add(tool, true);
              changed.run();
            })
        .onProblem(problem);
  }

  /** In one change, because the list is drawn anew with each. */
  private void addAll(List<Tool> found) {
    Set<Path> known =
        choices.stream()
            .map(choice -> choice.tool().folder())
            .collect(Collectors.toCollection(HashSet::new));
    choices.addAll(
        found.stream()
            .filter(tool -> known.add(tool.folder()))
            .map(tool -> choice(tool, tool.writable() && tool.looksLikeTool()))
            .toList());
  }

  private void add(Tool tool, boolean chosen) {
    for (Choice known : choices) {
      if (known.tool().folder().equals(tool.folder())) {
        known.chosenProperty().set(true);
        return;
      }
    }
    choices.add(choice(tool, chosen));
  }

  private Choice choice(Tool tool, boolean chosen) {
    Choice choice = new Choice(tool, new SimpleBooleanProperty(chosen));
    choice.chosenProperty().addListener((value, before, now) -> changed.run());
    return choice;
  }

  /** A tool and whether it is chosen. */
  public record Choice(Tool tool, BooleanProperty chosenProperty) {}
}
