import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The program and its libraries as the image has them. Native libraries stand beside their jars,
 * where JavaFX looks first, so that none is unpacked into the home folder; so do fonts
 * (wizard.control.IconFonts), which JavaFX would copy to the temporary folder. Signatures of libraries
 * are left out, because Java keeps classes of signed jars out of its start-up cache and reads every
 * digest at each start; the installer as a whole is what is signed. Entries are stored as they are,
 * because what is compressed already cannot be compressed again: it makes packages smaller.
 */
final class Jars {
  /** Libraries that only the window needs; the helper with administrator's rights goes without. */
  private static final List<String> WINDOW =
      List.of("javafx-", "controlsfx-", "atlantafx-", "ikonli-");

  /** Of AtlantaFX, which has seven; the wizard has two of them. */
  private static final List<String> OTHER_THEMES =
      List.of("theme/nord-", "theme/cupertino-", "theme/dracula.");

  private final Work work;

  Jars(Work work) {
    this.work = work;
  }

  void copy() throws IOException, InterruptedException {
    Path input = work.input();
    Files.createDirectories(input);
    clean(
        work.app().resolve("certwright.jar"),
        input.resolve("certwright.jar"),
        new StyleSheets(work).binary());
    for (Path jar : Folders.all(work.app().resolve("lib"), Comparator.naturalOrder())) {
      if (jar.toString().endsWith(".jar") && !isEmpty(jar)) {
        clean(jar, input.resolve(jar.getFileName()), Map.of());
      }
    }
    Folders.date(input, FileTime.from(work.time()));
  }

  /** The names of the jars in class path order: ours, what every command needs, the window's. */
  static List<String> classPath(Path folder) throws IOException {
    return Folders.all(folder, Comparator.naturalOrder()).stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> name.endsWith(".jar"))
        .sorted(Comparator.comparingInt(Jars::rank).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  static boolean forWindow(String jar) {
    return WINDOW.stream().anyMatch(jar::startsWith);
  }

  private static int rank(String jar) {
    if (jar.equals("certwright.jar")) {
      return 0;
    }
    return forWindow(jar) ? 2 : 1;
  }

  /** JavaFX has a jar for each system, and one with nothing in it that names them. */
  private static boolean isEmpty(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      return file.stream().allMatch(entry -> entry.getName().startsWith("META-INF/"));
    }
  }

  private void clean(Path from, Path to, Map<String, byte[]> more) throws IOException {
    try (JarFile jar = new JarFile(from.toFile(), false);
        URLClassLoader loader = new URLClassLoader(new URL[] {from.toUri().toURL()});
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
      Modern modern = new Modern(loader);
      Manifest manifest = jar.getManifest();
      if (manifest != null) {
        manifest.getEntries().clear();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        manifest.write(lines);
        put(out, JarFile.MANIFEST_NAME, lines.toByteArray());
      }
      for (JarEntry entry : jar.stream().toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          if (nativeLibrary(entry.getName())) {
            Files.copy(in, nativeFolder().resolve(entry.getName()));
          } else if (wanted(entry)) {
            byte[] content = in.readAllBytes();
            if (iconFont(entry.getName())) {
              Files.write(work.input().resolve(lastName(entry)), content);
            }
            put(out, entry.getName(), modern.bytes(entry.getName(), content));
          }
        }
      }
      for (Map.Entry<String, byte[]> one : more.entrySet()) {
        put(out, one.getKey(), one.getValue());
      }
    }
  }

  private void put(JarOutputStream out, String name, byte[] content) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(work.time(), ZoneOffset.UTC));
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }

  private static boolean wanted(JarEntry entry) {
    String name = entry.getName();
    String upper = name.toUpperCase(Locale.ROOT);
    boolean signature =
        upper.startsWith("META-INF/")
            && List.of(".SF", ".RSA", ".DSA", ".EC").stream().anyMatch(upper::endsWith);
    return !entry.isDirectory()
        && !signature
        && !name.equals(JarFile.MANIFEST_NAME)
        && !name.equals("javafx-swt.jar")
        && OTHER_THEMES.stream().noneMatch(name::contains);
  }

  /** Ikonli finds them in its jars and reads them beside these. */
  private static boolean iconFont(String name) {
    return name.startsWith("META-INF/resources/") && name.endsWith(".ttf");
  }

  private static String lastName(JarEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }

  private static boolean nativeLibrary(String name) {
    return List.of(".so", ".dll", ".dylib").stream().anyMatch(name::endsWith);
  }

  /** Beside the jars; on Windows JavaFX looks into {@code ../bin} (NativeLibLoader). */
  private Path nativeFolder() throws IOException {
    return work.system() == Work.OperatingSystem.WINDOWS
        ? Files.createDirectories(work.build().resolve("natives"))
        : work.input();
  }
}
