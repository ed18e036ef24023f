package io.github.certwright.cli;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.report.Afterwards;
import io.github.certwright.report.HandSteps;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is left to do after a job that made or sent something. */
record NextSteps(boolean windows) {

  /** The console steps, when nothing was to be sent or the server is too old to be sent it. */
  List<NextStep> byHand(Plan plan, RunReport report) {
    if (!stands(report) || (plan.upload().isPresent() && !tooOld(report))) {
      return List.of();
    }
    Path keystore = plan.folder().resolve(FileRole.SERVER_KEYSTORE.fileName());
    return console(keystore, port(plan));
  }

  /** The console steps for a keystore that an older server could not be sent. */
  List<NextStep> byHand(Path keystore, int tlsPort, RunReport report) {
    return tooOld(report) ? console(keystore.toAbsolutePath(), tlsPort) : List.of();
  }

  /** What is left to do elsewhere, once a server has its keystore or will get it by hand. */
  List<NextStep> afterwards(Plan plan, RunReport report) {
    if (!stands(report)) {
      return List.of();
    }
    Path client = plan.folder().resolve(FileRole.CLIENT_STORE.fileName());
    return new Afterwards(plan.format(), client, port(plan))
        .steps().stream().map(step -> new NextStep(step.key(), step.args())).toList();
  }

  private static List<NextStep> console(Path keystore, int tlsPort) {
    return HandSteps.console(keystore, tlsPort).stream()
        .map(step -> new NextStep(step.key(), step.args()))
        .toList();
  }

  private static int port(Plan plan) {
    return plan.upload().map(PlannedUpload::tlsPort).orElse(UploadAnswer.DEFAULT_TLS_PORT);
  }

  private static boolean tooOld(RunReport report) {
    return report.problems().stream()
        .anyMatch(problem -> problem.key().equals("server.tls.not-there"));
  }

  /** The commands that finish what {@code create} could only do in part. */
  List<NextStep> afterCreate(Plan plan, RunReport report, UploadOptions given) {
    if (!stands(report)) {
      return List.of();
    }
    List<NextStep> steps = new ArrayList<>();
    for (RunReport.ToolReport tool : report.tools()) {
      if (tool.state().equals("rolled-back")) {
        steps.add(NextStep.of("cli.next.install", install(plan, tool.path())));
      }
    }
    plan.upload()
        .ifPresent(
            upload -> {
              if (tooOld(report)) {
                return;
              }
              if (!report.uploaded()) {
                Path keystore = plan.folder().resolve(FileRole.SERVER_KEYSTORE.fileName());
                steps.add(NextStep.of("cli.next.upload", send(upload, keystore, given)));
              } else {
                steps.addAll(afterUpload(upload, report));
              }
            });
    return steps;
  }

  /** The check, when a server has the keystore but does not show it yet. */
  List<NextStep> afterUpload(PlannedUpload upload, RunReport report) {
    return report.uploaded() && report.verified().isEmpty()
        ? List.of(
            NextStep.of(
                "cli.next.check",
                ShellWords.of(
                    windows,
                    List.of(
                        "certwright", "check", upload.url().getHost() + ":" + upload.tlsPort()))))
        : List.of();
  }

  private static boolean stands(RunReport report) {
    boolean kept =
        report.state() == State.DONE
            || report.state() == State.PARTLY
            || report.state() == State.NEEDS_ADMIN;
    return kept
        && report.certificate().isPresent()
        && report.steps().stream().noneMatch(step -> step.state() == Progress.State.UNDONE);
  }

  private String install(Plan plan, Path tool) {
    Optional<Path> kit =
        plan.files().stream()
            .filter(file -> file.role() == FileRole.CLIENT_KIT)
            .map(Plan.PlannedFile::path)
            .findFirst();
    return ShellWords.of(
        windows,
        List.of(
            "certwright",
            "install",
            "--kit",
            kit.orElseThrow().toString(),
            "--into",
            tool.toString()));
  }

  private String send(PlannedUpload upload, Path keystore, UploadOptions given) {
    List<String> words =
        new ArrayList<>(List.of("certwright", "upload", "--url", upload.url().toString()));
    if (upload.user().isEmpty()) {
      words.addAll(List.of("--token-file", given.tokenFile.orElse("-")));
    } else {
      words.addAll(List.of("--user", upload.user()));
    }
    words.addAll(List.of("--keystore", keystore.toString()));
    if (upload.tlsPort() != UploadAnswer.DEFAULT_TLS_PORT) {
      words.addAll(List.of("--port", String.valueOf(upload.tlsPort())));
    }
    given.fingerprint.ifPresent(print -> words.addAll(List.of("--fingerprint", print)));
    return ShellWords.of(windows, words);
  }
}
