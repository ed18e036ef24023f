package io.github.certwright.kit;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a zip archive (PKWARE APPNOTE 6.3) that may have been made to do harm. Programs disagree
 * about archives whose two directories differ; here the local header of every entry must say the
 * same as the central directory.
 */
final class HostileZip {
  static final int MAX_ENTRIES = 16;
  static final int MAX_BYTES = 10 * 1024 * 1024;
  static final int MAX_RATIO = 100;

  private static final int END = 0x06054b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_SIZE = 22;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int ENCRYPTED = 1;
  private static final int SIZES_FOLLOW = 8;
  // A ratio says nothing about a handful of bytes.
  private static final int SMALL = 4096;

  private final ByteBuffer zip;
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private final List<String> folded = new ArrayList<>();
  private int total;

  private HostileZip(byte[] bytes) {
    zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Name, method, flags, checksum and sizes as a header gives them. */
  private record Header(
      String name, int flags, int method, int crc, int compressed, int size, int offset) {}

  /**
   * The entries' contents by name, in the archive's order.
   *
   * @throws ProblemException when it is no archive, or is damaged or dangerous
   */
  static Map<String, byte[]> read(byte[] bytes) throws ProblemException {
    if (bytes.length > MAX_BYTES) {
      throw problem("kit.problem.bomb");
    }
    HostileZip reader = new HostileZip(bytes);
    int end = reader.findEnd();
    if (end < 0) {
      boolean cutOff = bytes.length >= 4 && reader.zip.getInt(0) == LOCAL;
      throw cutOff ? problem("kit.problem.damaged", "zip") : problem("kit.problem.not-a-kit");
    }
    try {
      reader.readAll(end);
      return reader.contents;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw problem("kit.problem.damaged", "zip");
    }
  }

  private int findEnd() {
    for (int at = zip.limit() - END_SIZE; at >= 0; at--) {
      if (zip.getInt(at) == END && at + END_SIZE + unsigned(at + 20) == zip.limit()) {
        return at;
      }
    }
    return -1;
  }

  private void readAll(int end) throws ProblemException {
    int count = unsigned(end + 10);
    if (count > MAX_ENTRIES) {
      throw problem("kit.problem.bomb");
    }
    int at = zip.getInt(end + 16);
    int used = 0;
    for (int i = 0; i < count; i++) {
      if (zip.getInt(at) != CENTRAL) {
        throw problem("kit.problem.damaged", "zip");
      }
      Header central = central(at);
      checkName(central.name());
      checkKind(at, central);
      used += read(central);
      at += 46 + unsigned(at + 28) + unsigned(at + 30) + unsigned(at + 32);
    }
    if (at != end || used > zip.getInt(end + 16)) {
      throw problem("kit.problem.header-mismatch", "zip");
    }
  }

  private Header central(int at) {
    return new Header(
        name(at + 46, unsigned(at + 28)),
        unsigned(at + 8),
        unsigned(at + 10),
        zip.getInt(at + 16),
        zip.getInt(at + 20),
        zip.getInt(at + 24),
        zip.getInt(at + 42));
  }

  private void checkName(String name) throws ProblemException {
    boolean drive = name.length() > 1 && name.charAt(1) == ':';
    boolean control = name.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    List<String> parts = List.of(name.split("/", -1));
    if (name.isEmpty()
        || drive
        || control
        || name.startsWith("/")
        || name.indexOf('\\') >= 0
        || parts.contains("..")
        || parts.contains(".")) {
      throw problem("kit.problem.unsafe-name", printable(name));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (folded.contains(lower)) {
      throw problem("kit.problem.duplicate", printable(name));
    }
    folded.add(lower);
  }

  private static void checkMode(int attributes, String name) throws ProblemException {
    // The upper half holds the Unix mode; 0120000 is a symbolic link (stat(2)).
    if ((attributes >>> 16 & 0170000) == 0120000) {
      throw problem("kit.problem.link", printable(name));
    }
  }

  private void checkKind(int at, Header central) throws ProblemException {
    checkMode(zip.getInt(at + 38), central.name());
    if ((central.flags() & ENCRYPTED) != 0
        || (central.method() != STORED && central.method() != DEFLATED)) {
      throw problem("kit.problem.damaged", printable(central.name()));
    }
  }

  /** Reads one entry and says how many bytes of the archive it takes at least. */
  private int read(Header central) throws ProblemException {
    int at = central.offset();
    if (zip.getInt(at) != LOCAL) {
      throw problem("kit.problem.header-mismatch", printable(central.name()));
    }
    Header local =
        new Header(
            name(at + 30, unsigned(at + 26)),
            unsigned(at + 6),
            unsigned(at + 8),
            zip.getInt(at + 14),
            zip.getInt(at + 18),
            zip.getInt(at + 22),
            at);
    if (!agree(local, central)) {
      throw problem("kit.problem.header-mismatch", printable(central.name()));
    }
    int start = at + 30 + unsigned(at + 26) + unsigned(at + 28);
    if (central.compressed() < 0 || central.size() < 0 || central.size() > MAX_BYTES - total) {
      throw problem("kit.problem.bomb");
    }
    if (central.compressed() > zip.limit() - start) {
      throw problem("kit.problem.damaged", printable(central.name()));
    }
    byte[] content = content(central, start);
    total += content.length;
    contents.put(central.name(), content);
    return start - at + central.compressed();
  }

  private static boolean agree(Header local, Header central) {
    boolean later = (central.flags() & SIZES_FOLLOW) != 0;
    boolean blank = later && local.crc() == 0 && local.compressed() == 0 && local.size() == 0;
    boolean same =
        local.crc() == central.crc()
            && local.compressed() == central.compressed()
            && local.size() == central.size();
    return local.name().equals(central.name())
        && local.flags() == central.flags()
        && local.method() == central.method()
        && (blank || same);
  }

  private byte[] content(Header header, int start) throws ProblemException {
    byte[] packed = new byte[header.compressed()];
    zip.get(start, packed);
    byte[] content = packed;
    if (header.method() == DEFLATED) {
      if (header.size() > SMALL && header.size() / MAX_RATIO > header.compressed()) {
        throw problem("kit.problem.bomb");
      }
      content = inflate(packed, header);
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    if (content.length != header.size() || (int) crc.getValue() != header.crc()) {
      throw problem("kit.problem.damaged", printable(header.name()));
    }
    return content;
  }

  private static byte[] inflate(byte[] packed, Header header) throws ProblemException {
    byte[] content = new byte[header.size()];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed);
      int length = 0;
      while (length < content.length) {
        int more = inflater.inflate(content, length, content.length - length);
        if (more == 0) {
          throw problem("kit.problem.damaged", printable(header.name()));
        }
        length += more;
      }
      if (inflater.inflate(new byte[1]) > 0) {
        throw problem("kit.problem.header-mismatch", printable(header.name()));
      }
      return content;
    } catch (DataFormatException e) {
      throw problem("kit.problem.damaged", printable(header.name()));
    }
  }

  private String name(int at, int length) {
    byte[] name = new byte[length];
    zip.get(at, name);
    return new String(name, StandardCharsets.UTF_8);
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }

  /** A hostile name, safe to show. */
  private static String printable(String name) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
    return shown.replaceAll("[^\\p{L}\\p{N} ._/\\\\:-]", "?");
  }

  private static ProblemException problem(String key, Object... args) {
    return new ProblemException(Problem.of("", key, args));
  }
}
