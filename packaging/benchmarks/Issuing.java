import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.ListAnswers;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.plan.ListPlan;
import io.github.certwright.problem.Checked;
import io.github.certwright.run.AuthorityJob;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Finished;
import io.github.certwright.run.ListJob;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures issuing 1,000 certificates from a list against bare key generation and signing on all
 * cores in the same run, and the memory it needs; see README.md.
 */
public final class Issuing {
  private static final int SERVERS = 1_000;
  private static final int ROUNDS = 9;
  private static final int WARM_UP = 20;
  private static final double LEAST = 0.85;
  private static final double MOST_MEMORY = 1.1;

  private final Path folder;
  private final Workbench bench;
  private final OpenAuthority authority;

  private Issuing(Path folder) throws Exception {
    this.folder = folder;
    Machine machine =
        new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), folder);
    this.bench =
        new Workbench(
            machine,
            Disk.real(),
            folder.resolve("journals"),
            Clock.systemUTC(),
            new SecureRandom(),
            Text.english());
    this.authority = authority();
  }

  /** Argument: a folder on the disk to be measured; a new one below it is made and removed. */
  public static void main(String[] args) throws Exception {
    Path on = Path.of(args.length > 0 ? args[0] : "target").toAbsolutePath();
    Files.createDirectories(on);
    Path folder = Files.createTempDirectory(on, "issuing-");
    try {
      boolean good = new Issuing(folder).measure();
      System.exit(good ? 0 : 1);
    } finally {
      remove(folder);
    }
  }

  private OpenAuthority authority() throws Exception {
    AuthorityJob job = new AuthorityJob(bench);
    try (AuthorityAnswers answers =
            new AuthorityAnswers(
                "Benchmark Root",
                OrganisationAnswer.none(),
                KeyChoice.EC384,
                3652,
                List.of(),
                Secret.ofText("benchmark-1"),
                Secret.ofText("benchmark-1"),
                folder.resolve("authority").toString(),
                false);
        Finished finished =
            job.create(
                good(job.plan(answers)), answers.password(), Progress.none(), new Cancellation())) {
      expectDone(finished.report());
      return job.open(folder.resolve("authority/authority.p12"), answers.password());
    }
  }

  private boolean measure() throws Exception {
    List<Long> made = new ArrayList<>();
    List<Long> bare = new ArrayList<>();
    List<Long> written = new ArrayList<>();
    Path csv = csv(SERVERS);
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long ours;
      long theirs;
      if (i % 2 == 0) {
        ours = time(() -> make(csv));
        theirs = time(this::bare);
      } else {
        theirs = time(this::bare);
        ours = time(() -> make(csv));
      }
      if (i >= 0) {
        made.add(ours);
        bare.add(theirs);
      }
    }
    for (int i = 0; i < 3; i++) {
      Path out = folder.resolve("out-" + i);
      written.add(time(() -> write(csv, out)));
      remove(out);
    }
    double ratio = (double) median(bare) / median(made);
    System.out.printf(Locale.ROOT, "1,000 certificates made, median    %8.0f ms%n", ms(made));
    System.out.printf(Locale.ROOT, "bare keys and signatures, median   %8.0f ms%n", ms(bare));
    System.out.printf(
        Locale.ROOT, "speed beside bare work             %8.2f, at least %.2f%n", ratio, LEAST);
    System.out.printf(Locale.ROOT, "with all files on the disk, median %8.0f ms%n", ms(written));
    long[] memory = memory(csv(8 * SERVERS));
    double growth = (double) memory[1] / memory[0];
    System.out.printf(
        Locale.ROOT,
        "memory after 1,000 and 8,000       %8.1f and %.1f MB: %.2f times, at most %.2f%n",
        memory[0] / 1e6,
        memory[1] / 1e6,
        growth,
        MOST_MEMORY);
    return ratio >= LEAST && growth <= MOST_MEMORY;
  }

  private Path csv(int lines) throws IOException {
    return Files.writeString(
        folder.resolve(lines + ".csv"),
        IntStream.range(0, lines)
            .mapToObj(i -> "server" + i + ".example.com,s" + i + " 10.1." + i / 250 + "." + i % 250 + ",365")
            .collect(Collectors.joining("\n", "name,also,days\n", "\n")));
  }

  private ListAnswers answers(Path out) {
    return new ListAnswers(
        Secret.ofText("benchmark-2"),
        Secret.ofText("benchmark-3"),
        OrganisationAnswer.none(),
        KeyChoice.EC256,
        825,
        "teamworkcloud",
        StoreFormat.JKS,
        out.toString(),
        false,
        false);
  }

  /** From the list to keystores and certificates in memory. */
  private void make(Path csv) throws Exception {
    ListJob job = new ListJob(bench);
    try (ListAnswers answers = answers(folder.resolve("none"))) {
      ListPlan plan = good(job.plan(answers, job.read(csv), authority));
      AtomicInteger count = new AtomicInteger();
      job.make(plan, authority, answers, new Cancellation(), _ -> count.incrementAndGet());
      if (count.get() != plan.servers().size()) {
        throw new IllegalStateException("Not all were made.");
      }
    }
  }

  private void write(Path csv, Path out) throws Exception {
    ListJob job = new ListJob(bench);
    try (ListAnswers answers = answers(out)) {
      ListPlan plan = good(job.plan(answers, job.read(csv), authority));
      try (Finished finished =
          job.run(plan, authority, answers, Progress.none(), new Cancellation())) {
        expectDone(finished.report());
      }
    }
  }

  /** One P-256 key and one signature of the authority's P-384 key for each server, on all cores. */
  private void bare() throws Exception {
    KeyPairGenerator large = KeyPairGenerator.getInstance("EC");
    large.initialize(new ECGenParameterSpec("secp384r1"));
    PrivateKey root = large.generateKeyPair().getPrivate();
    byte[] toBeSigned = new byte[400];
    int cores = Runtime.getRuntime().availableProcessors();
    AtomicInteger next = new AtomicInteger();
    SecureRandom random = new SecureRandom();
    try (var pool = Executors.newFixedThreadPool(cores)) {
      List<Future<?>> all = new ArrayList<>();
      for (int core = 0; core < cores; core++) {
        all.add(
            pool.submit(
                () -> {
                  while (next.getAndIncrement() < SERVERS) {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
                    KeyPair pair = generator.generateKeyPair();
                    Signature signature = Signature.getInstance("SHA384withECDSA");
                    signature.initSign(root, random);
                    signature.update(toBeSigned);
                    signature.update(pair.getPublic().getEncoded());
                    signature.sign();
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /** The memory that is still in use after a collection, early and late in one list. */
  private long[] memory(Path csv) throws Exception {
    ListJob job = new ListJob(bench);
    try (ListAnswers answers = answers(folder.resolve("none"))) {
      ListPlan plan = good(job.plan(answers, job.read(csv), authority));
      AtomicInteger count = new AtomicInteger();
      long[] used = new long[2];
      job.make(
          plan,
          authority,
          answers,
          new Cancellation(),
          _ -> {
            int now = count.incrementAndGet();
            if (now == SERVERS || now == plan.servers().size()) {
              System.gc();
              used[now == SERVERS ? 0 : 1] =
                  ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            }
          });
      return used;
    }
  }

  private interface Act {
    void run() throws Exception;
  }

  private static long time(Act act) throws Exception {
    long start = System.nanoTime();
    act.run();
    return System.nanoTime() - start;
  }

  private static long median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static double ms(List<Long> values) {
    return median(values) / 1e6;
  }

  private static <T> T good(Checked<T> checked) {
    if (checked instanceof Checked.Good<T>(T value, var _)) {
      return value;
    }
    throw new IllegalStateException(String.valueOf(checked.problems()));
  }

  private static void expectDone(RunReport report) {
    if (report.state() != RunReport.State.DONE) {
      throw new IllegalStateException(String.valueOf(report.problems()));
    }
  }

  private static void remove(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
