package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes committed changes back, days later: first says what each file's fate would be, then does
 * it. While it works its journal is that of a transaction to be undone, so a crash on the way is
 * finished by {@link Recovery}.
 */
public final class TakeBack {
  private final Disk disk;
  private final Path journals;

  /**
   * @param journals folder for the journal; {@link Recovery} looks there
   */
  public TakeBack(Disk disk, Path journals) {
    this.disk = disk;
    this.journals = journals;
  }

  /** What will become of a file or a folder. */
  public enum Fate {
    /** The backup takes its place again. */
    PUT_BACK,
    /** It goes, because it was not there before. */
    REMOVE,
    /** The folder goes, because it was not there before and will be empty. */
    REMOVE_FOLDER,
    /** Somebody has changed it since; it is left alone. */
    CHANGED,
    /** The backup is gone or was changed; it is left alone. */
    BACKUP_GONE,
    /** It is left alone because it belongs together with one that is. */
    TOGETHER,
    /** Its folder may not be written; it is left alone. */
    NO_RIGHT,
    /** It is as it was before already. */
    AS_BEFORE;

    /** Whether something is done. */
    public boolean acts() {
      return this == PUT_BACK || this == REMOVE || this == REMOVE_FOLDER;
    }
  }

  /** One file or folder and its fate. */
  public static final class Item {
    private final JournalEntry entry;
    private final Path path;
    private final Optional<Path> backup;
    private final Fate fate;

    private Item(JournalEntry entry, Path path, Optional<Path> backup, Fate fate) {
      this.entry = entry;
      this.path = path;
      this.backup = backup;
      this.fate = fate;
    }

    public Path path() {
      return path;
    }

    /** Where the older file is now, if there was one. */
    public Optional<Path> backup() {
      return backup;
    }

    public Fate fate() {
      return fate;
    }

    private Item with(Fate other) {
      return new Item(entry, path, backup, other);
    }
  }

  /**
   * The fate of every file and folder, in the order in which they are taken back. Reads only.
   *
   * @param together whether the files of one folder are of use only together
   * @throws ProblemException when the disk refuses to be read
   */
  public List<Item> look(WayBack way, boolean together) throws ProblemException {
    return look(way, together, new HashSet<>());
  }

  /**
   * The same after others that are taken back in the same run: a folder goes when they and this one
   * leave it empty.
   *
   * @param going what goes with the others; what goes with this one is added
   */
  public List<Item> look(WayBack way, boolean together, Set<Path> going) throws ProblemException {
    List<Item> items = new ArrayList<>();
    for (JournalEntry entry : way.entries().reversed()) {
      try {
        Item item = look(entry, going);
        items.add(item);
        if (item.fate() == Fate.REMOVE || item.fate() == Fate.REMOVE_FOLDER) {
          going.add(item.path());
        }
      } catch (IOException e) {
        throw DiskProblem.exception(e, JournalEntry.place(entry));
      }
    }
    return together ? together(items) : List.copyOf(items);
  }

  private Item look(JournalEntry entry, Set<Path> going) throws IOException {
    return switch (entry) {
      case JournalEntry.Fresh e ->
          new Item(e, e.target(), Optional.empty(), writable(e.target(), fate(e)));
      case JournalEntry.Replaced e ->
          new Item(e, e.target(), Optional.of(e.backup()), writable(e.target(), fate(e)));
      case JournalEntry.Folder e ->
          new Item(e, e.folder(), Optional.empty(), fate(e.folder(), going));
      case JournalEntry.Lock _,
          JournalEntry.Temporary _,
          JournalEntry.Abandoned _,
          JournalEntry.Owed _,
          JournalEntry.Committed _,
          JournalEntry.TakenBack _ ->
          new Item(entry, JournalEntry.place(entry), Optional.empty(), Fate.AS_BEFORE);
    };
  }

  private static Fate writable(Path target, Fate fate) {
    Path folder = target.getParent();
    return fate.acts() && !Files.isWritable(folder) ? Fate.NO_RIGHT : fate;
  }

  private Fate fate(JournalEntry.Fresh entry) throws IOException {
    return switch (disk.look(entry.target())) {
      case NOTHING -> Fate.AS_BEFORE;
      case FILE -> holds(entry.target(), entry.content()) ? Fate.REMOVE : Fate.CHANGED;
      case FOLDER, LINK, OTHER -> Fate.CHANGED;
    };
  }

  private Fate fate(JournalEntry.Replaced entry) throws IOException {
    Disk.Kind kind = disk.look(entry.target());
    boolean file = kind == Disk.Kind.FILE;
    boolean ours = file && holds(entry.target(), entry.content());
    if (file && !ours) {
      return holds(entry.target(), entry.old()) ? Fate.AS_BEFORE : Fate.CHANGED;
    }
    if (!file && kind != Disk.Kind.NOTHING) {
      return Fate.CHANGED;
    }
    boolean backup =
        disk.look(entry.backup()) == Disk.Kind.FILE && holds(entry.backup(), entry.old());
    return backup ? Fate.PUT_BACK : Fate.BACKUP_GONE;
  }

  private Fate fate(Path folder, Set<Path> going) throws IOException {
    boolean goes =
        disk.look(folder) == Disk.Kind.FOLDER
            && going.containsAll(disk.list(folder))
            && Files.isWritable(folder.getParent());
    return goes ? Fate.REMOVE_FOLDER : Fate.AS_BEFORE;
  }

  private boolean holds(Path file, String digest) throws IOException {
    return Content.sha256(disk.read(file)).equals(digest);
  }

  private static List<Item> together(List<Item> items) {
    Set<Path> left = new HashSet<>();
    for (Item item : items) {
      if (!item.fate().acts() && item.fate() != Fate.AS_BEFORE) {
        left.add(JournalEntry.place(item.entry));
      }
    }
    return items.stream()
        .map(
            item ->
                item.fate().acts() && left.contains(JournalEntry.place(item.entry))
                    ? item.with(Fate.TOGETHER)
                    : item)
        .toList();
  }

  /**
   * Takes back what acts; every file is looked at once more before it is touched.
   *
   * @return what could not be taken back, although its fate said so
   * @throws ProblemException when the journal cannot be written or another run works in one of the
   *     folders; nothing was touched then
   */
  public List<Problem> run(List<Item> items) throws ProblemException {
    List<JournalEntry> folders = new ArrayList<>();
    List<JournalEntry> files = new ArrayList<>();
    for (Item item : items.reversed()) {
      if (item.fate().acts()) {
        (item.fate() == Fate.REMOVE_FOLDER ? folders : files).add(item.entry);
      }
    }
    // Taken back in reverse: the files, then the locks, then the folders the locks stood in.
    files.stream()
        .map(JournalEntry::place)
        .distinct()
        .forEach(folder -> folders.add(new JournalEntry.Lock(folder)));
    String id = "undo-" + UUID.randomUUID();
    HeldLocks locks = new HeldLocks(disk, id);
    Journal journal = null;
    boolean announced = false;
    try {
      journal = Journal.create(disk, journals, id);
      journal.add(folders);
      locks.takeAgain(folders);
      journal.add(files);
      announced = true;
      return undo(journal, locks);
    } catch (IOException e) {
      throw DiskProblem.exception(e, journals);
    } finally {
      locks.giveBack();
      if (journal != null && !announced) {
        end(journal);
      }
    }
  }

  private List<Problem> undo(Journal journal, HeldLocks locks) {
    Undo undo = new Undo(disk, locks.byFolder());
    undo.all(journal.entries());
    if (undo.worthTryingAgain()) {
      journal.leave();
    } else {
      end(journal);
    }
    return undo.problems();
  }

  private static void end(Journal journal) {
    try {
      journal.delete();
    } catch (IOException e) {
      System.getLogger(TakeBack.class.getName())
          .log(System.Logger.Level.DEBUG, "A finished journal could not be removed.", e);
    }
  }
}
