package io.github.certwright.run;

import io.github.certwright.files.Access;
import io.github.certwright.files.Content;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.NewFile;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.ListPlan;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ListIssue.MadeServer;
import io.github.certwright.run.RunReport.WrittenFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what a list's servers are given, some servers at a time. */
final class ListWriter {
  private static final int AT_ONCE = 64;

  private final FileTransaction transaction;
  private final ListPlan plan;
  private final boolean replace;
  private final List<MadeServer> waiting = new ArrayList<>();
  private final List<WrittenFile> written = new ArrayList<>();
  private int count;

  ListWriter(FileTransaction transaction, ListPlan plan, boolean replace) {
    this.transaction = transaction;
    this.plan = plan;
    this.replace = replace;
  }

  /** How many servers were taken. */
  int count() {
    return count;
  }

  /** Every file that was written for a server. */
  List<WrittenFile> written() {
    return written;
  }

  void add(MadeServer made) throws ProblemException {
    count++;
    waiting.add(made);
    if (waiting.size() == AT_ONCE) {
      finish();
    }
  }

  /** Writes what waits. */
  void finish() throws ProblemException {
    List<NewFile> files = new ArrayList<>();
    transaction.makeFolders(
        waiting.stream().map(made -> made.server().folder()).toList(), Access.OWNER_ONLY);
    for (MadeServer made : waiting) {
      Path folder = made.server().folder();
      add(files, folder, FileRole.SERVER_KEYSTORE, made.keystore());
      if (plan.passwords()) {
        add(files, folder, FileRole.SERVER_PASSWORD, made.pass().orElseThrow());
      }
      add(files, folder, FileRole.CERTIFICATE, made.certificate());
    }
    if (!files.isEmpty()) {
      transaction.writeAll(files, new ParallelForcing());
    }
    waiting.forEach(MadeServer::wipe);
    waiting.clear();
  }

  private void add(List<NewFile> files, Path folder, FileRole role, byte[] content)
      throws ProblemException {
    Path file = folder.resolve(role.fileName());
    if (!replace && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ProblemException(
          Problem.of("where.folder", "where.folder.problem.exists", List.of(file), plan.folder()));
    }
    files.add(new NewFile(file, content, role.ownerOnly() ? Access.OWNER_ONLY : Access.AS_FOLDER));
    written.add(new WrittenFile(role, file, Content.sha256(content)));
  }
}
