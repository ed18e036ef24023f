import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * What is being packaged, and where.
 *
 * @param project the project's folder
 * @param version as Maven has it, perhaps with {@code -SNAPSHOT}
 * @param time the modification time of every packaged file
 */
record Work(Path project, String version, Instant time) {

  /** The systems that are packaged for. */
  enum OperatingSystem {
    LINUX,
    WINDOWS,
    MACOS
  }

  OperatingSystem system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return OperatingSystem.WINDOWS;
    }
    return name.startsWith("mac") ? OperatingSystem.MACOS : OperatingSystem.LINUX;
  }

  /** Three numbers, without {@code -SNAPSHOT}. */
  String numbers() {
    return version.replace("-SNAPSHOT", "");
  }

  /** A tilde sorts before the end of a version, in dpkg as in rpm. */
  String sorted() {
    return version.replace("-SNAPSHOT", "~snapshot");
  }

  /** The jar and its libraries, as {@code mvn package} leaves them. */
  Path app() {
    return project.resolve("target").resolve("app");
  }

  /** What people download. */
  Path dist() {
    return project.resolve("target").resolve("dist");
  }

  /** Between steps. */
  Path build() {
    return project.resolve("target").resolve("dist-work");
  }

  /** Everything that goes into the image beside Java. */
  Path input() {
    return build().resolve("input");
  }

  Path runtime() {
    return build().resolve("runtime");
  }

  Path packaging(String system) {
    return project.resolve("packaging").resolve(system);
  }

  /** The folder below {@code packaging} for this system. */
  String folder() {
    return system().name().toLowerCase(Locale.ROOT);
  }

  /** The libraries in the image, with their licences. */
  Path thirdParty() {
    return project.resolve("packaging").resolve("third-party.md");
  }

  Path icon(String name) {
    return project.resolve("icons").resolve(name);
  }

  /** A program of the JDK that runs this. */
  static String jdk(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }
}
