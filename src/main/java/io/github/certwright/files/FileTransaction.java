package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Changes to files that happen together or not at all.
 *
 * <p>Failure strategy. New content is written to a unique temporary file beside its target, owner
 * only from creation, and forced to the medium; then the file that is there gets a second name (its
 * backup), and one atomic rename puts the new one in its place, so the target is never missing.
 * Before each of these acts the journal says, on the medium, how to take it back. Any failure
 * leaves the transaction undoable; {@link #close()} without {@link #commit} undoes it in reverse; a
 * crash is undone by {@link Recovery}, or, after the commit mark, finished.
 *
 * <p>Not for use by several threads at once.
 */
public final class FileTransaction implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private enum State {
    OPEN,
    BROKEN,
    COMMITTED,
    ENDED
  }

  private final Disk disk;
  private final Journal journal;
  private final Staging staging;
  private final HeldLocks locks;
  private final List<Change> changes = new ArrayList<>();
  private Optional<GroupWriting> groups = Optional.empty();
  private State state = State.OPEN;

  private FileTransaction(Disk disk, Journal journal, String id, String stamp) {
    this.disk = disk;
    this.journal = journal;
    this.locks = new HeldLocks(disk, id);
    this.staging = new Staging(disk, journal, id, stamp);
  }

  /**
   * Starts one; what a crash left was repaired by {@link Recovery}, which tells a person of it.
   *
   * @param journals folder for the journal, made when missing
   * @param clock gives backups the time in their names, in its time zone
   * @throws ProblemException when the journal cannot be written
   */
  public static FileTransaction begin(Disk disk, Path journals, Clock clock)
      throws ProblemException {
    String stamp = STAMP.format(LocalDateTime.now(clock));
    String id = stamp + "-" + UUID.randomUUID();
    try {
      return new FileTransaction(disk, Journal.create(disk, journals, id), id, stamp);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("", "files.problem.journal", journals).withDetail(e.toString()), e);
    }
  }

  /**
   * Makes a folder and the missing ones above it.
   *
   * @return whether it was missing
   * @throws ProblemException when something else stands there or the system refuses
   */
  public boolean makeFolder(Path folder, Access access) throws ProblemException {
    return !makeFolders(List.of(folder), access).isEmpty();
  }

  /**
   * Makes several folders and the missing ones above them.
   *
   * @return all that were missing
   * @throws ProblemException when something else stands there or the system refuses
   */
  public Set<Path> makeFolders(List<Path> folders, Access access) throws ProblemException {
    List<Path> paths = folders.stream().map(f -> f.toAbsolutePath().normalize()).toList();
    JointWriting writing = new JointWriting(disk, journal, staging, locks, Forcing.inTurn());
    return act(writing::at, () -> writing.makeFolders(paths, access));
  }

  /**
   * Writes one file, keeping the one that is there as a backup.
   *
   * @throws ProblemException when a link or a folder is in the way or the system refuses
   */
  public void write(Path target, byte[] content, Access access) throws ProblemException {
    writeAll(List.of(new NewFile(target, content, access)));
  }

  /**
   * Writes several files: first all of them beside their targets, then all into place in quick
   * succession.
   *
   * @throws ProblemException when a link or a folder is in the way or the system refuses
   */
  public void writeAll(List<NewFile> files) throws ProblemException {
    writeAll(files, Forcing.inTurn());
  }

  /**
   * The same for many files.
   *
   * @param forcing brings the new files and their folders to the medium
   */
  public void writeAll(List<NewFile> files, Forcing forcing) throws ProblemException {
    JointWriting writing = new JointWriting(disk, journal, staging, locks, forcing);
    act(
        writing::at,
        () -> {
          writing.write(files, changes);
          return true;
        });
  }

  /**
   * Writes several groups of files: each group wholly or not at all, and one that fails does not
   * stop the others. Not to be called twice in one transaction.
   *
   * @param forcing brings the new files to the medium
   * @return one outcome for each group, in order
   * @throws ProblemException when the journal cannot be written; then no group is written
   */
  public List<GroupOutcome> writeGroups(List<FileGroup> files, Forcing forcing)
      throws ProblemException {
    GroupWriting writing = new GroupWriting(disk, journal, staging, locks, forcing);
    groups = Optional.of(writing);
    return act(journal.file(), () -> writing.write(files));
  }

  /** Takes one written group back again; the others stay. Fails as {@link #writeGroups} does. */
  public GroupOutcome.NotWritten abandon(FileGroup group, Problem why) throws ProblemException {
    return act(journal.file(), () -> groups.orElseThrow().abandon(group, why));
  }

  /** What takes back later what was committed; empty before that. */
  public WayBack wayBack() {
    boolean stays = state == State.COMMITTED;
    return new WayBack(stays ? JournalEntry.changes(journal.entries()) : List.of());
  }

  /** What was written so far, in order. */
  public List<Change> changes() {
    List<Change> all = new ArrayList<>(changes);
    groups.ifPresent(writing -> all.addAll(writing.changes()));
    return List.copyOf(all);
  }

  /**
   * Makes the changes stay; backups of replaced files are kept. {@link #rollback()} still takes
   * them back until {@link #close()}.
   *
   * @param owed receipts that recovery is to keep when this process does not come to that
   * @throws ProblemException when the mark cannot be written; the changes are then still undoable
   */
  public void commit(ReceiptIntent... owed) throws ProblemException {
    List<JournalEntry> marks = new ArrayList<>();
    Stream.of(owed).map(JournalEntry.Owed::new).forEach(marks::add);
    marks.add(new JournalEntry.Committed());
    act(
        journal.file(),
        () -> {
          journal.add(marks);
          return true;
        });
    state = State.COMMITTED;
    locks.giveBack();
  }

  /**
   * Takes every change back, last one first, also committed ones; after that the transaction has
   * ended.
   *
   * @return what could not be taken back, empty when everything is as it was
   */
  public List<Problem> rollback() {
    if (state == State.ENDED) {
      return List.of();
    }
    // A cancelled thread's interrupt would close the channels the undoing needs.
    boolean interrupted = Thread.interrupted();
    try {
      return undo();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<Problem> undo() {
    if (JournalEntry.committed(journal.entries())) {
      List<Problem> refusals = takeBack();
      if (state == State.COMMITTED && !refusals.isEmpty()) {
        return refusals;
      }
    }
    Undo undo = new Undo(disk, locks.byFolder());
    undo.all(journal.entries());
    end(undo.worthTryingAgain());
    return undo.problems();
  }

  private List<Problem> takeBack() {
    try {
      locks.takeAgain(journal.entries());
      journal.add(List.of(new JournalEntry.TakenBack()));
      return List.of();
    } catch (IOException e) {
      return List.of(DiskProblem.of(e, journal.file()));
    } catch (ProblemException e) {
      return List.of(e.problem());
    }
  }

  /** Undoes what was not committed, and ends the transaction. */
  @Override
  public void close() {
    switch (state) {
      case OPEN, BROKEN -> rollback();
      case COMMITTED -> {
        locks.giveBack();
        Undo undo = new Undo(disk, locks.byFolder());
        undo.leftovers(journal.entries());
        end(undo.worthTryingAgain());
      }
      case ENDED -> {}
    }
  }

  private void end(boolean leaveJournal) {
    state = State.ENDED;
    locks.giveBack();
    if (leaveJournal) {
      journal.leave();
      return;
    }
    try {
      journal.delete();
    } catch (IOException e) {
      System.getLogger(FileTransaction.class.getName())
          .log(System.Logger.Level.DEBUG, "A finished journal could not be removed.", e);
    }
  }

  private <T> T act(Path path, Act<T> act) throws ProblemException {
    return act(() -> path, act);
  }

  private <T> T act(Supplier<Path> at, Act<T> act) throws ProblemException {
    if (state != State.OPEN) {
      throw new IllegalStateException("The transaction has failed, was committed or has ended.");
    }
    boolean done = false;
    try {
      T result = act.run();
      done = true;
      return result;
    } catch (IOException e) {
      throw DiskProblem.exception(e, at.get());
    } finally {
      if (!done) {
        state = State.BROKEN;
      }
    }
  }

  private interface Act<T> {
    T run() throws IOException, ProblemException;
  }
}
