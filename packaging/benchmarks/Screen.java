import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A screen of its own (Xvfb), whose picture is watched in memory, so that every program is measured
 * the same way, from outside: a page is visible when 97 % of what it changes on the screen is there.
 */
final class Screen implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int ROUNDS = Math.min(5, Integer.getInteger("rounds", 5));
  private static final long SETTLED = 2_000_000_000L;
  private static final long LONGEST = 60_000_000_000L;

  private final Process server;
  private final String name;
  private final ByteBuffer picture;

  Screen(Path folder) throws Exception {
    name = ":" + (90 + ProcessHandle.current().pid() % 100);
    Path frames = Files.createDirectories(folder.resolve("frames"));
    server =
        new ProcessBuilder("Xvfb", name, "-screen", "0", WIDTH + "x" + HEIGHT + "x24", "-nolisten", "tcp", "-fbdir", frames.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("xvfb").toFile())
            .start();
    Path file = frames.resolve("Xvfb_screen0");
    for (int i = 0; i < 200 && !Files.exists(file); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    TimeUnit.SECONDS.sleep(1);
    try (FileChannel channel = FileChannel.open(file)) {
      picture = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }

  /** For DISPLAY. */
  String name() {
    return name;
  }

  /** Medians: seconds until the page was visible, and megabytes resident when all was quiet. */
  record Seen(double seconds, double megabytes) {}

  Seen open(List<String> words, Path home) throws Exception {
    List<Double> seconds = new ArrayList<>();
    List<Double> megabytes = new ArrayList<>();
    for (int round = -1; round < ROUNDS; round++) {
      Seen seen = once(words, home);
      if (round >= 0) {
        seconds.add(seen.seconds());
        megabytes.add(seen.megabytes());
      }
    }
    return new Seen(Compare.median(seconds), Compare.median(megabytes));
  }

  private Seen once(List<String> words, Path home) throws Exception {
    byte[] before = look();
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
    builder.environment().put("DISPLAY", name);
    builder.environment().put("XDG_STATE_HOME", home.toString());
    builder.environment().put("XDG_CONFIG_HOME", home.toString());
    long start = System.nanoTime();
    Process process = builder.start();
    List<byte[]> pictures = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    byte[] last = before;
    long changed = start;
    while (System.nanoTime() - start < LONGEST && (pictures.isEmpty() || System.nanoTime() - changed < SETTLED)) {
      if (!process.isAlive()) {
        throw new IOException(words.getFirst() + " ended: " + Files.readString(home.resolve("log")));
      }
      byte[] now = look();
      if (!Arrays.equals(now, last)) {
        changed = System.nanoTime();
        times.add(changed - start);
        pictures.add(now);
        last = now;
      }
      TimeUnit.MILLISECONDS.sleep(3);
    }
    double megabytes = resident(process);
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.waitFor();
    TimeUnit.MILLISECONDS.sleep(500);
    return new Seen(visible(before, last, pictures, times) / 1e9, megabytes);
  }

  private static long visible(byte[] before, byte[] last, List<byte[]> pictures, List<Long> times) {
    long all = same(before, last, last);
    for (int i = 0; i < pictures.size(); i++) {
      if (same(before, last, pictures.get(i)) >= all * 0.97) {
        return times.get(i);
      }
    }
    return LONGEST;
  }

  /** How many of the points that the program changed have their last colour already. */
  private static long same(byte[] before, byte[] last, byte[] now) {
    long same = 0;
    for (int i = 0; i < before.length; i++) {
      same += before[i] != last[i] && now[i] == last[i] ? 1 : 0;
    }
    return same;
  }

  private byte[] look() {
    int start = picture.capacity() - WIDTH * HEIGHT * 4;
    byte[] points = new byte[(HEIGHT / 4) * (WIDTH / 2)];
    int next = 0;
    for (int y = 0; y < HEIGHT; y += 4) {
      for (int x = 0; x < WIDTH; x += 2) {
        points[next++] = picture.get(start + (y * WIDTH + x) * 4 + 1);
      }
    }
    return points;
  }

  private static double resident(Process process) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
      }
    }
    return 0;
  }

  @Override
  public void close() throws Exception {
    server.destroy();
    server.waitFor();
  }
}
