package io.github.certwright.install.admin;

import io.github.certwright.files.Machine;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.install.Quoting;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How this program is started once more with an administrator's rights, for the copying alone; the
 * system asks the person.
 */
public final class Elevation {
  /** The hidden command of the run with rights. */
  public static final String COMMAND = "admin-copy";

  /** Its option for the staging folder. */
  public static final String STAGED = "--staged";

  /** Its option for the SHA-256 of the manifest. */
  public static final String DIGEST = "--manifest-sha256";

  /** The person said no: pkexec(1), and the Windows script below. */
  public static final int DISMISSED = 126;

  /** Rights were refused, or nobody could be asked: pkexec(1), and the Windows script below. */
  public static final int NOT_ALLOWED = 127;

  static final String MAIN = "io.github.certwright.Main";

  private final OperatingSystem system;
  private final Path door;
  private final List<String> program;

  /**
   * @param door the system's program that asks for rights
   * @param program the words that start this program again, its options to follow
   */
  public Elevation(OperatingSystem system, Path door, List<String> program) {
    this.system = system;
    this.door = door;
    this.program = List.copyOf(program);
  }

  /** The way on this computer; empty when it has none. */
  public static Optional<Elevation> on(Machine machine) {
    return door(machine).map(door -> new Elevation(machine.system(), door, program(machine)));
  }

  private static Optional<Path> door(Machine machine) {
    return switch (machine.system()) {
      case LINUX -> search(machine, "pkexec");
      case MACOS ->
          Optional.of(machine.files().getPath("/usr/bin/osascript")).filter(Files::isExecutable);
      case WINDOWS ->
          machine
              .folder("SystemRoot")
              .map(root -> root.resolve("System32\\WindowsPowerShell\\v1.0\\powershell.exe"))
              .filter(Files::isExecutable);
    };
  }

  private static Optional<Path> search(Machine machine, String name) {
    return Arrays.stream(machine.variable("PATH").orElse("/usr/bin:/bin").split(":", -1))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> machine.files().getPath(folder).resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** The packaged launcher where there is one, otherwise this Java with this class path. */
  private static List<String> program(Machine machine) {
    // Set by the launchers that jpackage makes (JDK-8274087).
    String packaged = System.getProperty("jpackage.app-path");
    if (packaged != null) {
      return List.of(helper(Path.of(packaged)).toString());
    }
    String java = machine.system() == OperatingSystem.WINDOWS ? "java.exe" : "java";
    // The run with rights starts in another folder, so relative entries would lead elsewhere.
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", java).toString(), "-cp", classPath, MAIN);
  }

  /** Beside each launcher stands one that has only what the run with rights needs: no window. */
  static Path helper(Path packaged) {
    String name = packaged.getFileName().toString();
    String end = name.endsWith(".exe") ? ".exe" : "";
    Path helper = packaged.resolveSibling("certwright-admin" + end);
    return Files.isExecutable(helper) ? helper : packaged;
  }

  /** The command that asks for the rights and starts the copying. */
  public List<String> command(StagingFolder staging) {
    return command(staging.path().toString(), staging.digest());
  }

  List<String> command(String staging, String digest) {
    List<String> words = new ArrayList<>(program);
    words.addAll(List.of(COMMAND, STAGED, staging, DIGEST, digest));
    return switch (system) {
      case LINUX -> {
        words.addFirst(door.toString());
        yield List.copyOf(words);
      }
      case MACOS -> List.of(door.toString(), "-e", appleScript(words));
      case WINDOWS ->
          List.of(
              door.toString(),
              "-NoProfile",
              "-NonInteractive",
              "-EncodedCommand",
              Base64.getEncoder()
                  .encodeToString(powerShell(words).getBytes(StandardCharsets.UTF_16LE)));
    };
  }

  /**
   * The script fails, and says nothing of the output, when the command does; the output tells all,
   * so the command always succeeds. The environment is the user's and is left behind.
   */
  private static String appleScript(List<String> words) {
    String command =
        "/usr/bin/env -i PATH=/usr/bin:/bin "
            + words.stream().map(Quoting::sh).collect(Collectors.joining(" "))
            + " || true";
    return "do shell script "
        + Quoting.appleScript(command)
        + " with administrator privileges without altering line endings";
  }

  /** 1223 is ERROR_CANCELLED: the person closed the question of User Account Control. */
  private static String powerShell(List<String> words) {
    String arguments =
        words.stream().skip(1).map(Quoting::windowsArgument).collect(Collectors.joining(" "));
    return "$ErrorActionPreference='Stop';try{$p=Start-Process -FilePath "
        + Quoting.powerShell(words.getFirst())
        + " -ArgumentList "
        + Quoting.powerShell(arguments)
        + " -Verb RunAs -WindowStyle Hidden -Wait -PassThru;exit $p.ExitCode}"
        + "catch{for($e=$_.Exception;$e;$e=$e.InnerException){"
        + "if($e.NativeErrorCode -eq 1223){exit "
        + DISMISSED
        + "}};exit "
        + NOT_ALLOWED
        + "}";
  }
}
