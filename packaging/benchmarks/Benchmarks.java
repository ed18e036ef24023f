import io.github.certwright.files.Machine;
import io.github.certwright.install.FoundTool;
import io.github.certwright.install.ToolFinder;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Finished;
import io.github.certwright.run.InstallJob;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures the search for modeling tools against {@code find} and the installation against plain
 * copies, each on the same disk in the same run; see README.md.
 */
public final class Benchmarks {
  private static final int DIRECTORIES = 20_000;
  private static final int TOOLS = 200;
  private static final int ROUNDS = 21;
  private static final int WARM_UP = 3;

  private final Path folder;
  private int failures;

  private Benchmarks(Path folder) {
    this.folder = folder;
  }

  /** Argument: a folder on the disk to be measured; a new one below it is made and removed. */
  public static void main(String[] args) throws Exception {
    Path on = Path.of(args.length > 0 ? args[0] : "target").toAbsolutePath();
    Files.createDirectories(on);
    Path folder = Files.createTempDirectory(on, "benchmarks-");
    try {
      Benchmarks benchmarks = new Benchmarks(folder);
      System.out.printf("%-44s %10s %10s %7s %7s%n", "medians of " + ROUNDS + " rounds", "ours ms",
          "other ms", "ratio", "at most");
      benchmarks.search();
      benchmarks.install();
      System.exit(benchmarks.failures == 0 ? 0 : 1);
    } finally {
      remove(folder);
    }
  }

  private interface Act {
    void run() throws Exception;
  }

  private void search() throws Exception {
    Path home = folder.resolve("home");
    Path root = tree(home);
    Machine machine =
        new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), home);
    List<Long> ours = new ArrayList<>();
    List<Long> theirs = new ArrayList<>();
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      // In turns, so that neither always finds the disk and the processor as the other left them.
      boolean first = i % 2 == 0;
      long find = first ? time(() -> find(root)) : 0;
      long mine = time(() -> expect(3, ToolFinder.find(machine, () -> false).stream()
          .filter(tool -> tool.path().startsWith(home)).map(FoundTool::path).toList()));
      find = first ? find : time(() -> find(root));
      if (i >= 0) {
        ours.add(mine);
        theirs.add(find);
      }
    }
    row("search of 20,000 directories : find", ours, theirs, 2.0);
  }

  /** 20,000 directories, none deeper than the search looks, with three tools among them. */
  private static Path tree(Path home) throws IOException {
    int groups = 140;
    int each = DIRECTORIES / groups;
    int left = DIRECTORIES;
    for (int i = 0; left > 0; i++) {
      Path group = home.resolve("group" + i);
      Files.createDirectories(group);
      left--;
      for (int j = 0; j < each && left > 0; j++, left--) {
        Files.createDirectory(group.resolve("folder" + j));
      }
    }
    for (int i = 0; i < 3; i++) {
      tool(home.resolve("group" + (i * 40)).resolve("Cameo Systems Modeler " + i));
    }
    return home;
  }

  private static void find(Path root) throws Exception {
    Process process =
        new ProcessBuilder("find", root.toString(), "-name", "*.properties")
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    expect(3, new String(process.getInputStream().readAllBytes()).lines().toList());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("find failed");
    }
  }

  private void install() throws Exception {
    Path source = pair();
    byte[] store = Files.readAllBytes(source.resolve("cert.jks"));
    byte[] password = Files.readAllBytes(source.resolve("cert.pass"));
    List<Long> ours = new ArrayList<>();
    List<Long> theirs = new ArrayList<>();
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      Path mine = tools("ours" + (i + WARM_UP));
      Path plain = tools("plain" + (i + WARM_UP));
      boolean first = i % 2 == 0;
      long copies = first ? time(() -> copy(plain, store, password)) : 0;
      long installed = installInto(mine, source.resolve("certificate.cer"));
      copies = first ? copies : time(() -> copy(plain, store, password));
      if (i >= 0) {
        ours.add(installed);
        theirs.add(copies);
      }
      remove(mine);
      remove(plain);
    }
    row("install into 200 tools : copies with fsync", ours, theirs, 1.3);
  }

  private Path tools(String name) throws IOException {
    Path root = folder.resolve(name);
    for (int i = 0; i < TOOLS; i++) {
      tool(root.resolve("tool" + i));
    }
    return root;
  }

  private static void tool(Path tool) throws IOException {
    for (String part : List.of("bin", "lib", "plugins")) {
      Files.createDirectories(tool.resolve(part));
    }
    Files.writeString(tool.resolve("bin/csm.properties"), "JAVA_HOME=\nJAVA_ARGS=\nCLASSPATH=\n");
  }

  private long installInto(Path root, Path certificate) throws Exception {
    InstallJob job = new InstallJob(bench(), ServerTools.usual().probe());
    List<Path> tools;
    try (Stream<Path> all = Files.list(root)) {
      tools = all.sorted().toList();
    }
    if (!(job.plan(tools) instanceof Checked.Good<List<PlannedInstall>> plan)) {
      throw new IllegalStateException("The tools are not good.");
    }
    try (ReadPair pair = job.read(new PairSource.Certificate(certificate), () -> false)) {
      return time(() -> {
        try (Finished finished = job.run(pair, plan.value(), Optional.empty(), Progress.none(),
            new Cancellation())) {
          if (finished.report().state() != RunReport.State.DONE) {
            throw new IllegalStateException(String.valueOf(finished.report().problems()));
          }
        }
      });
    }
  }

  private Workbench bench() {
    return new Workbench(
        new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), folder),
        io.github.certwright.files.Disk.real(),
        folder.resolve("state").resolve("journals"),
        Clock.systemDefaultZone(),
        new SecureRandom(),
        Text.english());
  }

  /** A pair of the usual size, made by other people's program. */
  private Path pair() throws Exception {
    Path made = Files.createDirectory(folder.resolve("pair"));
    keytool(made, "-genkeypair", "-alias", "twc", "-keyalg", "RSA", "-keysize", "2048", "-dname",
        "CN=twcloud.example.com", "-keystore", "key.jks", "-storepass", "secret-1");
    keytool(made, "-exportcert", "-alias", "twc", "-keystore", "key.jks", "-storepass", "secret-1",
        "-file", "certificate.cer");
    keytool(made, "-importcert", "-noprompt", "-alias", "twc", "-file", "certificate.cer",
        "-keystore", "cert.jks", "-storetype", "JKS", "-storepass", "secret-2");
    Files.writeString(made.resolve("cert.pass"), "secret-2");
    return made;
  }

  private static void keytool(Path in, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(args));
    Process process =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }

  private static void copy(Path root, byte[] store, byte[] password) throws IOException {
    for (int i = 0; i < TOOLS; i++) {
      Path certs = Files.createDirectory(root.resolve("tool" + i).resolve("certs"));
      write(certs.resolve("cert.jks"), store);
      write(certs.resolve("cert.pass"), password);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(content));
      channel.force(true);
    }
  }

  private static void expect(int count, List<?> found) {
    if (found.size() != count) {
      throw new IllegalStateException(found.size() + " found instead of " + count);
    }
  }

  private static long time(Act act) throws Exception {
    long start = System.nanoTime();
    act.run();
    return System.nanoTime() - start;
  }

  /**
   * Judges by the median of the rounds' own ratios: both parts of a round met the same computer,
   * whatever else it did meanwhile.
   */
  private void row(String name, List<Long> ours, List<Long> theirs, double most) {
    double mine = median(ours) / TimeUnit.MILLISECONDS.toNanos(1);
    double other = median(theirs) / TimeUnit.MILLISECONDS.toNanos(1);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / (double) theirs.get(i));
    }
    double ratio = median(ratios);
    failures += ratio > most ? 1 : 0;
    System.out.printf(Locale.ROOT, "%-44s %10.1f %10.1f %7.2f %7.2f%s%n", name, mine, other,
        ratio, most, ratio > most ? "  MISSED" : "");
  }

  private static double median(List<? extends Number> values) {
    return values.stream().mapToDouble(Number::doubleValue).sorted().toArray()[values.size() / 2];
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
