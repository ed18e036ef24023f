package io.github.certwright;

import io.github.certwright.files.Access;
import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.issue.CertifiedNames;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.report.CalendarReminder;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What people take away from a finished job: copies of files, a calendar entry, the folder. */
final class Keepsakes {
  private static final int MOMENT_SECONDS = 2;

  private final Workbench bench;

  Keepsakes(Workbench bench) {
    this.bench = bench;
  }

  void saveCopy(Path from, Path to) throws ProblemException {
    try {
      save(to, Files.readAllBytes(from));
    } catch (IOException e) {
      throw new ProblemException(DiskProblem.of(e, from), e);
    }
  }

  void saveReminder(RunReport.CertificateFacts certificate, Path to) throws ProblemException {
    String server =
        certificate.names().isEmpty() ? certificate.subject() : certificate.names().getFirst();
    save(
        to,
        reminder()
            .file(server, certificate.sha256(), certificate.notAfter(), bench.clock().instant()));
  }

  void saveReminderOfAuthority(RunReport.CertificateFacts root, Path to) throws ProblemException {
    save(
        to,
        reminder()
            .ofAuthority(
                CertifiedNames.title(root.subject()),
                root.sha256(),
                root.notAfter(),
                bench.clock().instant()));
  }

  private CalendarReminder reminder() {
    return new CalendarReminder(bench.text(), bench.clock().getZone());
  }

  void openFolder(Path folder) throws ProblemException {
    String program =
        switch (bench.machine().system()) {
          case WINDOWS -> "explorer.exe";
          case MACOS -> "open";
          case LINUX -> "xdg-open";
        };
    if (!Files.isDirectory(folder)) {
      throw new ProblemException(Problem.of("", "wizard.folder.gone", folder));
    }
    try {
      Process process =
          new ProcessBuilder(program, folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (failed(process)) {
        throw new ProblemException(
            Problem.of("", "wizard.folder.closed", folder)
                .withDetail(String.valueOf(process.exitValue())));
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("", "wizard.folder.closed", folder).withDetail(e.toString()), e);
    }
  }

  /**
   * Whether it has ended badly within a moment; one that still runs shows the folder. Windows'
   * explorer always ends with 1, so its end says nothing.
   */
  private boolean failed(Process process) {
    try {
      return !bench.onWindows()
          && process.waitFor(MOMENT_SECONDS, TimeUnit.SECONDS)
          && process.exitValue() != 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Writes a file where the person wants it; what stands there is kept as a backup. */
  void save(Path to, byte[] content) throws ProblemException {
    try (FileTransaction transaction =
        FileTransaction.begin(bench.disk(), bench.journals(), bench.clock())) {
      transaction.write(to, content, Access.AS_FOLDER);
      transaction.commit();
    }
  }
}
