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

  /** The one launcher that prints: on Windows a program has a console or a window, never both. */
  Path commandLine() {
    return launcher(
        work.system() == Work.OperatingSystem.WINDOWS ? "certwright-cli" : "certwright");
  }

  void make() throws IOException, InterruptedException {
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
                work.icon(icon()).toString(),
                "--add-launcher",
                "certwright-admin=" + work.packaging("common").resolve("admin.properties")));
    if (work.system() == Work.OperatingSystem.WINDOWS) {
      words.add("--add-launcher");
      words.add("certwright-cli=" + work.packaging("windows").resolve("cli.properties"));
    }
    Call.run(work.build().resolve("jpackage.log"), Map.of(), words);
    Path natives = work.build().resolve("natives");
    if (Files.exists(natives)) {
      Folders.copy(natives, folder().resolve("bin"), path -> true);
    }
    for (Path notice : List.of(work.project().resolve("LICENSE"), work.thirdParty())) {
      Files.copy(notice, app().resolve(notice.getFileName()));
    }
    write(Optional.empty());
  }

  /** Writes how the launchers start Java, with the start-up cache once there is one. */
  void write(Optional<Path> cache) throws IOException {
    launch("certwright", true, cache);
    if (work.system() == Work.OperatingSystem.WINDOWS) {
      launch("certwright-cli", true, cache);
    }
    launch("certwright-admin", false, Optional.empty());
  }

  /** Gives every file the time of the build, which the start-up cache remembers of the jars. */
  void date() throws IOException {
    Folders.date(folder(), FileTime.from(work.time()));
  }

  private String icon() {
    return switch (work.system()) {
      case LINUX -> "icon-256.png";
      case WINDOWS -> "certwright.ico";
      case MACOS -> "certwright.icns";
    };
  }

  /** Apple's bundles refuse a version that starts with 0. */
  String version() {
    return work.system() == Work.OperatingSystem.MACOS
        ? work.numbers().replaceFirst("^0\\.", "1.")
        : work.numbers();
  }

  private void launch(String name, boolean window, Optional<Path> cache) throws IOException {
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
    lines.add("java-options=-Djpackage.app-version=" + version());
    for (String line : Files.readAllLines(work.packaging("common").resolve("java-options"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add("java-options=" + line.strip());
      }
    }
    if (window) {
      lines.add("java-options=--enable-native-access=ALL-UNNAMED");
    }
    cache.ifPresent(file -> lines.add("java-options=-XX:AOTCache=$APPDIR/" + file.getFileName()));
    Files.writeString(app().resolve(name + ".cfg"), String.join("\n", lines) + "\n");
  }
}
