package io.github.certwright.wizard.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;

/** Lets a person choose folders, files and a printer; tests put answers in its place. */
public interface Picker {

  /**
   * Asks for a folder.
   *
   * @param title what it is for
   */
  Optional<Path> folder(String title);

  /**
   * Asks for a file that is there.
   *
   * @param title what it is for
   */
  Optional<Path> file(String title);

  /**
   * Asks for files that are there.
   *
   * @param title what they are for
   * @return in the order of the window; empty when none was chosen
   */
  List<Path> files(String title);

  /**
   * Asks where to save a file.
   *
   * @param title what it is for
   * @param name its proposed name
   */
  Optional<Path> save(String title, String name);

  /**
   * Asks for a printer and prints.
   *
   * @param words plain ones
   * @return false when this computer has no printer; true also when the person changed their mind
   */
  boolean print(String words);

  /**
   * The system's own windows. They open in the folder that was used last.
   *
   * @param first the folder in which they open before one was used
   */
  static Picker ofSystem(Supplier<Window> owner, Path first) {
    return new SystemPicker(owner, first);
  }
}
