package io.github.certwright.trust;

import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.testing.Programs.Ran;
import io.github.certwright.testing.Trusted;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A made-up computer in a folder: its system's folders lie below it, and its programs are real
 * ones, or stand-ins that a test gives.
 */
public final class Computer {
  /** Stands in for a program. */
  @FunctionalInterface
  public interface StandIn {
    Programs.Ended run(List<String> words) throws IOException;
  }

  public final Path root;
  public final Path home;
  public final List<List<String>> ran = new ArrayList<>();
  private final OperatingSystem system;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, StandIn> programs = new HashMap<>();
  private final Set<Path> forbidden = new HashSet<>();
  private WindowsRoots roots =
      type -> {
        throw new IOException("no " + type + " here");
      };

  public Computer(Path folder, OperatingSystem system) throws IOException {
    this.root = Files.createDirectories(folder.resolve("root"));
    this.home = Files.createDirectories(folder.resolve("home"));
    this.system = system;
  }

  /** A Linux computer of a distribution, by the values of os-release. */
  public static Computer linux(Path folder, String... release) throws IOException {
    Computer computer = new Computer(folder, OperatingSystem.LINUX);
    Files.createDirectories(computer.root.resolve("etc"));
    Files.write(computer.root.resolve("etc/os-release"), List.of(release));
    return computer;
  }

  /** Gives it a program of its own. */
  public Computer with(String name, StandIn program) {
    programs.put(name, program);
    return this;
  }

  /** Gives it the real program of this name. */
  public Computer withReal(String name) {
    return with(
        name,
        words -> {
          Ran done = io.github.certwright.testing.Programs.run(words);
          return new Programs.Ended(done.exitCode(), done.output(), done.output());
        });
  }

  public Computer variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Takes away the right to write there. */
  public Computer forbid(Path path) {
    forbidden.add(path);
    return this;
  }

  public Computer roots(WindowsRoots stores) {
    roots = stores;
    return this;
  }

  public Machine machine() {
    return new Machine(system, FileSystems.getDefault(), environment, home);
  }

  public TrustTools tools() {
    return new TrustTools(
        machine(),
        root,
        Disk.real(),
        home.resolve("journals"),
        Clock.systemUTC(),
        new Prepared(),
        roots,
        path -> !forbidden.contains(path) && Files.isWritable(path));
  }

  /** What this computer's store has of a certificate. */
  public static TrustState state(TrustStore store, Trusted it) {
    return store.state(new Anchor(it.certificate()).fingerprint());
  }

  public static TrustOutcome install(TrustStore store, Trusted it) {
    return TrustWork.install(store, new Anchor(it.certificate()), Path.of("/staged/it.crt"));
  }

  public static TrustOutcome remove(TrustStore store, Trusted it) {
    return TrustWork.remove(
        store, new Anchor(it.certificate()).fingerprint(), Path.of("/staged/it.crt"));
  }

  private final class Prepared implements Programs {
    @Override
    public Optional<Path> find(String name) {
      return programs.containsKey(name)
          ? Optional.of(Path.of("/usr/bin").resolve(name))
          : Optional.empty();
    }

    @Override
    public Ended run(List<String> command) throws IOException {
      ran.add(command);
      StandIn program = programs.get(Path.of(command.getFirst()).getFileName().toString());
      if (program == null) {
        throw new IOException("no such program: " + command.getFirst());
      }
      return program.run(command);
    }
  }
}
