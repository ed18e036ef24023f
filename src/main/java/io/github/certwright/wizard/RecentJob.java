package io.github.certwright.wizard;

import io.github.certwright.settings.PastJob;
import io.github.certwright.tls.Fingerprint;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job of the past: what the settings remember of it together with what can be undone of it.
 *
 * @param kind the command's name, for example {@link PastJob#CREATE}
 * @param server the main name of its certificate
 * @param when it ended
 * @param ends when its certificate ends, where that is known
 * @param folder in which it wrote files
 * @param tools the install folders of the tools that it changed
 * @param fingerprint of its certificate
 * @param sent whether a server was sent the keystore, so that its files stay
 * @param receipt finds the way back; empty when there is none
 * @param undone when it was undone, if it was
 */
public record RecentJob(
    String kind,
    String server,
    Instant when,
    Optional<Instant> ends,
    Optional<Path> folder,
    List<Path> tools,
    Optional<Fingerprint> fingerprint,
    boolean sent,
    Optional<String> receipt,
    Optional<Instant> undone) {
  /** The kind of a job that only made a request. */
  public static final String REQUEST = "request";

  public RecentJob {
    tools = List.copyOf(tools);
  }

  /** What the settings remember, without a way back. */
  static RecentJob of(PastJob job) {
    return new RecentJob(
        job.kind(),
        job.server(),
        job.created(),
        Optional.of(job.ends()),
        path(job.folder()),
        List.of(),
        Fingerprint.read(job.fingerprint()),
        false,
        Optional.empty(),
        job.undone());
  }

  /**
   * Both lists as one, newest first; a job that stands in both is one.
   *
   * @param history what the settings remember
   * @param kept the jobs that left a receipt, also those started from the command line
   */
  public static List<RecentJob> merged(List<PastJob> history, List<RecentJob> kept) {
    Map<String, RecentJob> receipts = new HashMap<>();
    kept.forEach(job -> job.receipt().ifPresent(id -> receipts.put(id, job)));
    List<RecentJob> all = new ArrayList<>();
    for (PastJob past : history) {
      RecentJob receipt = receipts.remove(past.receipt());
      all.add(receipt == null ? of(past) : receipt.knowing(of(past)));
    }
    all.addAll(receipts.values());
    all.sort(Comparator.comparing(RecentJob::when).reversed());
    return List.copyOf(all);
  }

  /** Whether something can still be put back. */
  public boolean mayUndo() {
    return receipt.isPresent() && undone.isEmpty() && !(sent && tools.isEmpty());
  }

  /**
   * Calendar days from today, in the clock's time zone, to the day on which the certificate ends.
   */
  public Optional<Long> daysLeft(Clock clock) {
    return ends.map(
        end ->
            ChronoUnit.DAYS.between(
                LocalDate.now(clock), LocalDate.ofInstant(end, clock.getZone())));
  }

  private RecentJob knowing(RecentJob remembered) {
    return new RecentJob(
        kind,
        remembered.server.isEmpty() ? server : remembered.server,
        when,
        ends.or(remembered::ends),
        folder.or(remembered::folder),
        tools,
        fingerprint.or(remembered::fingerprint),
        sent,
        receipt,
        undone.or(remembered::undone));
  }

  private static Optional<Path> path(String words) {
    try {
      return Optional.of(words).filter(folder -> !folder.isBlank()).map(Path::of);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
