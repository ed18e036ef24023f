package io.github.certwright.install;

import io.github.certwright.files.Access;
import io.github.certwright.files.Disk;
import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.files.NewFile;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Puts a client pair into the {@code certs} folder of modeling tools: both files or none, what was
 * there kept as a backup, success reported only after reading back.
 */
public final class Installer {
  private final Disk disk;
  private final Path journals;
  private final Clock clock;
  private final OperatingSystem system;

  /**
   * @param journals where transactions note what they change ({@code UserFolders.journals()})
   * @param clock names the backups
   * @param system decides how the administrator's command is written
   */
  public Installer(Disk disk, Path journals, Clock clock, OperatingSystem system) {
    this.disk = disk;
    this.journals = journals;
    this.clock = clock;
    this.system = system;
  }

  /** Installs into several tools; one failing does not stop the others. */
  public List<InstallOutcome> installAll(
      ClientPair pair, List<FoundTool> tools, Optional<Path> copies) {
    return tools.stream().map(tool -> install(pair, tool, copies)).toList();
  }

  /**
   * Installs into one tool.
   *
   * @param copies folder in which {@code cert.jks} and {@code cert.pass} also stand, for the
   *     administrator's command
   */
  public InstallOutcome install(ClientPair pair, FoundTool tool, Optional<Path> copies) {
    CertsFolder certs = new CertsFolder(tool.path());
    Optional<Problem> obstacle = obstacle(certs);
    if (obstacle.isPresent()) {
      return new InstallOutcome.RolledBack(tool, obstacle.get(), List.of());
    }
    InstalledState now = certs.state(Optional.of(pair.fingerprint()));
    if (now instanceof InstalledState.ThisCertificate) {
      return new InstallOutcome.AlreadyThere(tool);
    }
    if (!certs.writable()) {
      return needsAdmin(tool, certs, copies);
    }
    FileTransaction transaction;
    try {
      transaction = FileTransaction.begin(disk, journals, clock);
    } catch (ProblemException e) {
      return new InstallOutcome.RolledBack(tool, e.problem(), List.of());
    }
    return install(pair, tool, certs, copies, transaction);
  }

  private InstallOutcome install(
      ClientPair pair,
      FoundTool tool,
      CertsFolder certs,
      Optional<Path> copies,
      FileTransaction transaction) {
    boolean kept = false;
    try {
      transaction.makeFolder(certs.path(), Access.AS_FOLDER);
      transaction.writeAll(
          List.of(
              new NewFile(certs.store(), pair.store(), Access.AS_FOLDER),
              new NewFile(certs.password(), pair.password(), Access.AS_FOLDER)));
      verify(pair, certs);
      transaction.commit();
      kept = true;
      return new InstallOutcome.Installed(tool, transaction.changes(), transaction);
    } catch (ProblemException e) {
      List<Problem> leftBehind = transaction.rollback();
      if (e.problem().key().equals("files.problem.no-right") && leftBehind.isEmpty()) {
        return needsAdmin(tool, certs, copies);
      }
      return new InstallOutcome.RolledBack(tool, named(e.problem(), tool), leftBehind);
    } finally {
      if (!kept) {
        transaction.close();
      }
    }
  }

  /**
   * The command by which an administrator copies a pair into one tool, for the system's shell.
   *
   * @param source folder that holds {@code cert.jks} and {@code cert.pass}
   * @param tool the tool's install folder
   */
  public static String command(OperatingSystem system, Path source, Path tool) {
    return AdminCommand.copy(system, source, new CertsFolder(tool));
  }

  /**
   * Puts a pair where an administrator's command can copy it from; one that stands there already
   * for the same certificate is left as it is.
   *
   * @param certs a folder named {@code certs}
   * @return why it could not be put there
   */
  public Optional<Problem> stage(ClientPair pair, Path certs) {
    CertsFolder folder = new CertsFolder(certs.toAbsolutePath().getParent());
    if (folder.state(Optional.of(pair.fingerprint())) instanceof InstalledState.ThisCertificate) {
      return Optional.empty();
    }
    try (FileTransaction transaction = FileTransaction.begin(disk, journals, clock)) {
      transaction.makeFolder(folder.path(), Access.OWNER_ONLY);
      transaction.writeAll(
          List.of(
              new NewFile(folder.store(), pair.store(), Access.OWNER_ONLY),
              new NewFile(folder.password(), pair.password(), Access.OWNER_ONLY)));
      transaction.commit();
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  private Optional<Problem> obstacle(CertsFolder certs) {
    Path tool = certs.tool();
    if (!Files.exists(tool)) {
      return Optional.of(Problem.of("", "install.problem.missing", tool));
    }
    if (!Files.isDirectory(tool)) {
      return Optional.of(Problem.of("", "install.problem.not-a-folder", tool));
    }
    for (Path path : List.of(certs.path(), certs.store(), certs.password())) {
      if (Files.isSymbolicLink(path)) {
        return Optional.of(Problem.of("", "install.problem.link", path));
      }
    }
    return Optional.empty();
  }

  private void verify(ClientPair pair, CertsFolder certs) throws ProblemException {
    try {
      if (!Arrays.equals(disk.read(certs.store()), pair.store())
          || !Arrays.equals(disk.read(certs.password()), pair.password())) {
        throw new ProblemException(Problem.of("", "install.problem.read-back", certs.path()));
      }
    } catch (IOException e) {
      throw new ProblemException(DiskProblem.of(e, certs.path()), e);
    }
    InstalledState state = certs.state(Optional.of(pair.fingerprint()));
    if (!(state instanceof InstalledState.ThisCertificate)) {
      throw new ProblemException(
          Problem.of("", "install.problem.read-back", certs.path()).withDetail(state.word()));
    }
  }

  private InstallOutcome needsAdmin(FoundTool tool, CertsFolder certs, Optional<Path> copies) {
    return new InstallOutcome.NeedsAdminRights(
        tool,
        Problem.of("", "install.problem.not-writable", certs.path(), tool.label()),
        copies.map(from -> AdminCommand.copy(system, from, certs)).orElse(""));
  }

  private static Problem named(Problem problem, FoundTool tool) {
    return problem.key().equals("files.problem.locked")
        ? Problem.of("", "install.problem.locked", tool.label(), tool.path())
            .withDetail(problem.detail())
        : problem;
  }
}
