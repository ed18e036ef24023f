package io.github.certwright.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The file system itself, each operation once and without patience. */
final class RealDisk implements Disk {

  @Override
  public Kind look(Path path) throws IOException {
    try {
      BasicFileAttributes facts =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (facts.isSymbolicLink()) {
        return Kind.LINK;
      }
      if (facts.isDirectory()) {
        return Kind.FOLDER;
      }
      return facts.isRegularFile() ? Kind.FILE : Kind.OTHER;
    } catch (NoSuchFileException e) {
      return Kind.NOTHING;
    }
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  @Override
  public void createFolder(Path folder, Access access) throws IOException {
    try {
      Files.createDirectory(folder, Rights.forNewFolder(folder, access));
    } catch (UnsupportedOperationException e) {
      throw notPrivate(folder, e);
    }
    Rights.settleFolder(folder, access);
  }

  @Override
  public void createFile(Path file, Access access) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      Files.newByteChannel(file, options, Rights.forNewFile(file, access)).close();
    } catch (UnsupportedOperationException e) {
      throw notPrivate(file, e);
    }
  }

  private static IOException notPrivate(Path path, UnsupportedOperationException cause) {
    IOException refusal = new FileSystemException(path.toString(), null, "cannot be private");
    refusal.initCause(cause);
    return refusal;
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            file,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING,
            LinkOption.NOFOLLOW_LINKS)) {
      out.write(content);
    }
  }

  @Override
  public void settle(Path file, Access access) throws IOException {
    Rights.settleFile(file, access);
  }

  @Override
  public void settleLike(Path file, Path model) throws IOException {
    Rights.settleLike(file, model);
  }

  @Override
  public String modes(Path file) throws IOException {
    return Rights.beyondOwner(file);
  }

  @Override
  public void giveModes(Path file, String modes) throws IOException {
    Rights.giveBack(file, modes);
  }

  @Override
  public void force(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      channel.force(true);
    }
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    if (!Rights.posix(folder)) {
      // Windows does not open folders as files; its rename is journalled by NTFS itself.
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void link(Path link, Path existing) throws IOException {
    Files.createLink(link, existing);
  }

  @Override
  public void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.delete(path);
  }

  @Override
  public boolean same(Path a, Path b) throws IOException {
    return Files.isSameFile(a, b);
  }

  @Override
  public Optional<Held> hold(Path file) throws IOException {
    return HeldFile.open(file);
  }
}
