package io.github.certwright.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Journal entries as lines of text, each with its checksum: a line that a crash cut off does not
 * count, and what it announces was not begun.
 */
final class JournalFormat {
  private JournalFormat() {}

  static byte[] write(List<JournalEntry> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(entry -> lines.append(line(fields(entry))));
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** One line with its checksum and its end; fields hold no spaces. */
  static String line(List<String> fields) {
    String line = String.join(" ", fields);
    return line + " " + checksum(line) + "\n";
  }

  /** The fields of one line without its end; empty when it was cut off or changed. */
  static Optional<String[]> fields(String line) {
    int end = line.lastIndexOf(' ');
    return end < 0 || !checksum(line.substring(0, end)).equals(line.substring(end + 1))
        ? Optional.empty()
        : Optional.of(line.substring(0, end).split(" ", -1));
  }

  /**
   * The entries up to the first line that was cut off.
   *
   * @throws IOException when a whole line says what this program does not know; a newer one does
   */
  static List<JournalEntry> read(byte[] journal, FileSystem system) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    for (String line : new String(journal, StandardCharsets.US_ASCII).split("\n", -1)) {
      Optional<String[]> fields = fields(line);
      if (fields.isEmpty()) {
        return entries;
      }
      Optional<JournalEntry> entry = entry(fields.get(), system);
      entries.add(entry.orElseThrow(() -> new IOException("An entry of a newer Certwright.")));
    }
    return entries;
  }

  private static List<String> fields(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Folder e -> List.of("folder", text(e.folder()));
      case JournalEntry.Lock e -> List.of("lock", text(e.folder()));
      case JournalEntry.Temporary e -> List.of("temporary", text(e.file()));
      case JournalEntry.Fresh e -> List.of("fresh", text(e.target()), e.content());
      case JournalEntry.Replaced e ->
          e.modes().isEmpty()
              ? List.of("replaced", text(e.target()), text(e.backup()), e.old(), e.content())
              : List.of(
                  "replaced", text(e.target()), text(e.backup()), e.old(), e.content(), e.modes());
      case JournalEntry.Abandoned e -> List.of("abandoned", text(e.folder()));
      case JournalEntry.Owed(ReceiptIntent owed) ->
          List.of("owed", owed.id(), owed.part(), text(notes(owed.notes())));
      case JournalEntry.Committed _ -> List.of("committed");
      case JournalEntry.TakenBack _ -> List.of("taken-back");
    };
  }

  static Optional<JournalEntry> entry(String[] f, FileSystem system) {
    try {
      return Optional.ofNullable(
          switch (f[0] + f.length) {
            case "folder2" -> new JournalEntry.Folder(path(f[1], system));
            case "lock2" -> new JournalEntry.Lock(path(f[1], system));
            case "temporary2" -> new JournalEntry.Temporary(path(f[1], system));
            case "fresh3" -> new JournalEntry.Fresh(path(f[1], system), f[2]);
            case "replaced5", "replaced6" ->
                new JournalEntry.Replaced(
                    path(f[1], system),
                    path(f[2], system),
                    f[3],
                    f[4],
                    f.length == 6 ? Rights.known(f[5]) : "");
            case "abandoned2" -> new JournalEntry.Abandoned(path(f[1], system));
            case "owed4" -> new JournalEntry.Owed(owed(f));
            case "committed1" -> new JournalEntry.Committed();
            case "taken-back1" -> new JournalEntry.TakenBack();
            default -> null;
          });
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** One note a line, its name and its value as fields. */
  private static String notes(Map<String, String> notes) {
    return new TreeMap<>(notes)
        .entrySet().stream()
            .map(note -> note.getKey() + " " + text(note.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private static ReceiptIntent owed(String[] f) {
    // The identifier becomes a file's name.
    if (!f[1].matches("[0-9A-Za-z-]+")) {
      throw new IllegalArgumentException(f[1]);
    }
    Map<String, String> notes = new LinkedHashMap<>();
    for (String line : plain(f[3]).lines().toList()) {
      int space = line.indexOf(' ');
      notes.put(line.substring(0, Math.max(space, 0)), plain(line.substring(space + 1)));
    }
    return new ReceiptIntent(f[1], f[2], notes);
  }

  private static String text(Path path) {
    return text(path.toAbsolutePath().toString());
  }

  /** Any text as one field. */
  static String text(String plain) {
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static String plain(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private static Path path(String text, FileSystem system) {
    return system.getPath(plain(text));
  }

  private static String checksum(String line) {
    CRC32 crc = new CRC32();
    crc.update(line.getBytes(StandardCharsets.US_ASCII));
    return Long.toHexString(crc.getValue());
  }
}
