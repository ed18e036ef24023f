import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Makes what people download, for the system it runs on: {@code target/dist/certwright} with a Java
 * of its own, and its installers. Run by {@code mvn -Pdist verify} on the JDK that the image gets;
 * needs no library.
 *
 * <p>Arguments: the project's folder, its version, and the instant (ISO 8601) that every file of the
 * image carries, so that one commit gives one image.
 */
public final class Dist {
  private Dist() {}

  /** One step after the other; the first that fails ends the build. */
  public static void main(String[] args) throws Exception {
    Work work = new Work(Path.of(args[0]).toAbsolutePath(), args[1], Instant.parse(args[2]));
    Folders.remove(work.dist());
    Folders.remove(work.build());
    Files.createDirectories(work.dist());
    Files.createDirectories(work.build());
    new Jars(work).copy();
    new JavaRuntime(work).link();
    Image image = new Image(work);
    image.make();
    image.date();
    new Rehearsal(work, image).record();
    image.date();
    image.sign();
    if (System.getProperty("dist.image") == null) {
      installers(work, image);
    }
    Sizes.print(work, image);
  }

  private static void installers(Work work, Image image) throws IOException, InterruptedException {
    switch (work.system()) {
      case LINUX -> new LinuxInstallers(work, image).make();
      case WINDOWS, MACOS -> new JpackageInstallers(work, image).make();
    }
  }
}
