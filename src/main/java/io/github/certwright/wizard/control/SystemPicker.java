package io.github.certwright.wizard.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own windows for choosing, which open in the folder that was used last. */
final class SystemPicker implements Picker {
  private final Supplier<Window> owner;
  private File last;

  SystemPicker(Supplier<Window> owner, Path first) {
    this.owner = owner;
    last = first.toFile();
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(start());
    return chosen(chooser.showDialog(owner.get()));
  }

  @Override
  public Optional<Path> file(String title) {
    FileChooser chooser = chooser(title);
    return chosen(chooser.showOpenDialog(owner.get()));
  }

  @Override
  public List<Path> files(String title) {
    List<File> files = chooser(title).showOpenMultipleDialog(owner.get());
    return files == null
        ? List.of()
        : files.stream().flatMap(file -> chosen(file).stream()).toList();
  }

  @Override
  public Optional<Path> save(String title, String name) {
    FileChooser chooser = chooser(title);
    chooser.setInitialFileName(name);
    return chosen(chooser.showSaveDialog(owner.get()));
  }

  @Override
  public boolean print(String words) {
    return Paper.print(words, owner.get());
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(start());
    return chooser;
  }

  /** A chooser refuses a folder that is not there: CommonDialogs.convertFolder in OpenJFX. */
  private File start() {
    for (File at = last; at != null; at = at.getParentFile()) {
      if (at.isDirectory()) {
        return at;
      }
    }
    return null;
  }

  private Optional<Path> chosen(File file) {
    if (file == null) {
      return Optional.empty();
    }
    last = file.getParentFile();
    return Optional.of(file.toPath());
  }
}
