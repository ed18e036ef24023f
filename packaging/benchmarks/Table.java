import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as a table in Markdown. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  void ratio(String ours, List<Double> mine, String other, List<Double> theirs, double most) {
    double ratio = Compare.median(mine) / Compare.median(theirs);
    row(ours, format("%.2f s", Compare.median(mine)), other + ": " + format("%.2f s", Compare.median(theirs)), format("%.2f", ratio), most == 0 ? "-" : format("%.2f", most), most == 0 ? "-" : ratio <= most ? "yes" : "**no**");
  }

  void limit(String what, double value, String unit, double most) {
    String shape = unit.equals("s") ? "%.3f s" : "%.1f " + unit;
    row(what, format(shape, value), "", "", format("%.2f " + unit, most), value <= most ? "yes" : "**no**");
  }

  void note(String what, String words) {
    row(what, "", words, "", "", "-");
  }

  private void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  String text() throws IOException {
    String load = Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
    return "Medians, measured by turns in one run on " + LocalDate.now() + ": "
        + Runtime.getRuntime().availableProcessors() + " cores, load " + load + " at the end (0 to 1 means that nothing else ran).\n\n"
        + "| what | Certwright | beside it | ratio | at most | reached |\n|---|---|---|---|---|---|\n"
        + String.join("\n", lines) + "\n";
  }

  private static String format(String shape, double value) {
    return String.format(Locale.ROOT, shape, value);
  }
}
