import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class Folders {
  private Folders() {}

  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : all(folder, Comparator.reverseOrder())) {
        Files.delete(path);
      }
    }
  }

  /** Copies what the rule takes, with times and rights. */
  static void copy(Path from, Path to, Predicate<Path> taken) throws IOException {
    for (Path path : all(from, Comparator.naturalOrder())) {
      Path copy = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(copy);
      } else if (taken.test(path)) {
        Files.copy(
            path, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Gives every file and folder one modification time. */
  static void date(Path folder, FileTime time) throws IOException {
    for (Path path : all(folder, Comparator.reverseOrder())) {
      if (!Files.isSymbolicLink(path)) {
        Files.setLastModifiedTime(path, time);
      }
    }
  }

  /** The bytes of all files. */
  static long size(Path folder) throws IOException {
    long size = 0;
    for (Path path : all(folder, Comparator.naturalOrder())) {
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        size += Files.size(path);
      }
    }
    return size;
  }

  static List<Path> all(Path folder, Comparator<Path> order) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(order).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
