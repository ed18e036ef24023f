import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Prints what was made, with sizes in megabytes of a million bytes. */
final class Sizes {
  private Sizes() {}

  static void print(Work work, Image image) throws IOException {
    line(image.folder(), Folders.size(image.folder()));
    try (Stream<Path> files = Files.list(work.dist())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        line(file, Files.size(file));
      }
    }
  }

  private static void line(Path path, long bytes) {
    System.out.printf("%8.1f MB  %s%n", bytes / 1e6, path.getFileName());
  }
}
