import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The runs from which the start-up caches are made (JEP 483, 515): the packaged launcher plays
 * through the wizard, without a display, or through the command line, and Java notes what it
 * loaded.
 */
final class Rehearsal {
  /**
   * With profiles (JEP 515) Java begins every start with compiling what was used much in the
   * rehearsal, and on two cores a key is late for it: create took 0.80 s with and 0.63 s without.
   */
  private static final String WITHOUT_PROFILES =
      "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining ";

  private final Work work;
  private final Image image;

  Rehearsal(Work work, Image image) {
    this.work = work;
    this.image = image;
  }

  /**
   * One cache for each face, with what nearly every start needs. macOS has one launcher for both.
   */
  void record() throws IOException, InterruptedException {
    if (work.system() == Work.OperatingSystem.MACOS) {
      record(Image.WINDOW_CACHE, "rehearse", false);
    } else {
      record(Image.WINDOW_CACHE, "rehearse window", true);
      record(Image.COMMAND_CACHE, "rehearse commands", true);
    }
    image.write(true);
  }

  /**
   * Makes one cache.
   *
   * @param linked links classes ahead, with the code behind lambdas, so that Java need not make it.
   *     All of it is loaded at every start, which pays only where most of it is used.
   */
  private void record(String name, String rehearsal, boolean linked)
      throws IOException, InterruptedException {
    Path notes = work.build().resolve(name + "conf");
    Path cache = image.app().resolve(name);
    play(
        name + "-record",
        WITHOUT_PROFILES
            + "-XX:AOTMode=record -XX:AOTConfiguration=" + notes
            + " -Dglass.platform=Headless -Dprism.order=sw",
        rehearsal);
    play(
        name + "-create",
        WITHOUT_PROFILES + "-XX:AOTMode=create -XX:" + (linked ? "+" : "-") + "AOTClassLinking -XX:AOTConfiguration="
            + notes + " -XX:AOTCache=" + cache,
        rehearsal);
  }

  /** JAVA_TOOL_OPTIONS reaches Java inside any launcher; in mode "create" it never runs Main. */
  private void play(String name, String options, String rehearsal)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(work.build().resolve("home"));
    List<String> words = new ArrayList<>(List.of(image.commandLine().toString()));
    words.addAll(List.of(rehearsal.split(" ")));
    Call.run(
        work.build().resolve("rehearsal-" + name + ".log"),
        Map.of(
            "JAVA_TOOL_OPTIONS",
            options,
            "XDG_CONFIG_HOME",
            home.toString(),
            "XDG_STATE_HOME",
            home.toString(),
            "LOCALAPPDATA",
            home.toString()),
        words);
  }
}
