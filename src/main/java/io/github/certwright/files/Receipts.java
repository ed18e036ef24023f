package io.github.certwright.files;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The receipts of ended jobs, one file each, readable by their owner alone. A receipt says what to
 * delete and to rename, so only those in a folder of our own are believed.
 */
public final class Receipts {
  private static final String SUFFIX = ".receipt";
  private static final int LARGEST = 16 * 1024 * 1024;

  private final Disk disk;
  private final Path folder;

  /**
   * @param folder made when the first receipt is kept
   */
  public Receipts(Disk disk, Path folder) {
    this.disk = disk;
    this.folder = folder;
  }

  /**
   * Keeps a receipt, in the place of the one with the same identifier.
   *
   * @throws ProblemException when the disk refuses; an older one is then still there
   */
  public void keep(Receipt receipt) throws ProblemException {
    Path file = file(receipt.id());
    Path temporary = folder.resolve(receipt.id() + ".tmp");
    try {
      Journal.makeFolders(disk, folder);
      Journal.checkFolder(folder);
      if (disk.look(temporary) == Disk.Kind.FILE) {
        disk.delete(temporary);
      }
      disk.createFile(temporary, Access.OWNER_ONLY);
      disk.write(temporary, write(receipt));
      disk.force(temporary);
      disk.move(temporary, file);
      disk.forceFolder(folder);
    } catch (IOException e) {
      throw DiskProblem.exception(e, file);
    }
  }

  /** Keeps a receipt that was owed, unless it was kept before the process ended. */
  void settle(ReceiptIntent owed, WayBack way) throws ProblemException {
    if (all().stream().noneMatch(receipt -> receipt.id().equals(owed.id()))) {
      keep(new Receipt(owed.id(), owed.notes(), Map.of(owed.part(), way)));
    }
  }

  /**
   * The receipts, newest first; files that cannot be understood are left out.
   *
   * @throws ProblemException when the folder cannot be read, or others may write to it
   */
  public List<Receipt> all() throws ProblemException {
    List<Receipt> all = new ArrayList<>();
    try {
      if (disk.look(folder) == Disk.Kind.NOTHING) {
        return all;
      }
      Journal.checkFolder(folder);
      for (Path file : disk.list(folder)) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(SUFFIX) && disk.look(file) == Disk.Kind.FILE) {
          read(name.substring(0, name.length() - SUFFIX.length()), file).ifPresent(all::add);
        }
      }
    } catch (IOException e) {
      throw DiskProblem.exception(e, folder);
    }
    all.sort(Comparator.comparing(Receipt::id).reversed());
    return all;
  }

  /**
   * Forgets a receipt.
   *
   * @throws ProblemException when the disk refuses
   */
  public void drop(String id) throws ProblemException {
    try {
      if (disk.look(file(id)) == Disk.Kind.FILE) {
        disk.delete(file(id));
      }
    } catch (IOException e) {
      throw DiskProblem.exception(e, file(id));
    }
  }

  private Path file(String id) {
    return folder.resolve(id + SUFFIX);
  }

  private static byte[] write(Receipt receipt) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(receipt.notes())
        .forEach(
            (name, value) ->
                lines.append(JournalFormat.line(List.of("note", name, JournalFormat.text(value)))));
    receipt
        .parts()
        .forEach(
            (name, way) -> {
              lines.append(JournalFormat.line(List.of("part", name)));
              lines.append(
                  new String(JournalFormat.write(way.entries()), StandardCharsets.US_ASCII));
            });
    lines.append(JournalFormat.line(List.of("end")));
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private Optional<Receipt> read(String id, Path file) {
    try {
      byte[] content = disk.read(file);
      return content.length > LARGEST
          ? Optional.empty()
          : read(id, new String(content, StandardCharsets.US_ASCII), file.getFileSystem());
    } catch (IOException e) {
      System.getLogger(Receipts.class.getName())
          .log(System.Logger.Level.DEBUG, "A receipt could not be read.", e);
      return Optional.empty();
    }
  }

  private static Optional<Receipt> read(String id, String text, FileSystem system)
      throws IOException {
    Map<String, String> notes = new LinkedHashMap<>();
    Map<String, List<JournalEntry>> parts = new LinkedHashMap<>();
    List<JournalEntry> part = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String[] f = JournalFormat.fields(line).orElse(new String[] {"damaged"});
      switch (f[0] + f.length) {
        case "note3" -> notes.put(f[1], JournalFormat.plain(f[2]));
        case "part2" -> part = parts.computeIfAbsent(f[1], _ -> new ArrayList<>());
        case "end1" -> {
          Map<String, WayBack> ways = new LinkedHashMap<>();
          parts.forEach((name, entries) -> ways.put(name, new WayBack(entries)));
          return Optional.of(new Receipt(id, notes, ways));
        }
        case "damaged1" -> {
          return Optional.empty();
        }
        default -> part.add(JournalFormat.entry(f, system).orElseThrow(IOException::new));
      }
    }
    return Optional.empty();
  }
}
