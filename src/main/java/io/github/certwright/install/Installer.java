package io.github.certwright.install;

import io.github.certwright.files.Access;
import io.github.certwright.files.Change;
import io.github.certwright.files.Disk;
import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.FileGroup;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.Forcing;
import io.github.certwright.files.GroupOutcome;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.files.NewFile;
import io.github.certwright.files.ReceiptIntent;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Forcing forcing;
  private final List<ReceiptIntent> owed;

  /**
   * @param journals where transactions note what they change ({@code UserFolders.journals()})
   * @param clock names the backups
   * @param system decides how the administrator's command is written
   * @param forcing brings the new files of all tools to the medium
   */
  public Installer(Disk disk, Path journals, Clock clock, OperatingSystem system, Forcing forcing) {
    this(disk, journals, clock, system, forcing, List.of());
  }

  private Installer(
      Disk disk,
      Path journals,
      Clock clock,
      OperatingSystem system,
      Forcing forcing,
      List<ReceiptIntent> owed) {
    this.disk = disk;
    this.journals = journals;
    this.clock = clock;
    this.system = system;
    this.forcing = forcing;
    this.owed = owed;
  }

  /** The same, of whose installation a receipt is kept, by recovery if need be. */
  public Installer owing(ReceiptIntent receipt) {
    return new Installer(disk, journals, clock, system, forcing, List.of(receipt));
  }

  /**
   * Installs into several tools in one go: each tool wholly or not at all, and one that fails does
   * not stop the others. A crash on the way leaves every tool as it was.
   *
   * @param copies folder in which {@code cert.jks} and {@code cert.pass} also stand, for the
   *     administrator's command
   */
  public Installation install(ClientPair pair, List<FoundTool> tools, Optional<Path> copies) {
    Map<FoundTool, InstallOutcome> outcomes = new LinkedHashMap<>();
    Map<FoundTool, FileGroup> groups = new LinkedHashMap<>();
    Map<Path, FoundTool> places = new HashMap<>();
    for (FoundTool tool : tools) {
      FoundTool first = places.putIfAbsent(place(tool), tool);
      if (first == null) {
        before(pair, tool, copies)
            .ifPresentOrElse(
                outcome -> outcomes.put(tool, outcome), () -> groups.put(tool, group(pair, tool)));
      }
    }
    Optional<FileTransaction> transaction =
        groups.isEmpty() ? Optional.empty() : write(pair, groups, copies, outcomes);
    return new Installation(
        tools.stream().map(tool -> outcomes.get(places.get(place(tool))).about(tool)).toList(),
        transaction);
  }

  /** Two names may lead to one folder. */
  private static Path place(FoundTool tool) {
    try {
      return tool.path().toRealPath();
    } catch (IOException _) {
      return tool.path().toAbsolutePath().normalize();
    }
  }

  /** What can be said before anything is written. */
  private Optional<InstallOutcome> before(ClientPair pair, FoundTool tool, Optional<Path> copies) {
    CertsFolder certs = new CertsFolder(tool.path());
    Optional<Problem> obstacle = obstacle(certs);
    if (obstacle.isPresent()) {
      return Optional.of(new InstallOutcome.RolledBack(tool, obstacle.get(), List.of()));
    }
    InstalledState now = certs.state(Optional.of(pair.fingerprint()));
    if (now instanceof InstalledState.ThisCertificate) {
      return Optional.of(new InstallOutcome.AlreadyThere(tool));
    }
    return certs.writable() ? Optional.empty() : Optional.of(needsAdmin(tool, copies));
  }

  private static FileGroup group(ClientPair pair, FoundTool tool) {
    CertsFolder certs = new CertsFolder(tool.path());
    return new FileGroup(
        certs.path(),
        List.of(
            new NewFile(certs.store(), pair.store(), Access.AS_FOLDER),
            new NewFile(certs.password(), pair.password(), Access.AS_FOLDER)));
  }

  private Optional<FileTransaction> write(
      ClientPair pair,
      Map<FoundTool, FileGroup> groups,
      Optional<Path> copies,
      Map<FoundTool, InstallOutcome> outcomes) {
    FileTransaction transaction;
    try {
      transaction = FileTransaction.begin(disk, journals, clock);
    } catch (ProblemException e) {
      groups.keySet().forEach(tool -> outcomes.put(tool, failed(tool, e.problem(), List.of())));
      return Optional.empty();
    }
    boolean kept = false;
    try {
      List<GroupOutcome> written = transaction.writeGroups(List.copyOf(groups.values()), forcing);
      Iterator<GroupOutcome> each = written.iterator();
      for (FoundTool tool : groups.keySet()) {
        outcomes.put(tool, outcome(pair, tool, each.next(), copies, transaction));
      }
      transaction.commit(owed.toArray(ReceiptIntent[]::new));
      kept = true;
      return Optional.of(transaction);
    } catch (ProblemException e) {
      List<Problem> left = transaction.rollback();
      groups.keySet().forEach(tool -> outcomes.put(tool, failed(tool, e.problem(), left)));
      return Optional.empty();
    } finally {
      if (!kept) {
        transaction.close();
      }
    }
  }

  private InstallOutcome outcome(
      ClientPair pair,
      FoundTool tool,
      GroupOutcome written,
      Optional<Path> copies,
      FileTransaction transaction)
      throws ProblemException {
    return switch (written) {
      case GroupOutcome.Written(FileGroup group, List<Change> changes) -> {
        Optional<Problem> wrong = readBack(pair, new CertsFolder(tool.path()));
        if (wrong.isEmpty()) {
          yield new InstallOutcome.Installed(tool, changes);
        }
        GroupOutcome.NotWritten back = transaction.abandon(group, wrong.get());
        yield failed(tool, back.problem(), back.leftBehind());
      }
      case GroupOutcome.NotWritten(FileGroup _, Problem problem, List<Problem> left) ->
          problem.key().equals("files.problem.no-right") && left.isEmpty()
              ? needsAdmin(tool, copies)
              : failed(tool, problem, left);
    };
  }

  private static InstallOutcome failed(FoundTool tool, Problem problem, List<Problem> leftBehind) {
    return new InstallOutcome.RolledBack(tool, named(problem, tool), leftBehind);
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

  private Optional<Problem> readBack(ClientPair pair, CertsFolder certs) {
    Problem other = Problem.of("", "install.problem.read-back", certs.path());
    try {
      if (!Arrays.equals(disk.read(certs.store()), pair.store())
          || !Arrays.equals(disk.read(certs.password()), pair.password())) {
        return Optional.of(other);
      }
    } catch (IOException e) {
      return Optional.of(DiskProblem.of(e, certs.path()));
    }
    InstalledState state = certs.state(Optional.of(pair.fingerprint()));
    return state instanceof InstalledState.ThisCertificate
        ? Optional.empty()
        : Optional.of(other.withDetail(state.word()));
  }

  private InstallOutcome needsAdmin(FoundTool tool, Optional<Path> copies) {
    CertsFolder certs = new CertsFolder(tool.path());
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
