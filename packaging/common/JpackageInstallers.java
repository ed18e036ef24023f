import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** {@code .msi} and a portable {@code .zip} on Windows, {@code .dmg} on macOS. */
final class JpackageInstallers {
  private final Work work;
  private final Image image;

  JpackageInstallers(Work work, Image image) {
    this.work = work;
    this.image = image;
  }

  void make() throws IOException, InterruptedException {
    boolean windows = work.system() == Work.OperatingSystem.WINDOWS;
    if (windows) {
      archive();
    }
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            Work.jdk("jpackage"),
            "--type",
            windows ? "msi" : "dmg",
            "--name",
            "Certwright",
            "--app-version",
            image.version(),
            "--vendor",
            "Certwright",
            "--app-image",
            image.folder().toString(),
            "--license-file",
            work.project().resolve("LICENSE").toString(),
            "--resource-dir",
            work.packaging(windows ? "windows" : "macos").toString(),
            "--dest",
            work.dist().toString()));
    if (windows) {
      words.add("--file-associations");
      words.add(association(work).toString());
      words.addAll(Image.options(work.packaging("windows").resolve("jpackage-options")));
    }
    Call.run(work.build().resolve("installer.log"), Map.of(), words);
  }

  /** What a double click on a client kit opens. */
  static Path association(Work work) throws IOException {
    boolean windows = work.system() == Work.OperatingSystem.WINDOWS;
    String common =
        Files.readString(work.packaging("common").resolve("certkit.properties"));
    Path icon = work.icon(windows ? "certwright.ico" : "certwright.icns");
    return Files.writeString(
        work.build().resolve("certkit.properties"),
        common + "icon=" + icon.toString().replace('\\', '/') + "\n");
  }

  private void archive() throws IOException {
    Path zip = work.dist().resolve("certwright-" + work.version() + "-windows-x64.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Path path : Folders.all(image.folder(), Comparator.naturalOrder())) {
        if (Files.isRegularFile(path) && !path.endsWith(".jpackage.xml")) {
          String name = image.folder().relativize(path).toString().replace('\\', '/');
          ZipEntry entry = new ZipEntry("certwright-" + work.version() + "/" + name);
          entry.setLastModifiedTime(Files.getLastModifiedTime(path));
          out.putNextEntry(entry);
          Files.copy(path, out);
          out.closeEntry();
        }
      }
    }
  }
}
