import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The run from which the start-up cache is made (JEP 483, 515): the packaged launcher plays through
 * the wizard, without a display, and through the command line, and Java notes what it loaded.
 */
final class Rehearsal {
  private final Work work;
  private final Image image;

  Rehearsal(Work work, Image image) {
    this.work = work;
    this.image = image;
  }

  /** Without linking ahead: that loads every class at every start, and a cache is 10 MB larger. */
  void record() throws IOException, InterruptedException {
    Path notes = work.build().resolve("certwright.aotconf");
    Path cache = image.app().resolve("certwright.aot");
    play(
        "record",
        "-XX:AOTMode=record -XX:AOTConfiguration=" + notes
            + " -Dglass.platform=Headless -Dprism.order=sw");
    play(
        "create",
        "-XX:AOTMode=create -XX:-AOTClassLinking -XX:AOTConfiguration=" + notes + " -XX:AOTCache=" + cache);
    image.write(Optional.of(cache));
  }

  /** JAVA_TOOL_OPTIONS reaches Java inside any launcher; in mode "create" it never runs Main. */
  private void play(String name, String options) throws IOException, InterruptedException {
    Path home = Files.createDirectories(work.build().resolve("home"));
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
        List.of(image.commandLine().toString(), "rehearse"));
  }
}
