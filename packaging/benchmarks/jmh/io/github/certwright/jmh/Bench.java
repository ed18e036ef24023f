package io.github.certwright.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs all benchmarks of {@link Inner} and writes them as a table, in pairs. */
public final class Bench {
  private static final String BARE = "Bare";

  private static final List<Row> ROWS =
      List.of(
          new Row("issue", "", "a server's certificate, issued", "its signature"),
          new Row("write", "JKS", "JKS keystore, written", "Java's KeyStore"),
          new Row("write", "PKCS12", "PKCS #12 keystore, written", "Java's KeyStore"),
          new Row("read", "JKS", "JKS keystore, read and checked", "Java's KeyStore"),
          new Row("read", "PKCS12", "PKCS #12 keystore, read and checked", "Java's KeyStore"),
          new Row("chain", "", "an authority's answer, read and judged", "Java's PKIX validation"),
          new Row("links", "", "a chain, read and drawn", "its signature"));

  private final Collection<RunResult> results;

  private Bench(Collection<RunResult> results) {
    this.results = results;
  }

  /** Argument: the file for the table. */
  public static void main(String[] args) throws RunnerException, IOException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(Inner.class.getName() + "\\.")
                    .forks(1)
                    .warmupIterations(2)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(Integer.getInteger("rounds", 5))
                    .measurementTime(TimeValue.seconds(1))
                    .shouldFailOnError(true)
                    .build())
            .run();
    String table = new Bench(results).table();
    System.out.println(table);
    Files.writeString(Path.of(args[0]), table);
  }

  private String table() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        "Averages by JMH, RSA 2048, in one run on %s: %d cores%s.%n%n"
            .formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), load()));
    text.append("| what | Certwright | beside it | ratio |\n|---|---|---|---|\n");
    for (Row row : ROWS) {
      double ours = micros(row.name(), row.format());
      double bare = micros(row.name() + BARE, row.format());
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.0f µs | %s: %.0f µs | %.2f |%n",
              row.what(),
              ours,
              row.beside(),
              bare,
              ours / bare));
    }
    return text.toString();
  }

  private double micros(String benchmark, String format) {
    return results.stream()
        .filter(result -> fits(result.getParams(), benchmark, format))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult()
        .getScore();
  }

  private static boolean fits(BenchmarkParams params, String benchmark, String format) {
    return params.getBenchmark().endsWith("." + benchmark)
        && (format.isEmpty() || params.getParam("format").equals(format));
  }

  private static String load() throws IOException {
    Path file = Path.of("/proc/loadavg");
    return Optional.of(file).filter(Files::exists).isEmpty()
        ? ""
        : ", load " + Files.readString(file).split(" ", -1)[0] + " at the end";
  }

  /**
   * A line of the table.
   *
   * @param name of the benchmark; with {@code Bare} behind it, of what stands beside it
   */
  private record Row(String name, String format, String what, String beside) {}
}
