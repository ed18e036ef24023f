package io.github.certwright.run;

import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.files.Access;
import io.github.certwright.files.Change;
import io.github.certwright.files.Content;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.WayBack;
import io.github.certwright.install.ClientPair;
import io.github.certwright.issue.Issued;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.run.RunReport.WrittenFile;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of one run that happens on this computer: key, certificate, files, tool folders; and its
 * undoing.
 */
final class LocalWork implements AutoCloseable {
  private final Workbench bench;
  private final Plan plan;
  private final PasswordAnswer passwords;
  private final StepTracker steps;
  private final Cancellation cancellation;
  private final List<WrittenFile> written = new ArrayList<>();
  private final List<FileTransaction> transactions = new ArrayList<>();
  private final InstallWork installs;
  private final Optional<ElevatedInstall> rights;
  private final KeySource source;
  private Optional<ClientPair> forAdministrator = Optional.empty();
  private Optional<CertificateFacts> certificate = Optional.empty();

  LocalWork(
      Workbench bench,
      Plan plan,
      PasswordAnswer passwords,
      StepTracker steps,
      Cancellation cancellation,
      Optional<ElevatedInstall> rights,
      KeySource source) {
    this.rights = rights;
    this.source = source;
    this.bench = bench;
    this.plan = plan;
    this.passwords = passwords;
    this.steps = steps;
    this.cancellation = cancellation;
    this.installs = new InstallWork(bench.installer(), steps, cancellation);
  }

  /**
   * Makes everything, commits it, and then installs it, so that no crash leaves a tool with a
   * certificate whose key is gone; still undoable by {@link #undo()}.
   *
   * @throws ProblemException when a file cannot be written; nothing is committed then
   */
  void makeAndInstall() throws ProblemException {
    cancellation.check();
    Issued issued = source.issue(bench, steps, cancellation);
    steps.done("trust");
    Instant now = Instant.now(bench.clock());
    try (PairFiles files = new PairFiles(plan, issued, passwords, now, bench.text())) {
      FileTransaction transaction = begin();
      if (plan.newFolder()) {
        transaction.makeFolder(plan.folder(), Access.OWNER_ONLY);
      }
      for (PlannedFile file : plan.files()) {
        if (file.role() != FileRole.REPORT) {
          write(transaction, file, files.of(file.role()));
        }
      }
      certificate = Optional.of(Facts.of(issued.certificate()));
      cancellation.check();
      transaction.commit();
      try (ClientPair pair =
          new ClientPair(
              files.of(FileRole.CLIENT_STORE),
              files.of(FileRole.CLIENT_PASSWORD),
              Fingerprint.of(issued.trusted()),
              issued.trusted().getNotAfter().toInstant())) {
        installs.run(plan.installs(), pair, Optional.of(plan.folder()));
        if (rights.isPresent()) {
          forAdministrator = Optional.of(pair.copy());
        }
      }
      cancellation.check();
    }
  }

  /**
   * Asks for an administrator's rights where tools need them and the person wants to be asked. What
   * is copied with them cannot be taken back here, so it comes last.
   */
  void installWithRights() {
    try (ClientPair pair = forAdministrator.orElse(null)) {
      if (pair != null) {
        installs.withRights(rights.orElseThrow(), pair);
      }
    } finally {
      forAdministrator = Optional.empty();
    }
  }

  /** Writes the report, in a transaction of its own. */
  void writeReport(byte[] page) throws ProblemException {
    for (PlannedFile file : plan.files()) {
      if (file.role() == FileRole.REPORT) {
        FileTransaction transaction = begin();
        write(transaction, file, page);
        transaction.commit();
      }
    }
  }

  private FileTransaction begin() throws ProblemException {
    FileTransaction transaction = bench.transaction();
    transactions.add(transaction);
    return transaction;
  }

  private void write(FileTransaction transaction, PlannedFile file, byte[] content)
      throws ProblemException {
    String step = step(file.role());
    cancellation.check();
    steps.running(step);
    if (!file.replaces() && Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
      throw new ProblemException(
          Problem.of("where.folder", "run.file.problem.appeared", file.path()));
    }
    transaction.write(
        file.path(), content, file.role().ownerOnly() ? Access.OWNER_ONLY : Access.AS_FOLDER);
    written.add(new WrittenFile(file.role(), file.path(), Content.sha256(content)));
    steps.done(step);
  }

  Optional<CertificateFacts> certificate() {
    return certificate;
  }

  List<WrittenFile> written() {
    return List.copyOf(written);
  }

  InstallWork installs() {
    return installs;
  }

  /** What was there before and was kept. */
  List<Change> backups() {
    List<Change> changes = new ArrayList<>(installs.changes());
    transactions.forEach(transaction -> changes.addAll(transaction.changes()));
    return changes.stream().filter(change -> change.backup().isPresent()).toList();
  }

  /**
   * The folder whose {@code cert.jks} and {@code cert.pass} the proof uses: an installed one where
   * there is one.
   */
  Path proofFolder() {
    return installs.firstInstalled().map(tool -> tool.resolve("certs")).orElse(plan.folder());
  }

  /** What takes everything back another day, part by part. */
  Map<String, WayBack> waysBack() {
    Map<String, WayBack> ways = new LinkedHashMap<>();
    for (FileTransaction transaction : transactions) {
      boolean first = ways.isEmpty();
      ways.put(first ? JobReceipts.FILES : JobReceipts.REPORT, transaction.wayBack());
      if (first) {
        installs.wayBack().ifPresent(way -> ways.put(JobReceipts.TOOLS, way));
      }
    }
    return ways;
  }

  /** Takes everything back, last first; empty when everything is as it was. */
  List<Problem> undo() {
    List<Problem> problems = new ArrayList<>(installs.undo());
    for (FileTransaction transaction : transactions.reversed()) {
      problems.addAll(transaction.rollback());
    }
    written.removeIf(file -> !stands(file));
    if (standing().isEmpty()) {
      certificate = Optional.empty();
    }
    return problems;
  }

  private static boolean stands(WrittenFile file) {
    try {
      return Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)
          && Content.sha256(Files.readAllBytes(file.path())).equals(file.sha256());
    } catch (IOException _) {
      return true;
    }
  }

  /** The steps whose work is on the disk. */
  Set<String> standing() {
    Set<String> ids = installs.standing();
    written.forEach(file -> ids.add(step(file.role())));
    return ids;
  }

  private static String step(FileRole role) {
    return "write." + role.word();
  }

  /** Ends the transactions: what is committed stays, what is not is taken back. */
  @Override
  public void close() {
    forAdministrator.ifPresent(ClientPair::close);
    installs.close();
    transactions.reversed().forEach(FileTransaction::close);
  }
}
