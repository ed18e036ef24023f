package io.github.certwright.run;

import io.github.certwright.files.Access;
import io.github.certwright.files.Content;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.Plan.Step;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.RunReport.WrittenFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A run that only writes files: all of them or none, with a receipt and a way back. */
final class FileWork {
  private final Workbench bench;
  private final String job;
  private final Path folder;
  private final StepTracker steps;
  private final Cancellation cancellation;
  private final JobReceipts receipts;
  private final List<WrittenFile> written = new ArrayList<>();
  private Optional<CertificateFacts> certificate = Optional.empty();

  FileWork(
      Workbench bench,
      String job,
      Path folder,
      List<Step> steps,
      Progress progress,
      Cancellation cancellation) {
    this.bench = bench;
    this.job = job;
    this.folder = folder;
    this.steps = new StepTracker(steps, progress);
    this.cancellation = cancellation;
    this.receipts = new JobReceipts(bench);
  }

  /** What is to be written, made when it is needed. */
  @FunctionalInterface
  interface Act {
    void in(FileTransaction transaction) throws ProblemException;
  }

  StepTracker steps() {
    return steps;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** The certificate that this is all about. */
  void about(CertificateFacts facts) {
    certificate = Optional.of(facts);
  }

  /**
   * Does it.
   *
   * @param newFolder whether the folder is made
   */
  Finished run(boolean newFolder, Act act) {
    List<Problem> problems = new ArrayList<>(bench.repair());
    FileTransaction transaction;
    try {
      transaction = bench.transaction();
    } catch (ProblemException e) {
      return Finished.ended(report(State.FAILED, List.of(e.problem())));
    }
    try {
      if (newFolder) {
        transaction.makeFolder(folder, Access.OWNER_ONLY);
      }
      act.in(transaction);
      cancellation.check();
      transaction.commit(receipts.intent(made(), JobReceipts.FILES));
    } catch (CancellationException _) {
      return takeBack(transaction, State.CANCELLED, Problem.of("", "run.cancelled"), problems);
    } catch (ProblemException e) {
      return takeBack(transaction, State.FAILED, e.problem(), problems);
    } catch (RuntimeException | Error e) {
      transaction.close();
      throw e;
    }
    steps.skipWaiting();
    return kept(transaction, problems);
  }

  private Finished kept(FileTransaction transaction, List<Problem> problems) {
    Optional<String> receipt =
        receipts.keep(made(), Map.of(JobReceipts.FILES, transaction.wayBack()), problems);
    return new Finished(
        report(State.DONE, problems),
        () -> {
          List<Problem> left = transaction.rollback();
          if (left.isEmpty()) {
            receipt.ifPresent(receipts::drop);
          }
          return left;
        },
        transaction::close,
        receipt);
  }

  private JobReceipts.Made made() {
    return new JobReceipts.Made(job, certificate, Optional.of(folder), List.of(), false);
  }

  private Finished takeBack(
      FileTransaction transaction, State state, Problem problem, List<Problem> problems) {
    List<Problem> left = transaction.rollback();
    transaction.close();
    if (state != State.CANCELLED) {
      steps.failRunning(problem);
    }
    steps.undoAll();
    if (left.isEmpty()) {
      written.clear();
      certificate = Optional.empty();
    }
    List<Problem> all = new ArrayList<>(problems);
    all.add(problem);
    all.addAll(left);
    return Finished.ended(report(left.isEmpty() ? state : State.PARTLY, all));
  }

  /** Writes one planned file, and tells of its step. */
  void write(FileTransaction transaction, PlannedFile file, byte[] content)
      throws ProblemException {
    String step = "write." + file.role().word();
    cancellation.check();
    steps.running(step);
    if (!file.replaces() && Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
      throw new ProblemException(
          Problem.of("where.folder", "run.file.problem.appeared", file.path()));
    }
    transaction.write(
        file.path(), content, file.role().ownerOnly() ? Access.OWNER_ONLY : Access.AS_FOLDER);
    wrote(file, content);
    steps.done(step);
  }

  /** A file was written in another way. */
  void wrote(PlannedFile file, byte[] content) {
    written.add(new WrittenFile(file.role(), file.path(), Content.sha256(content)));
  }

  /** Files were written in another way. */
  void wrote(List<WrittenFile> files) {
    written.addAll(files);
  }

  private RunReport report(State state, List<Problem> problems) {
    return new RunReport(
        state, steps.reports(), written, certificate, List.of(), false, Optional.empty(), problems);
  }
}
