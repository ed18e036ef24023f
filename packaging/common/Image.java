import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The self-contained folder, and how its launchers start Java. */
final class Image {
  /** What Java keeps of a start of the wizard, in the folder {@link #app}. */
  static final String WINDOW_CACHE = "certwright.aot";

  /** The same of a command. */
  static final String COMMAND_CACHE = "certwright-cli.aot";

  private static final String COMMAND_LINE = "certwright-cli";

  /** Started by install.admin.Elevation with an administrator's rights. */
  private static final String ADMIN = "certwright-admin";

  private static final String MAIN = "io.github.certwright.Main";

  private final Work work;

  Image(Work work) {
    this.work = work;
  }

  /** The folder that is shipped; on macOS the bundle. */
  Path folder() {
    return work.dist()
        .resolve(work.system() == Work.OperatingSystem.MACOS ? "certwright.app" : "certwright");
  }

  /** Where the jars are. */
  Path app() {
    return switch (work.system()) {
      case LINUX -> folder().resolve("lib").resolve("app");
      case WINDOWS -> folder().resolve("app");
      case MACOS -> folder().resolve("Contents").resolve("app");
    };
  }

  /** The launcher of this name. */
  Path launcher(String name) {
    return switch (work.system()) {
      case LINUX -> folder().resolve("bin").resolve(name);
      case WINDOWS -> folder().resolve(name + ".exe");
      case MACOS -> folder().resolve("Contents").resolve("MacOS").resolve(name);
    };
  }

  /** Other launchers than the one named certwright, each with a file of options for jpackage. */
  private List<String> others() {
    return work.system() == Work.OperatingSystem.WINDOWS
        ? List.of(COMMAND_LINE, ADMIN)
        : List.of(ADMIN);
  }

  /** The launcher that prints. On Windows a program has a console or a window, never both. */
  Path commandLine() {
    return launcher(
        work.system() == Work.OperatingSystem.WINDOWS ? COMMAND_LINE : "certwright");
  }

  void make() throws IOException, InterruptedException {
    if (work.system() == Work.OperatingSystem.LINUX) {
      new LinuxImage(work, this).make();
    } else {
      jpackage();
    }
    for (Path notice : List.of(work.project().resolve("LICENSE"), work.thirdParty())) {
      Files.copy(notice, app().resolve(notice.getFileName()));
    }
    write(false);
  }

  private void jpackage() throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Work.jdk("jpackage"),
                "--type",
                "app-image",
                "--name",
                "certwright",
                "--app-version",
                version(),
                "--vendor",
                "Certwright",
                "--input",
                work.input().toString(),
                "--main-jar",
                "certwright.jar",
                "--main-class",
                MAIN,
                "--runtime-image",
                work.runtime().toString(),
                "--dest",
                work.dist().toString(),
                "--icon",
                work.icon(icon()).toString()));
    if (work.system() == Work.OperatingSystem.MACOS) {
      // Both are read from the bundle's Info.plist, which is written with the bundle.
      words.addAll(options(work.packaging("macos").resolve("jpackage-options")));
      words.add("--file-associations");
      words.add(JpackageInstallers.association(work).toString());
    }
    for (String name : others()) {
      Path own = work.packaging(work.folder()).resolve(name + ".properties");
      Path usual = work.packaging("common").resolve("launcher.properties");
      words.add("--add-launcher");
      words.add(name + "=" + (Files.exists(own) ? own : usual));
    }
    Call.run(work.build().resolve("jpackage.log"), Map.of(), words);
    Path natives = work.build().resolve("natives");
    if (Files.exists(natives)) {
      Folders.copy(natives, folder().resolve("bin"), path -> true);
    }
  }

  /**
   * Signs a bundle again, because options and cache were written after jpackage had signed it: with
   * the identity named by MAC_SIGN_IDENTITY, or with none, which a Mac at least does not call damaged.
   */
  void sign() throws IOException, InterruptedException {
    if (work.system() != Work.OperatingSystem.MACOS) {
      return;
    }
    String identity = System.getenv("MAC_SIGN_IDENTITY");
    List<String> words =
        identity == null || identity.isBlank()
            ? List.of("codesign", "--force", "--deep", "--sign", "-", folder().toString())
            : List.of(
                Work.jdk("jpackage"),
                "--type",
                "app-image",
                "--app-image",
                folder().toString(),
                "--mac-sign",
                "--mac-signing-key-user-name",
                identity);
    Call.run(work.build().resolve("sign.log"), Map.of(), words);
  }

  /** Writes how the launchers start Java, with the start-up caches once there are some. */
  void write(boolean caches) throws IOException {
    if (work.system() == Work.OperatingSystem.LINUX) {
      new LinuxImage(work, this).write(caches);
      return;
    }
    launch("certwright", true, cache(caches, WINDOW_CACHE), wizardOptions());
    for (String name : others()) {
      boolean admin = name.equals(ADMIN);
      launch(name, !admin, cache(caches && !admin, COMMAND_CACHE), List.of());
    }
  }

  private static Optional<String> cache(boolean wanted, String name) {
    return wanted ? Optional.of(name) : Optional.empty();
  }

  /** macOS has one launcher for both, which must make large keys fast. */
  List<String> wizardOptions() throws IOException {
    List<String> options = new ArrayList<>();
    if (work.system() != Work.OperatingSystem.MACOS) {
      options.addAll(options(work.packaging("common").resolve("wizard-options")));
    }
    options.addAll(options(work.packaging(work.folder()).resolve("wizard-options")));
    return options;
  }

  /** What every launcher starts Java with, here and on this system. */
  List<String> usualOptions() throws IOException {
    List<String> options = new ArrayList<>(options(work.packaging("common").resolve("java-options")));
    options.addAll(options(work.packaging(work.folder()).resolve("java-options")));
    return options;
  }

  static List<String> options(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Gives every file the time of the build, which the start-up cache remembers of the jars. */
  void date() throws IOException {
    Folders.date(folder(), FileTime.from(work.time()));
  }

  private String icon() {
    return work.system() == Work.OperatingSystem.WINDOWS ? "certwright.ico" : "certwright.icns";
  }

  /** Apple's bundles refuse a version that starts with 0. */
  String version() {
    return work.system() == Work.OperatingSystem.MACOS
        ? work.numbers().replaceFirst("^0\\.", "1.")
        : work.numbers();
  }

  private void launch(String name, boolean window, Optional<String> cache, List<String> more)
      throws IOException {
    List<String> java = new ArrayList<>();
    java.add("-Djpackage.app-version=" + version());
    java.addAll(usualOptions());
    java.addAll(more);
    if (window) {
      java.add("--enable-native-access=ALL-UNNAMED");
    }
    cache.ifPresent(file -> java.add("-XX:AOTCache=$APPDIR/" + file));
    List<String> lines = new ArrayList<>();
    lines.add("[Application]");
    for (String jar : Jars.classPath(app())) {
      if (window || !Jars.forWindow(jar)) {
        lines.add("app.classpath=$APPDIR/" + jar);
      }
    }
    lines.add("app.mainclass=" + MAIN);
    lines.add("");
    lines.add("[JavaOptions]");
    java.forEach(option -> lines.add("java-options=" + option));
    Files.writeString(app().resolve(name + ".cfg"), String.join("\n", lines) + "\n");
  }
}
