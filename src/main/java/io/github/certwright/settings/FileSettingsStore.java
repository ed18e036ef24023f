package io.github.certwright.settings;

import io.github.certwright.files.Access;
import io.github.certwright.files.Change;
import io.github.certwright.files.Disk;
import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.OneAtATime;
import io.github.certwright.files.Recovery;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Settings in {@code settings.json} of the user's configuration folder, owner only. */
public final class FileSettingsStore implements SettingsStore {
  private static final String NAME = "settings.json";
  private static final int LARGEST = 1024 * 1024;

  /** What somebody may still want to read with their own eyes. */
  private static final String DAMAGED = NAME + ".damaged";

  private final Disk disk;
  private final Path file;
  private final Path journals;
  private final Clock clock;

  /**
   * @param folder the configuration folder, made when something is first written
   * @param journals where transactions note how to undo themselves; settings have a folder of their
   *     own there, which is repaired without a word: nobody waits for them
   */
  public FileSettingsStore(Disk disk, Path folder, Path journals, Clock clock) {
    this.disk = disk;
    this.file = folder.resolve(NAME);
    this.journals = journals.resolve("settings");
    this.clock = clock;
  }

  @Override
  public Optional<byte[]> read() throws IOException {
    if (disk.look(file) == Disk.Kind.NOTHING) {
      return Optional.empty();
    }
    byte[] content = disk.read(file);
    if (content.length > LARGEST) {
      throw new IOException(file + " is too large to be a settings file");
    }
    return Optional.of(content);
  }

  @Override
  public void write(byte[] content) throws ProblemException {
    Optional<Path> backup = replace(content);
    if (backup.isPresent()) {
      // Settings change with every window that closes; nobody wants a backup of each.
      act(backup.get(), () -> disk.delete(backup.get()));
    }
  }

  @Override
  public Optional<Path> replaceDamaged(byte[] content) throws ProblemException {
    Optional<Path> backup = replace(content);
    if (backup.isEmpty()) {
      return Optional.empty();
    }
    Path kept = file.resolveSibling(DAMAGED);
    act(kept, () -> disk.move(backup.get(), kept));
    return Optional.of(kept);
  }

  /** Writes the file and gives the backup of the one before, which is its owner's alone. */
  private Optional<Path> replace(byte[] content) throws ProblemException {
    Recovery.recover(disk, journals);
    try (FileTransaction transaction = FileTransaction.begin(disk, journals, clock)) {
      transaction.makeFolder(file.getParent(), Access.OWNER_ONLY);
      transaction.write(file, content, Access.OWNER_ONLY);
      transaction.commit();
      return transaction.changes().stream()
          .filter(change -> change.target().equals(file))
          .findFirst()
          .flatMap(Change::backup);
    }
  }

  @Override
  public Turn turn() throws ProblemException {
    return OneAtATime.take(disk, journals)::close;
  }

  private static void act(Path path, Act act) throws ProblemException {
    try {
      act.run();
    } catch (IOException e) {
      throw new ProblemException(DiskProblem.of(e, path), e);
    }
  }

  private interface Act {
    void run() throws IOException;
  }
}
