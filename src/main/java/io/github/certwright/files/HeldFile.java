package io.github.certwright.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file held by an operating-system lock, which a killed process gives up by itself.
 *
 * <p>On POSIX systems closing any descriptor of a file drops the process's locks on it (fcntl(2)),
 * and Java refuses overlapping locks only after opening; so one process remembers what it holds and
 * never opens it a second time.
 */
final class HeldFile implements Disk.Held {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  // Locks are mandatory on Windows: the locked byte lies beyond the content, so others can read it.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path path;
  private final FileChannel channel;

  private HeldFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static Optional<Disk.Held> open(Path file) throws IOException {
    Path key = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    if (!HELD.add(key)) {
      return Optional.empty();
    }
    boolean held = false;
    FileChannel channel = null;
    try {
      channel = create(file);
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      held = lock != null;
      return held ? Optional.of(new HeldFile(key, channel)) : Optional.empty();
    } finally {
      if (!held) {
        if (channel != null) {
          channel.close();
        }
        HELD.remove(key);
      }
    }
  }

  private static FileChannel create(Path file) throws IOException {
    try {
      FileChannel channel = open(file, StandardOpenOption.CREATE_NEW);
      try {
        Rights.shareWithWriters(file);
      } catch (NoSuchFileException _) {
        // Somebody took, gave back and removed it in this moment; the taker notices.
        return channel;
      }
      return channel;
    } catch (FileAlreadyExistsException _) {
      return open(file, StandardOpenOption.CREATE);
    }
  }

  private static FileChannel open(Path file, OpenOption how) throws IOException {
    return FileChannel.open(
        file,
        Set.of(how, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        Rights.forNewFile(file, Access.AS_FOLDER));
  }

  @Override
  public void append(byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    long position = channel.size();
    while (rest.hasRemaining()) {
      position += channel.write(rest, position);
    }
  }

  @Override
  public void force() throws IOException {
    channel.force(true);
  }

  @Override
  public byte[] readAll() throws IOException {
    ByteBuffer all = ByteBuffer.allocate((int) Math.min(channel.size(), Integer.MAX_VALUE - 8));
    int read = 0;
    while (all.hasRemaining() && read >= 0) {
      read = channel.read(all, all.position());
    }
    byte[] bytes = new byte[all.position()];
    all.get(0, bytes);
    return bytes;
  }

  @Override
  public boolean current() throws IOException {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) == channel.size();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(HeldFile.class.getName())
          .log(System.Logger.Level.DEBUG, "A held file could not be closed.", e);
    } finally {
      HELD.remove(path);
    }
  }
}
