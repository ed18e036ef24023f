import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The folder on Linux: {@code bin} with launchers, {@code lib/app} and {@code lib/runtime}. */
final class LinuxImage {
  private static final String MAIN = "io.github.certwright.Main";

  private final Work work;
  private final Image image;

  LinuxImage(Work work, Image image) {
    this.work = work;
    this.image = image;
  }

  void make() throws IOException {
    Path runtime = image.folder().resolve("lib").resolve("runtime");
    Files.createDirectories(image.folder().resolve("bin"));
    Folders.copy(work.input(), image.app(), path -> true);
    Folders.copy(work.runtime(), runtime, path -> true);
    for (Path program : Folders.all(runtime.resolve("bin"), Comparator.naturalOrder())) {
      if (Files.isRegularFile(program) && !program.endsWith("java")) {
        Files.delete(program);
      }
    }
  }

  void write(boolean caches) throws IOException {
    List<String> usual = image.usualOptions();
    List<String> window = new ArrayList<>(usual);
    window.add("--enable-native-access=ALL-UNNAMED");
    String choice =
        Files.readString(work.packaging("linux").resolve("choice.sh"))
            .replace("@wizard@", String.join(" ", image.wizardOptions()))
            .replace("@wizard-cache@ ", cache(caches, Image.WINDOW_CACHE))
            .replace("@command-cache@ ", cache(caches, Image.COMMAND_CACHE))
            .replace("@main@", MAIN);
    launcher("certwright", choice, window, true);
    launcher("certwright-admin", "set -- " + MAIN + " \"$@\"\n", usual, false);
  }

  private static String cache(boolean there, String name) {
    return there ? "\"-XX:AOTCache=$root/lib/app/" + name + "\" " : "";
  }

  private void launcher(String name, String choice, List<String> options, boolean window)
      throws IOException {
    String classPath =
        Jars.classPath(image.app()).stream()
            .filter(jar -> window || !Jars.forWindow(jar))
            .map(jar -> "$root/lib/app/" + jar)
            .collect(Collectors.joining(":"));
    String script =
        Files.readString(work.packaging("linux").resolve("launcher.sh"))
            .replace("@choice@\n", choice)
            .replace("@classpath@", classPath)
            .replace(
                "@options@",
                options.stream()
                    .map(option -> "\"" + option + "\"")
                    .collect(Collectors.joining(" ")));
    Files.writeString(image.launcher(name), script);
    Files.setPosixFilePermissions(
        image.launcher(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
