import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * {@code .tar.gz}, {@code .deb} and {@code .rpm}. The packages hold files and no script: what menus
 * and file types need is looked for by the desktop's own triggers, and removing a package leaves
 * nothing behind.
 */
final class LinuxInstallers {
  private static final String PLACE = "opt/certwright";
  private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256, 512);

  private final Work work;
  private final Image image;

  LinuxInstallers(Work work, Image image) {
    this.work = work;
    this.image = image;
  }

  void make() throws IOException, InterruptedException {
    archive();
    Path root = work.build().resolve("root");
    lay(root);
    if (Call.exists("dpkg-deb")) {
      debian(root);
    } else {
      System.out.println("No .deb was made: dpkg-deb is missing (Debian: dpkg).");
    }
    if (Call.exists("rpmbuild")) {
      redHat(root);
    } else {
      System.out.println("No .rpm was made: rpmbuild is missing (Debian: rpm).");
    }
  }

  private void archive() throws IOException, InterruptedException {
    String name = "certwright-" + work.version();
    Call.run(
        log("tar"),
        Map.of("GZIP", "-n9"),
        List.of(
            "tar",
            "--create",
            "--gzip",
            "--sort=name",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            "--exclude=.jpackage.xml",
            "--transform=s,^certwright," + name + ",",
            "--file",
            work.dist().resolve(name + "-linux-" + debianArchitecture() + ".tar.gz").toString(),
            "--directory",
            work.dist().toString(),
            "certwright"));
  }

  /** The files as they will stand on the computer. */
  private void lay(Path root) throws IOException {
    Folders.copy(
        image.folder(), root.resolve(PLACE), path -> !path.endsWith(".jpackage.xml"));
    Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(
        root.resolve("usr/bin/certwright"), Path.of("/", PLACE, "bin", "certwright"));
    Path linux = work.packaging("linux");
    put(linux.resolve("certwright.desktop"), root.resolve("usr/share/applications"));
    put(linux.resolve("certwright.xml"), root.resolve("usr/share/mime/packages"));
    put(
        linux.resolve("io.github.certwright.metainfo.xml"), root.resolve("usr/share/metainfo"));
    put(linux.resolve("copyright"), root.resolve("usr/share/doc/certwright"));
    for (int size : ICONS) {
      icon(root, "icon-" + size + ".png", size + "x" + size, "certwright.png");
    }
    icon(root, "certwright.svg", "scalable", "certwright.svg");
    Folders.date(root, FileTime.from(work.time()));
  }

  private void icon(Path root, String from, String size, String to) throws IOException {
    Path folder = root.resolve("usr/share/icons/hicolor").resolve(size).resolve("apps");
    Files.createDirectories(folder);
    copy(work.icon(from), folder.resolve(to));
  }

  private static void put(Path file, Path folder) throws IOException {
    Files.createDirectories(folder);
    copy(file, folder.resolve(file.getFileName()));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to);
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private void debian(Path root) throws IOException, InterruptedException {
    Path tree = work.build().resolve("deb");
    Folders.copy(root, tree, path -> true);
    String control =
        Files.readString(work.packaging("linux").resolve("control"))
            .replace("@version@", work.sorted())
            .replace("@architecture@", debianArchitecture())
            .replace("@kilobytes@", Long.toString(Folders.size(root) / 1024));
    Files.createDirectories(tree.resolve("DEBIAN"));
    Files.writeString(tree.resolve("DEBIAN/control"), control);
    Folders.date(tree, FileTime.from(work.time()));
    Call.run(
        log("dpkg-deb"),
        Map.of("SOURCE_DATE_EPOCH", Long.toString(work.time().getEpochSecond())),
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-z6",
            "--build",
            tree.toString(),
            work.dist()
                .resolve("certwright_" + work.sorted() + "_" + debianArchitecture() + ".deb")
                .toString()));
  }

  private void redHat(Path root) throws IOException, InterruptedException {
    Path top = work.build().resolve("rpm");
    Files.createDirectories(top);
    Call.run(
        log("rpmbuild"),
        Map.of("SOURCE_DATE_EPOCH", Long.toString(work.time().getEpochSecond())),
        List.of(
            "rpmbuild",
            "-bb",
            "--define",
            "_topdir " + top,
            "--define",
            "_rpmdir " + work.dist(),
            "--define",
            "certwright_root " + root,
            "--define",
            "certwright_version " + work.sorted(),
            "--define",
            "_rpmfilename certwright-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
            work.packaging("linux").resolve("certwright.spec").toString()));
  }

  private static String debianArchitecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }

  private Path log(String name) {
    return work.build().resolve(name + ".log");
  }
}
