package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several groups of files in one transaction, phase by phase for all of them, so that the journal
 * is brought to the medium once a phase and not once a file. A group that fails is taken back at
 * once, and the journal remembers that it stays so; the others go on.
 */
final class GroupWriting {
  private final Disk disk;
  private final Journal journal;
  private final Staging staging;
  private final HeldLocks locks;
  private final Forcing forcing;
  private final Map<FileGroup, Work> works = new LinkedHashMap<>();

  GroupWriting(Disk disk, Journal journal, Staging staging, HeldLocks locks, Forcing forcing) {
    this.disk = disk;
    this.journal = journal;
    this.staging = staging;
    this.locks = locks;
    this.forcing = forcing;
  }

  /** One group on its way. */
  private static final class Work {
    private final FileGroup group;
    private final List<Staging.Staged> staged = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private GroupOutcome.NotWritten failed;
    private boolean makesFolder;
    private Path at;

    Work(FileGroup group) {
      this.group = group;
      this.at = group.folder();
    }
  }

  /**
   * Writes them.
   *
   * @throws IOException when the journal cannot be written; nothing counts as written then
   */
  List<GroupOutcome> write(List<FileGroup> groups) throws IOException {
    groups.forEach(group -> works.put(group, new Work(group)));
    each(work -> work.makesFolder = !staging.isFolder(work.group.folder()));
    announceFolders();
    each(this::prepare);
    staging.announceTemporaries(staged());
    each(this::fill);
    force();
    staging.announceReplacements(staged());
    each(this::swap);
    each(this::forceFolders);
    return groups.stream().map(group -> outcome(works.get(group))).toList();
  }

  private static GroupOutcome outcome(Work work) {
    return work.failed == null ? new GroupOutcome.Written(work.group, work.changes) : work.failed;
  }

  /**
   * Takes a written group back again, for example because reading it back showed something else.
   *
   * @throws IOException when the journal cannot be written
   */
  GroupOutcome.NotWritten abandon(FileGroup group, Problem problem) throws IOException {
    Work work = works.get(group);
    fail(work, problem);
    return work.failed;
  }

  /** The changes of the groups that stand. */
  List<Change> changes() {
    return alive().stream().flatMap(work -> work.changes.stream()).toList();
  }

  private void announceFolders() throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    for (Work work : alive()) {
      if (work.makesFolder) {
        entries.add(new JournalEntry.Folder(work.group.folder()));
      }
      entries.add(new JournalEntry.Lock(work.group.folder()));
    }
    journal.add(entries);
  }

  private void prepare(Work work) throws IOException, ProblemException {
    if (work.makesFolder) {
      disk.createFolder(work.group.folder(), Access.AS_FOLDER);
    }
    locks.take(work.group.folder());
    for (NewFile file : work.group.files()) {
      work.at = file.target().toAbsolutePath().normalize();
      staging.checkWay(work.at);
      work.staged.add(staging.prepare(work.at, file));
    }
  }

  private void fill(Work work) throws IOException {
    for (Staging.Staged file : work.staged) {
      work.at = file.target();
      staging.fill(file);
    }
  }

  private void force() throws IOException {
    Map<Path, Work> files = new LinkedHashMap<>();
    alive().forEach(work -> work.staged.forEach(file -> files.put(file.temporary(), work)));
    for (Map.Entry<Path, IOException> failure :
        forcing.force(List.copyOf(files.keySet()), disk::force).entrySet()) {
      Work work = files.get(failure.getKey());
      if (work.failed == null) {
        fail(work, DiskProblem.of(failure.getValue(), failure.getKey()));
      }
    }
  }

  private void swap(Work work) throws IOException, ProblemException {
    for (Staging.Staged file : work.staged) {
      work.at = file.target();
      staging.swap(file);
      work.changes.add(new Change(file.target(), file.backup()));
    }
  }

  private void forceFolders(Work work) throws IOException {
    work.at = work.group.folder();
    disk.forceFolder(work.at);
    Path parent = work.at.getParent();
    if (work.makesFolder && parent != null) {
      disk.forceFolder(parent);
    }
  }

  private List<Work> alive() {
    return works.values().stream().filter(work -> work.failed == null).toList();
  }

  private List<Staging.Staged> staged() {
    return alive().stream().flatMap(work -> work.staged.stream()).toList();
  }

  private void each(Phase phase) throws IOException {
    for (Work work : alive()) {
      Problem problem = attempt(phase, work);
      if (problem != null) {
        fail(work, problem);
      }
    }
  }

  private static Problem attempt(Phase phase, Work work) {
    try {
      phase.run(work);
      return null;
    } catch (IOException e) {
      return DiskProblem.of(e, work.at);
    } catch (ProblemException e) {
      return e.problem();
    }
  }

  private void fail(Work work, Problem problem) throws IOException {
    Path folder = work.group.folder();
    journal.add(List.of(new JournalEntry.Abandoned(folder)));
    Undo undo = new Undo(disk, locks.byFolder());
    undo.all(JournalEntry.in(folder, journal.entries()));
    if (!undo.worthTryingAgain()) {
      journal.forget(folder);
    }
    work.failed = new GroupOutcome.NotWritten(work.group, problem, undo.problems());
  }

  private interface Phase {
    void run(Work work) throws IOException, ProblemException;
  }
}
