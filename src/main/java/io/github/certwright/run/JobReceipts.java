package io.github.certwright.run;

import io.github.certwright.files.Change;
import io.github.certwright.files.Receipt;
import io.github.certwright.files.ReceiptIntent;
import io.github.certwright.files.Receipts;
import io.github.certwright.files.WayBack;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.CertificateFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps the one receipt of a job that changed something, so that it can be undone another day. */
final class JobReceipts {
  static final String FILES = "files";
  static final String TOOLS = "tools";
  static final String RIGHTS = "tools-with-rights";
  static final String REPORT = "report";

  private static final int MOST = 50;
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Workbench bench;
  private final Receipts receipts;
  private final Map<String, String> extra = new LinkedHashMap<>();
  private final String id;

  JobReceipts(Workbench bench) {
    this.bench = bench;
    this.receipts = bench.receipts();
    byte[] more = new byte[2];
    bench.random().nextBytes(more);
    this.id = ID.format(Instant.now(bench.clock())) + "-" + HexFormat.of().formatHex(more);
  }

  /** Keeps, in the next receipt, where a keystore is sent. */
  void sendsTo(PlannedUpload upload) {
    extra.putAll(SendOrder.notes(upload));
  }

  /**
   * What a job was.
   *
   * @param job the command's name
   * @param certificate that it made or installed
   * @param folder in which it wrote files
   * @param tools in which it installed
   * @param sent whether a server was sent the keystore
   */
  record Made(
      String job,
      Optional<CertificateFacts> certificate,
      Optional<Path> folder,
      List<Path> tools,
      boolean sent) {}

  /**
   * What recovery keeps when this process is killed between its commit and {@link #keep}.
   *
   * @param made the job as it is planned
   * @param part the part that the one transaction of the job makes
   */
  ReceiptIntent intent(Made made, String part) {
    return new ReceiptIntent(id, part, notes(made));
  }

  /**
   * Keeps one; the oldest are forgotten when there are many, and their backups stay.
   *
   * @param problems hears when that is not possible, because the job itself went well
   * @return its identifier; empty when nothing was changed or it could not be kept
   */
  Optional<String> keep(Made made, Map<String, WayBack> ways, List<Problem> problems) {
    Map<String, WayBack> parts = new LinkedHashMap<>(ways);
    parts.values().removeIf(WayBack::isEmpty);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return keep(notes(made), parts, problems);
  }

  /** Keeps one of a change of trust stores, which no file takes back. */
  Optional<String> keepTrust(TrustUndo undo, List<Problem> problems) {
    CertificateFacts facts = Facts.of(undo.anchor().certificate());
    Map<String, String> notes =
        notes(new Made("trust", Optional.of(facts), Optional.empty(), List.of(), false));
    notes.putAll(undo.notes());
    return keep(notes, Map.of(), problems);
  }

  private Map<String, String> notes(Made made) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("job", made.job());
    notes.put("when", Instant.now(bench.clock()).toString());
    made.certificate()
        .ifPresent(
            facts -> {
              notes.put(
                  "server", facts.names().isEmpty() ? facts.subject() : facts.names().getFirst());
              notes.put("fingerprint", facts.sha256().withColons());
              notes.put("ends", facts.notAfter().toString());
            });
    made.folder().ifPresent(folder -> notes.put("folder", folder.toString()));
    notes.put("tools", String.join("\n", made.tools().stream().map(Path::toString).toList()));
    notes.put("sent", String.valueOf(made.sent()));
    notes.putAll(extra);
    return notes;
  }

  private Optional<String> keep(
      Map<String, String> notes, Map<String, WayBack> parts, List<Problem> problems) {
    try {
      receipts.keep(new Receipt(id, notes, parts));
      forgetOld();
      return Optional.of(id);
    } catch (ProblemException e) {
      problems.add(
          Problem.warning("", "run.undo.warning.not-kept").withDetail(e.problem().detail()));
      return Optional.empty();
    }
  }

  /**
   * What was copied with an administrator's rights; it is taken back by somebody who has them.
   *
   * @param problems hears when it cannot be noted
   */
  Optional<WayBack> withRights(InstallWork work, List<Problem> problems) {
    List<Change> changes =
        work.installedWithRights().stream().flatMap(done -> done.changes().stream()).toList();
    try {
      return changes.isEmpty() ? Optional.empty() : Optional.of(WayBack.of(bench.disk(), changes));
    } catch (ProblemException e) {
      problems.add(
          Problem.warning("", "run.undo.warning.not-kept").withDetail(e.problem().detail()));
      return Optional.empty();
    }
  }

  private void forgetOld() throws ProblemException {
    List<Receipt> all = receipts.all();
    for (Receipt old : all.subList(Math.min(MOST, all.size()), all.size())) {
      receipts.drop(old.id());
    }
  }

  /** A job was undone at once, so that nothing is left to undo. */
  void drop(String id) {
    try {
      receipts.drop(id);
    } catch (ProblemException e) {
      System.getLogger(JobReceipts.class.getName())
          .log(System.Logger.Level.DEBUG, "A receipt stays although its job was undone.", e);
    }
  }

  /**
   * A server was sent a keystore: whichever job wrote that file keeps it from now on.
   *
   * @param sha256 of the keystore
   * @return a warning when this could not be noted
   */
  Optional<Problem> sent(String sha256) {
    try {
      for (Receipt receipt : receipts.all()) {
        if (receipt.parts().values().stream().anyMatch(way -> way.wrote(sha256))) {
          receipts.keep(receipt.with("sent", "true"));
        }
      }
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(
          Problem.warning("", "run.undo.warning.not-kept").withDetail(e.problem().detail()));
    }
  }
}
