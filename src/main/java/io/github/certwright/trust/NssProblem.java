package io.github.certwright.trust;

import io.github.certwright.files.ReadOnce;
import io.github.certwright.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the names of NSS's errors mean for a person (sslerr.h, secerr.h). */
final class NssProblem {
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  // https://www.sqlite.org/fileformat.html, 1.3: page size at 16, pages at 28.
  private static final int HEADER = 32;
  private static final int PAGE_SIZE = 16;
  private static final int PAGES = 28;

  private NssProblem() {}

  static Problem of(Path folder, String errors) {
    if (errors.contains("SEC_ERROR_BAD_PASSWORD")) {
      return Problem.of("", "trust.nss.problem.password", folder);
    }
    boolean broken =
        errors.contains("SEC_ERROR_BAD_DATABASE")
            || errors.contains("SEC_ERROR_PKCS11_GENERAL_ERROR")
            || errors.contains("SEC_ERROR_LEGACY_DATABASE");
    if (broken) {
      // NSS says the same of a database that is damaged and of one that is locked.
      return looksWhole(folder.resolve(NssStore.DATABASE))
          ? Problem.of("", "trust.nss.problem.locked", folder)
          : Problem.of("", "trust.nss.problem.damaged", folder);
    }
    return Problem.of("", "trust.nss.problem.refused", folder);
  }

  private static boolean looksWhole(Path database) {
    try {
      byte[] bytes = ReadOnce.bytes(database, HEADER);
      if (bytes.length < HEADER) {
        return false;
      }
      ByteBuffer header = ByteBuffer.wrap(bytes);
      int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE));
      // The value 1 stands for 65,536.
      long pageSize = size == 1 ? 1 << 16 : size;
      long pages = Integer.toUnsignedLong(header.getInt(PAGES));
      return Arrays.equals(bytes, 0, SQLITE.length, SQLITE, 0, SQLITE.length)
          && Files.size(database) >= pages * pageSize;
    } catch (IOException _) {
      return false;
    }
  }
}
