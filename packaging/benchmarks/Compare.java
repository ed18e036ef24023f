import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The packaged program beside what people would use instead, in one run on one machine, by turns;
 * see README.md. Arguments: the image, the file for the table, and the file for the wizard's pages.
 */
public final class Compare {
  private static final int ROUNDS = Integer.getInteger("rounds", 9);
  private static final String WORD = "Benchmark-77";

  private final Path image;
  private final Path byPage;
  private final Path folder;
  private final Table table = new Table();

  private Compare(Path image, Path byPage, Path folder) {
    this.image = image;
    this.byPage = byPage;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("certwright-compare-");
    try {
      Compare compare = new Compare(Path.of(args[0]).toAbsolutePath(), Path.of(args[2]), folder);
      compare.commands();
      compare.windows();
      compare.sizes();
      String text = compare.table.text();
      System.out.println(text);
      Files.writeString(Path.of(args[1]), text);
    } finally {
      remove(folder);
    }
  }

  private void commands() throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> keytool = new ArrayList<>();
    List<Double> openssl = new ArrayList<>();
    List<Double> version = new ArrayList<>();
    for (int round = -1; round < ROUNDS; round++) {
      Path out = Files.createDirectories(folder.resolve("round" + round));
      double a = seconds(create(out));
      double b = keytool(out);
      double c = openssl(out);
      double d = seconds(List.of(launcher(), "--version"));
      if (round >= 0) {
        ours.add(a);
        keytool.add(b);
        openssl.add(c);
        version.add(d);
      }
    }
    table.ratio("`certwright create`, RSA 2048, all files", ours, "the three keytool commands", keytool, 0.25);
    table.ratio("`certwright create`, RSA 2048, all files", ours, "openssl: key, certificate, PKCS #12", openssl, 2);
    table.limit("`certwright --version`", median(version), "s", 0.15);
  }

  private List<String> create(Path out) {
    return List.of(launcher(), "create", "--quiet", "--server", "tw.example.com", "--generate-passwords", "--out", out.resolve("ours").toString());
  }

  private double keytool(Path out) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String store = out.resolve("k.jks").toString();
    String cer = out.resolve("k.cer").toString();
    return seconds(List.of(keytool, "-genkeypair", "-alias", "teamworkcloud", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=tw.example.com", "-ext", "SAN=dns:tw.example.com", "-validity", "825", "-storetype", "JKS", "-keystore", store, "-storepass", WORD, "-keypass", WORD))
        + seconds(List.of(keytool, "-exportcert", "-alias", "teamworkcloud", "-keystore", store, "-storepass", WORD, "-file", cer))
        + seconds(List.of(keytool, "-importcert", "-noprompt", "-alias", "teamworkcloud", "-file", cer, "-storetype", "JKS", "-keystore", out.resolve("c.jks").toString(), "-storepass", WORD));
  }

  private double openssl(Path out) throws Exception {
    String key = out.resolve("o.key").toString();
    String cer = out.resolve("o.cer").toString();
    return seconds(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cer, "-days", "825", "-subj", "/CN=tw.example.com", "-addext", "subjectAltName=DNS:tw.example.com"))
        + seconds(List.of("openssl", "pkcs12", "-export", "-inkey", key, "-in", cer, "-out", out.resolve("server.p12").toString(), "-passout", "pass:" + WORD))
        + seconds(List.of("openssl", "pkcs12", "-export", "-nokeys", "-in", cer, "-out", out.resolve("client.p12").toString(), "-passout", "pass:" + WORD));
  }

  private void windows() throws Exception {
    if (find("Xvfb").isEmpty()) {
      table.note("windows", "not measured: Xvfb is not installed");
      return;
    }
    try (Screen screen = new Screen(folder)) {
      Screen.Seen ours = screen.open(List.of(launcher()), folder);
      table.limit("wizard: process start to first page visible (Xvfb)", ours.seconds(), "s", 0.45);
      table.limit("wizard: resident memory, idle", ours.megabytes(), "MB", 150);
      beside(screen, "KeyStore Explorer", keyStoreExplorer(), ours, 0.15);
      beside(screen, "XCA", find("xca").map(program -> List.of(program.toString())), ours, 0);
      Pages pages = new Pages(image, folder);
      pages.measure(screen);
      pages.show(table);
      Files.writeString(byPage, pages.all());
    }
  }

  private void beside(
      Screen screen, String name, Optional<List<String>> words, Screen.Seen ours, double most)
      throws Exception {
    if (words.isEmpty()) {
      table.note("wizard beside " + name, "not installed here");
      return;
    }
    Screen.Seen theirs = screen.open(words.get(), folder);
    table.ratio(
        "wizard: first page",
        List.of(ours.seconds()),
        name + ": first window",
        List.of(theirs.seconds()),
        most);
  }

  /** Installed, or named by {@code KSE}: its folder, its jar, or a program that starts it. */
  private static Optional<List<String>> keyStoreExplorer() {
    String named = System.getenv("KSE");
    if (named == null) {
      return find("kse")
          .or(() -> find("keystore-explorer"))
          .map(program -> List.of(program.toString()));
    }
    Path path = Path.of(named).toAbsolutePath();
    Path program = Files.isDirectory(path) ? path.resolve("kse.jar") : path;
    if (!Files.isRegularFile(program)) {
      throw new IllegalArgumentException("KSE names no KeyStore Explorer: " + program);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Optional.of(
        program.toString().endsWith(".jar")
            ? List.of(java, "-jar", program.toString())
            : List.of(program.toString()));
  }

  private void sizes() throws IOException {
    table.limit("installed, with caches", size(image) / 1e6, "MB", 120);
    try (Stream<Path> files = Files.list(image.getParent())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".deb")).toList()) {
        table.limit(".deb", Files.size(file) / 1e6, "MB", 45);
      }
    }
  }

  private String launcher() {
    return image.resolve("bin").resolve("certwright").toString();
  }

  private double seconds(List<String> words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (code != 0) {
      throw new IOException(words.getFirst() + " ended with " + code + ": " + Files.readString(folder.resolve("log")));
    }
    return seconds;
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static Optional<Path> find(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1)).map(f -> Path.of(f, program)).filter(Files::isExecutable).findFirst();
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(Compare::length).sum();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
