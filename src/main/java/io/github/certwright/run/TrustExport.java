package io.github.certwright.run;

import io.github.certwright.files.Access;
import io.github.certwright.files.Content;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.NewFile;
import io.github.certwright.files.ReadOnce;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.report.WorkstationFiles;
import io.github.certwright.report.WorkstationGuide;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.trust.Anchor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the files by which management programs make many computers trust a certificate. */
public final class TrustExport {
  private final Workbench bench;

  public TrustExport(Workbench bench) {
    this.bench = bench;
  }

  /** One file to be written. */
  private record Export(String role, String name, String whomKey, Supplier<byte[]> content) {}

  /** What will be written, file by file. */
  public List<Plan.Step> steps(Anchor anchor, Path folder) {
    List<Plan.Step> steps = new ArrayList<>();
    for (Export file : files(anchor)) {
      steps.add(
          new Plan.Step(
              "write." + file.role(),
              "run.trust.export.text",
              List.of(
                  file.name(),
                  bench.text().of(file.whomKey()),
                  folder.toAbsolutePath().normalize().resolve(file.name()))));
    }
    return steps;
  }

  private List<Export> files(Anchor anchor) {
    CertificateFacts facts = Facts.of(anchor.certificate());
    String name = bench.text().of("run.trust.profile.name", facts.subject());
    boolean authority = anchor.authority();
    return List.of(
        new Export(
            "trust-certificate",
            WorkstationFiles.CERTIFICATE,
            "run.trust.export.certificate",
            () -> WorkstationFiles.certificate(anchor.certificate())),
        new Export(
            "firefox-policy",
            WorkstationFiles.FIREFOX,
            "run.trust.export.firefox",
            () -> WorkstationFiles.firefox(authority)),
        new Export(
            "mac-profile",
            WorkstationFiles.MAC,
            "run.trust.export.mac",
            () -> WorkstationFiles.mac(anchor.certificate(), name, anchor.label(), authority)),
        new Export(
            "guide",
            WorkstationFiles.GUIDE,
            "run.trust.export.guide",
            () ->
                new WorkstationGuide(bench.text())
                    .page(facts.subject(), facts.sha256(), facts.notAfter(), authority)));
  }

  /** The files that stand there with another content, and would be replaced. Reads only. */
  public List<Problem> inTheWay(Anchor anchor, Path folder) {
    Path into = folder.toAbsolutePath().normalize();
    List<String> there =
        files(anchor).stream()
            .filter(file -> Files.exists(into.resolve(file.name()), LinkOption.NOFOLLOW_LINKS))
            .filter(file -> !stands(file, into))
            .map(Export::name)
            .toList();
    return there.isEmpty()
        ? List.of()
        : List.of(Problem.of("trust.out", "run.trust.export.problem.exists", there, into));
  }

  /** Whether an earlier export of the same certificate has written this very file. */
  private static boolean stands(Export file, Path folder) {
    Path path = folder.resolve(file.name());
    byte[] content = file.content().get();
    try {
      return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          && Arrays.equals(ReadOnce.bytes(path, content.length), content);
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Writes them, all or none; a file that is the same already is left as it is.
   *
   * @param replace whether files with another content may be replaced; a backup of each is kept
   */
  public Finished run(Anchor anchor, Path folder, boolean replace, Progress progress) {
    List<Problem> inTheWay = replace ? List.of() : inTheWay(anchor, folder);
    if (!inTheWay.isEmpty()) {
      StepTracker none = new StepTracker(steps(anchor, folder), progress);
      return Finished.ended(report(State.FAILED, none, anchor, List.of(), inTheWay));
    }
    return write(anchor, folder, progress);
  }

  private Finished write(Anchor anchor, Path folder, Progress progress) {
    StepTracker steps = new StepTracker(steps(anchor, folder), progress);
    List<Problem> problems = new ArrayList<>(bench.repair());
    Path into = folder.toAbsolutePath().normalize();
    List<Export> exports = files(anchor);
    exports.forEach(file -> steps.running("write." + file.role()));
    try (FileTransaction transaction = bench.transaction()) {
      transaction.makeFolder(into, Access.AS_FOLDER);
      transaction.writeAll(
          exports.stream()
              .filter(file -> !stands(file, into))
              .map(
                  file ->
                      new NewFile(
                          into.resolve(file.name()), file.content().get(), Access.AS_FOLDER))
              .toList());
      JobReceipts receipts = new JobReceipts(bench);
      transaction.commit(receipts.intent(made(anchor, into), JobReceipts.FILES));
      exports.forEach(file -> steps.done("write." + file.role()));
      Optional<String> receipt =
          receipts.keep(
              made(anchor, into), Map.of(JobReceipts.FILES, transaction.wayBack()), problems);
      return new Finished(
          report(State.DONE, steps, anchor, written(exports, into), problems),
          () -> undo(receipt),
          () -> {},
          receipt);
    } catch (ProblemException e) {
      steps.failRunning(e.problem());
      problems.add(e.problem());
      return Finished.ended(report(State.FAILED, steps, anchor, List.of(), problems));
    }
  }

  private List<Problem> undo(Optional<String> receipt) {
    UndoJob undo = new UndoJob(bench);
    try {
      PastRun run = undo.find(receipt.orElse(""));
      return undo.run(undo.plan(run), Progress.none()).problems();
    } catch (ProblemException e) {
      return List.of(e.problem());
    }
  }

  private static JobReceipts.Made made(Anchor anchor, Path folder) {
    return new JobReceipts.Made(
        "trust",
        Optional.of(Facts.of(anchor.certificate())),
        Optional.of(folder),
        List.of(),
        false);
  }

  private static List<ExportedFile> written(List<Export> exports, Path folder) {
    return exports.stream()
        .map(
            file ->
                new ExportedFile(
                    file.role(), folder.resolve(file.name()), Content.sha256(file.content().get())))
        .toList();
  }

  private static RunReport report(
      State state,
      StepTracker steps,
      Anchor anchor,
      List<ExportedFile> files,
      List<Problem> problems) {
    return new RunReport(
        state,
        steps.reports(),
        List.of(),
        Optional.of(Facts.of(anchor.certificate())),
        List.of(),
        false,
        Optional.empty(),
        problems,
        new TrustReport(List.of(), files));
  }
}
