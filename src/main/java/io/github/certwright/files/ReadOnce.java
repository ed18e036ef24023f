package io.github.certwright.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Reads a file that somebody else may change or replace at any moment: opened once, without
 * following a link in the last place, so that what is judged is what is used.
 */
public final class ReadOnce {
  private ReadOnce() {}

  /**
   * Whether something stands there that is no file, nor a link to one: a folder, a device, a named
   * pipe. Opening the latter would wait for a writer, perhaps for ever.
   */
  public static boolean isOther(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  /**
   * The content, but never more than {@code most} bytes and one; a result of that length means that
   * the file is too large.
   *
   * @throws IOException also when something else than a file stands there
   */
  public static byte[] bytes(Path file, int most) throws IOException {
    // Opening a named pipe would wait for a writer, so what is no file is not opened.
    if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile()) {
      throw new FileSystemException(file.toString(), null, "not a plain file");
    }
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      ByteBuffer room = ByteBuffer.allocate((int) Math.min(channel.size(), most) + 1);
      int read = 0;
      while (room.hasRemaining() && read >= 0) {
        read = channel.read(room);
      }
      byte[] bytes = new byte[room.position()];
      room.get(0, bytes);
      return bytes;
    }
  }
}
