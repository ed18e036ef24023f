package io.github.certwright.wizard.control;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Lets a person choose folders and files; tests put answers in its place. */
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
   * Asks where to save a file.
   *
   * @param title what it is for
   * @param name its proposed name
   */
  Optional<Path> save(String title, String name);

  /** The system's own windows. */
  static Picker ofSystem(Supplier<Window> owner) {
    return new Picker() {
      @Override
      public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
      }

      @Override
      public Optional<Path> file(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
      }

      @Override
      public Optional<Path> save(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
      }
    };
  }
}
