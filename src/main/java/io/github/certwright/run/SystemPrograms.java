package io.github.certwright.run;

import io.github.certwright.files.Machine;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.install.admin.Launcher;
import io.github.certwright.trust.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The programs of this computer. */
final class SystemPrograms implements Programs {
  /** Where programs for administrators are, which a user's search path often leaves out. */
  private static final List<String> MORE =
      List.of("/usr/local/sbin", "/usr/sbin", "/sbin", "/opt/homebrew/bin", "/usr/local/bin");

  private final Machine machine;
  private final Launcher launcher;

  SystemPrograms(Machine machine, Launcher launcher) {
    this.machine = machine;
    this.launcher = launcher;
  }

  @Override
  public Optional<Path> find(String name) {
    if (machine.system() == OperatingSystem.WINDOWS) {
      return Optional.empty();
    }
    List<String> folders =
        new ArrayList<>(
            Arrays.asList(machine.variable("PATH").orElse("/usr/bin:/bin").split(":", -1)));
    folders.addAll(MORE);
    return folders.stream()
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> machine.files().getPath(folder).resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  @Override
  public Ended run(List<String> command) throws IOException {
    Launcher.Ended ended = launcher.launch(command, () -> false);
    return new Ended(ended.exitCode(), ended.output(), ended.errors());
  }
}
