import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long the packaged wizard takes for each page, and for how long it stands still while it works:
 * walks through all jobs inside the packaged program (folder {@code inside}), in several processes
 * one after the other; see README.md.
 */
public final class Pages {
  private static final int PROCESSES = Integer.getInteger("processes", 3);
  private static final int WALKS = 2;
  private static final int FEW_TOOLS = 3;
  private static final int MANY_TOOLS = 200;
  private static final double MOST_OPENING = 100;
  private static final double MOST_PAUSE = 50;
  private static final int MINUTES = 6;

  private final Path image;
  private final Path folder;
  private final Map<String, List<Double>> first = new TreeMap<>();
  private final Map<String, List<Double>> again = new TreeMap<>();
  private final Map<String, List<Double>> pauses = new TreeMap<>();

  Pages(Path image, Path folder) {
    this.image = image;
    this.folder = folder;
  }

  /** Arguments: the image, and the file for the pages by name. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("certwright-pages-");
    try (Screen screen = new Screen(folder)) {
      Pages pages = new Pages(Path.of(args[0]).toAbsolutePath(), folder);
      pages.measure(screen);
      Table table = new Table();
      pages.show(table);
      System.out.println(table.text() + "\n" + pages.all());
      Files.writeString(Path.of(args[1]), pages.all());
    } finally {
      Compare.remove(folder);
    }
  }

  /** Opens the wizard on this screen. */
  void measure(Screen screen) throws Exception {
    compile();
    for (int i = 0; i < PROCESSES; i++) {
      walk(screen, home("home" + i, FEW_TOOLS), WALKS);
    }
    walk(screen, home("many", MANY_TOOLS), 0);
  }

  /** Into the table that judges: the middle of all pages, and the slowest by name. */
  void show(Table table) {
    opening(table, "opening a page for the first time", first);
    opening(table, "opening a page again", again);
    pauses.forEach(
        (work, found) ->
            table.limit(
                "longest time between two pulses: " + work, Compare.median(found), "ms", MOST_PAUSE));
  }

  private static void opening(Table table, String what, Map<String, List<Double>> found) {
    List<Double> medians = found.values().stream().map(Compare::median).toList();
    String slowest =
        found.keySet().stream()
            .max(Comparator.comparing(page -> Compare.median(found.get(page))))
            .orElseThrow();
    table.limit(what + ": the middle of " + medians.size() + " pages", Compare.median(medians), "ms", MOST_OPENING);
    table.limit(what + ": the slowest (" + slowest + ")", Compare.median(found.get(slowest)), "ms", MOST_OPENING);
  }

  /** Every page by name. */
  String all() {
    StringBuilder text = new StringBuilder("| job: page | first time | again |\n|---|---|---|\n");
    first.forEach(
        (page, found) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.0f ms | %s |%n",
                    page,
                    Compare.median(found),
                    again.containsKey(page)
                        ? String.format(Locale.ROOT, "%.0f ms", Compare.median(again.get(page)))
                        : "")));
    return text.toString();
  }

  private Path classes() {
    return folder.resolve("inside");
  }

  private void compile() throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-proc:none",
                "-nowarn",
                "-cp",
                image.resolve("lib").resolve("app") + "/*",
                "-d",
                classes().toString()));
    try (Stream<Path> sources = Files.walk(Path.of("packaging", "benchmarks", "inside"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(words::add);
    }
    run(new ProcessBuilder(words), folder.resolve("compiled.txt"));
  }

  /** A home folder with tools to be set up, and a list of servers. */
  private Path home(String name, int tools) throws IOException {
    Path home = folder.resolve(name);
    for (int i = 0; i < tools; i++) {
      Path tool = home.resolve("tools").resolve("Cameo Systems Modeler " + i);
      for (String part : List.of("bin", "lib", "plugins")) {
        Files.createDirectories(tool.resolve(part));
      }
      Files.writeString(
          tool.resolve("bin/csm.properties"), "JAVA_HOME=\nJAVA_ARGS=\nCLASSPATH=\n");
    }
    Files.createDirectories(home.resolve("Documents"));
    Files.write(
        home.resolve("list.csv"),
        IntStream.range(0, 21).mapToObj(i -> i == 0 ? "name" : "s" + i + ".example.com").toList());
    return home;
  }

  private void walk(Screen screen, Path home, int walks) throws Exception {
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder = new ProcessBuilder(launcher(home, walks).toString());
    builder.environment().put("DISPLAY", screen.name());
    run(builder, said);
    for (String line : Files.readAllLines(said)) {
      String[] cells = line.split("\t", -1);
      if (cells.length == 4) {
        Map<String, List<Double>> into =
            cells[0].equals("pause") ? pauses : cells[2].equals("1") ? first : again;
        into.computeIfAbsent(cells[1], _ -> new ArrayList<>()).add(Double.valueOf(cells[3]));
      }
    }
  }

  /** The packaged launcher with all its options, but with what measures at the end of its class path. */
  private Path launcher(Path home, int walks) throws IOException {
    String script = Files.readString(image.resolve("bin").resolve("certwright"));
    String mine =
        script
            .replaceAll("(?m)^root=.*$", "root='" + image + "'")
            .replaceAll("-cp \"([^\"]*)\"", "-cp \"$1:" + classes() + "\"")
            .replace(
                " io.github.certwright.Main ",
                " io.github.certwright.PageTimes '" + home + "' " + walks + " ");
    if (mine.length() < script.length() + classes().toString().length() + home.toString().length()) {
      throw new IOException("The launcher is not as expected: " + script);
    }
    Path file = Files.writeString(folder.resolve("launcher"), mine, StandardCharsets.UTF_8);
    file.toFile().setExecutable(true);
    return file;
  }

  private static void run(ProcessBuilder builder, Path said) throws Exception {
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroy();
    if (!ended || process.waitFor() != 0) {
      throw new IOException(builder.command().getFirst() + " failed: " + Files.readString(said));
    }
  }
}
