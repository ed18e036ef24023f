import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Java inside the image: the modules that jdeps finds for the program and its libraries, and
 * those that no class names because Java looks them up at run time.
 */
final class JavaRuntime {
  /**
   * Printed by jdeps for the class path, without java.sql and jdk.jfr: one class of Bouncy Castle and one of
   * JavaFX name them, which run only when somebody asks for them.
   */
  private static final List<String> NAMED =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.naming",
          "java.net.http",
          "java.xml",
          "jdk.httpserver",
          "jdk.unsupported");

  /** Screen readers; keys on tokens; dates as written in Britain. */
  private static final List<String> LOOKED_UP =
      List.of("jdk.accessibility", "jdk.crypto.cryptoki", "jdk.localedata");

  private final Work work;

  JavaRuntime(Work work) {
    this.work = work;
  }

  void link() throws IOException, InterruptedException {
    List<String> modules = new ArrayList<>(NAMED);
    modules.addAll(LOOKED_UP);
    if (work.system() == Work.OperatingSystem.WINDOWS) {
      modules.add("jdk.crypto.mscapi");
    }
    List<String> words =
        new ArrayList<>(
            List.of(
                Work.jdk("jlink"),
                "--add-modules",
                String.join(",", modules),
                "--include-locales=en",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-0",
                "--output",
                work.runtime().toString()));
    if (work.system() != Work.OperatingSystem.LINUX) {
      words.add("--strip-native-commands");
    }
    Call.run(work.build().resolve("jlink.log"), Map.of(), words);
    if (work.system() == Work.OperatingSystem.LINUX && Call.exists("strip")) {
      // Names of functions in crash reports: 5 MB.
      String machine = work.runtime().resolve("lib/server/libjvm.so").toString();
      Call.run(work.build().resolve("strip.log"), "strip", "--strip-unneeded", machine);
    }
  }
}
