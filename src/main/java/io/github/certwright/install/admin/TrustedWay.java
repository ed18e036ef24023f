package io.github.certwright.install.admin;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a path leads where it leads for as long as an administrator wants it to: every folder on
 * it may be changed by administrators alone. Where another user may, that user could put a link to
 * somewhere else in the way between looking and writing.
 *
 * <p>Where the system has no POSIX modes only links are looked for: its standard folders for
 * programs are an administrator's by themselves.
 */
final class TrustedWay {
  /** Groups whose members are administrators: gid 0 on Linux and macOS, and macOS's admin. */
  private static final Set<String> GROUPS = Set.of("root", "wheel", "admin");

  /** As many links in a row as Linux follows (path_resolution(7)). */
  private static final int MOST_LINKS = 40;

  private static final int STICKY = 0x200;

  private final Set<String> owners;
  private int links;

  private TrustedWay(Set<String> owners) {
    this.owners = owners;
  }

  /**
   * The folder without links on its way.
   *
   * @param folder absolute; must be there
   * @throws ProblemException when somebody else could change where it leads
   */
  static Path real(Path folder) throws ProblemException {
    try {
      if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        return withoutLinks(folder);
      }
      TrustedWay way =
          new TrustedWay(
              Stream.of("root", System.getProperty("user.name")).collect(Collectors.toSet()));
      Path real = way.walk(folder);
      way.check(real, false);
      return real;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("", "install.problem.missing", folder).withDetail(e.toString()), e);
    }
  }

  private static Path withoutLinks(Path folder) throws IOException, ProblemException {
    Path real = folder.toRealPath();
    if (!real.equals(folder.toRealPath(LinkOption.NOFOLLOW_LINKS))) {
      throw new ProblemException(Problem.of("", "install.problem.link", folder));
    }
    return real;
  }

  /** Goes the way as the system does, one name at a time, through links that may be trusted. */
  private Path walk(Path path) throws IOException, ProblemException {
    Deque<Path> names = new ArrayDeque<>();
    path.forEach(names::add);
    Path here = path.getRoot();
    while (!names.isEmpty()) {
      check(here, true);
      Path name = names.pop();
      if (name.toString().equals("..")) {
        here = here.getParent() == null ? here : here.getParent();
        continue;
      }
      Path next = name.toString().equals(".") ? here : here.resolve(name);
      if (!Files.isSymbolicLink(next)) {
        here = next;
        continue;
      }
      if (++links > MOST_LINKS || sticky(here)) {
        throw new ProblemException(Problem.of("", "install.problem.link", next));
      }
      Path target = Files.readSymbolicLink(next);
      here = target.isAbsolute() ? target.getRoot() : here;
      Deque<Path> inserted = new ArrayDeque<>();
      target.forEach(inserted::push);
      inserted.forEach(names::push);
    }
    return here;
  }

  /**
   * Refuses a folder that others may change.
   *
   * @param between whether only the way leads through it: then others may add names to it where
   *     they cannot rename or remove those of others (mode 1777, as for temporary files)
   */
  private void check(Path folder, boolean between) throws IOException, ProblemException {
    PosixFileAttributes facts =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> modes = facts.permissions();
    boolean open =
        modes.contains(PosixFilePermission.OTHERS_WRITE)
            || (modes.contains(PosixFilePermission.GROUP_WRITE)
                && !GROUPS.contains(facts.group().getName()));
    boolean ours = owners.contains(facts.owner().getName());
    if (!ours || (open && !(between && sticky(folder)))) {
      throw new ProblemException(
          Problem.of("", "install.admin.problem.open-folder", folder, facts.owner().getName()));
    }
  }

  private static boolean sticky(Path folder) throws IOException {
    Object mode = Files.getAttribute(folder, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return mode instanceof Integer bits && (bits & STICKY) != 0;
  }
}
