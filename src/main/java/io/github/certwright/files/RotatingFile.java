package io.github.certwright.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file that is only ever appended to, and that moves aside when it is full: {@code name}, then
 * {@code name.1}, and so on, the oldest being dropped. The file, and the folders made for it, are
 * their owner's alone. It is opened for each entry, so several processes may write to it.
 */
public final class RotatingFile {
  private static final Set<OpenOption> APPENDING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

  private final Path file;
  private final long mostBytes;
  private final int files;

  /**
   * @param mostBytes size at which it moves aside
   * @param files how many there are at most, the current one included
   */
  public RotatingFile(Path file, long mostBytes, int files) {
    this.file = file.toAbsolutePath();
    this.mostBytes = mostBytes;
    this.files = files;
  }

  /**
   * Appends one entry.
   *
   * @throws IOException when the system refuses
   */
  public synchronized void append(byte[] entry) throws IOException {
    makeFolders(file.getParent());
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) + entry.length > mostBytes) {
      moveAside();
    }
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, APPENDING, Rights.forNewFile(file, Access.OWNER_ONLY))) {
      ByteBuffer bytes = ByteBuffer.wrap(entry);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private void moveAside() throws IOException {
    for (int number = files - 1; number > 0; number--) {
      Path from = number == 1 ? file : numbered(number - 1);
      if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  private static void makeFolders(Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    makeFolders(folder.getParent());
    Files.createDirectory(folder, Rights.forNewFolder(folder, Access.OWNER_ONLY));
  }
}
