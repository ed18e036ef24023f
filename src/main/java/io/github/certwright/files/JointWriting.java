package io.github.certwright.files;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * New folders or files of one transaction, phase by phase for all of them, so that the journal is
 * brought to the medium once a phase and not once a file, and always before the phase begins. The
 * first failure is that of the whole.
 */
final class JointWriting {
  private final Disk disk;
  private final Journal journal;
  private final Staging staging;
  private final HeldLocks locks;
  private final Forcing forcing;
  private Path at = Path.of("");

  JointWriting(Disk disk, Journal journal, Staging staging, HeldLocks locks, Forcing forcing) {
    this.disk = disk;
    this.journal = journal;
    this.staging = staging;
    this.locks = locks;
    this.forcing = forcing;
  }

  /** What it was busy with when it failed. */
  Path at() {
    return at;
  }

  /** Makes the folders that are missing, and the missing ones above them; returns all of these. */
  Set<Path> makeFolders(List<Path> folders, Access access) throws IOException, ProblemException {
    Set<Path> missing = new LinkedHashSet<>();
    for (Path folder : folders) {
      addMissing(folder, missing);
    }
    if (missing.isEmpty()) {
      return missing;
    }
    journal.add(missing.stream().map(JournalEntry.Folder::new).toList());
    Map<Path, Path> parents = new LinkedHashMap<>();
    for (Path folder : missing) {
      at = folder;
      disk.createFolder(folder, access);
      parents.putIfAbsent(folder.getParent(), folder);
    }
    force(parents, parent -> forceReadable(disk, parent));
    return missing;
  }

  private void addMissing(Path folder, Set<Path> missing) throws IOException, ProblemException {
    at = folder;
    if (missing.contains(folder) || staging.isFolder(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      addMissing(parent, missing);
    }
    missing.add(folder);
  }

  /** Forces a folder; one of somebody else may let us make folders in it, but not open it. */
  static void forceReadable(Disk disk, Path folder) throws IOException {
    try {
      disk.forceFolder(folder);
    } catch (AccessDeniedException e) {
      System.getLogger(JointWriting.class.getName())
          .log(System.Logger.Level.DEBUG, "A folder cannot be opened to be forced.", e);
    }
  }

  /**
   * Writes the files.
   *
   * @param changes is told of each file that is in its place
   */
  void write(List<NewFile> files, List<Change> changes) throws IOException, ProblemException {
    List<Staging.Staged> staged = prepare(files);
    if (staged.isEmpty()) {
      return;
    }
    Map<Path, Path> temporaries = new LinkedHashMap<>();
    Map<Path, Path> folders = new LinkedHashMap<>();
    staging.announceTemporaries(staged);
    for (Staging.Staged file : staged) {
      at = file.target();
      staging.fill(file);
      temporaries.put(file.temporary(), at);
      folders.put(at.getParent(), at.getParent());
    }
    force(temporaries, disk::force);
    at = staged.getFirst().target();
    staging.announceReplacements(staged);
    for (Staging.Staged file : staged) {
      at = file.target();
      staging.swap(file);
      changes.add(new Change(at, file.backup()));
    }
    force(folders, disk::forceFolder);
  }

  private List<Staging.Staged> prepare(List<NewFile> files) throws IOException, ProblemException {
    Map<Path, NewFile> targets = new LinkedHashMap<>();
    Set<Path> unlocked = new LinkedHashSet<>();
    for (NewFile file : files) {
      at = file.target().toAbsolutePath().normalize();
      staging.checkWay(at);
      targets.put(at, file);
      if (!locks.holds(at.getParent())) {
        unlocked.add(at.getParent());
      }
    }
    if (!unlocked.isEmpty()) {
      journal.add(unlocked.stream().map(JournalEntry.Lock::new).toList());
    }
    for (Path folder : unlocked) {
      locks.take(folder);
    }
    List<Staging.Staged> staged = new ArrayList<>();
    for (Map.Entry<Path, NewFile> file : targets.entrySet()) {
      at = file.getKey();
      staged.add(staging.prepare(at, file.getValue()));
    }
    return staged;
  }

  /**
   * Forces the keys.
   *
   * @param paths what to name when that fails
   */
  private void force(Map<Path, Path> paths, Forcing.Act act) throws IOException {
    Map<Path, IOException> failures = forcing.force(List.copyOf(paths.keySet()), act);
    for (Map.Entry<Path, Path> path : paths.entrySet()) {
      IOException failure = failures.get(path.getKey());
      if (failure != null) {
        at = path.getValue();
        throw failure;
      }
    }
  }
}
