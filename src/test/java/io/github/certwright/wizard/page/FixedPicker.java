package io.github.certwright.wizard.page;

import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Chooses what a test has laid out. */
final class FixedPicker implements Picker {
  Optional<Path> folder = Optional.empty();
  Optional<Path> file = Optional.empty();
  List<Path> files = List.of();
  Optional<Path> save = Optional.empty();
  boolean printer = true;

  @Override
  public Optional<Path> folder(String title) {
    return folder;
  }

  @Override
  public Optional<Path> file(String title) {
    return file;
  }

  @Override
  public List<Path> files(String title) {
    return files;
  }

  @Override
  public Optional<Path> save(String title, String name) {
    return save.map(folder -> folder.resolve(name));
  }

  @Override
  public boolean print(String words) {
    return printer;
  }
}
