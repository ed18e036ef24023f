package io.github.certwright.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Modes and access lists, which differ between the systems. */
final class Rights {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> READ_BY_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
  private static final Set<PosixFilePermission> ENTER_BY_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE);

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(EnumSet.copyOf(FOLDER));

  private static final Set<PosixFilePermission> GROUP =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);

  private static final Set<PosixFilePermission> WRITE_BY_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private Rights() {}

  static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Whether nobody else can put files into a folder; true where the system has no modes to ask. */
  static boolean oursAlone(Path folder) throws IOException {
    if (!posix(folder)) {
      return true;
    }
    PosixFileAttributes facts = Files.readAttributes(folder, PosixFileAttributes.class);
    String me = System.getProperty("user.name");
    // Java says "?" where the user database does not know this user, as in some containers.
    boolean ours = me.equals("?") || facts.owner().getName().equals(me);
    return ours && Collections.disjoint(facts.permissions(), WRITE_BY_OTHERS);
  }

  /**
   * Who may use a file, in the form {@code rw-r--r--}; empty when that is its owner alone, or where
   * the system has no modes.
   */
  static String beyondOwner(Path file) throws IOException {
    if (!posix(file)) {
      return "";
    }
    Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
    return Collections.disjoint(modes, OTHERS) ? "" : PosixFilePermissions.toString(modes);
  }

  /** Modes as {@link #beyondOwner} says them, or an {@link IllegalArgumentException}. */
  static String known(String modes) {
    return PosixFilePermissions.toString(PosixFilePermissions.fromString(modes));
  }

  /** Gives a file the modes that {@link #beyondOwner} said. */
  static void giveBack(Path file, String modes) throws IOException {
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(modes);
    if (!Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).equals(wanted)) {
      setModes(file, wanted);
    }
  }

  static FileAttribute<?>[] forNewFile(Path file, Access access) throws IOException {
    return forNew(file, access, FILE);
  }

  static FileAttribute<?>[] forNewFolder(Path folder, Access access) throws IOException {
    return forNew(folder, access, FOLDER);
  }

  static void settleFile(Path file, Access access) throws IOException {
    settle(file, access, FILE, READ_BY_OTHERS);
  }

  static void settleFolder(Path folder, Access access) throws IOException {
    settle(folder, access, FOLDER, ENTER_BY_OTHERS);
  }

  /**
   * Gives a file the owner, group and modes of another. Only an administrator may give a file away,
   * and others only to groups of their own; nobody gets more than before by that. In a folder that
   * somebody else may change nothing is given away: what has the file's name there may be another
   * file by now.
   */
  static void settleLike(Path file, Path model) throws IOException {
    if (!posix(file)) {
      return;
    }
    if (!onlyWeChange(file.toAbsolutePath().getParent())) {
      settleFile(file, Access.AS_FOLDER);
      return;
    }
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributes wanted =
        Files.readAttributes(model, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> modes = EnumSet.copyOf(wanted.permissions());
    if (!given(view, wanted.group())) {
      // Another group stands there now, which may do no more than everybody.
      modes.removeAll(GROUP);
      for (PosixFilePermission one : GROUP) {
        if (modes.contains(forEverybody(one))) {
          modes.add(one);
        }
      }
    }
    if (!given(view, wanted.owner())) {
      modes.addAll(FILE);
    }
    view.setPermissions(modes);
  }

  /** Whether a folder is ours or the administrator's, and closed to changes by anybody else. */
  private static boolean onlyWeChange(Path folder) throws IOException {
    PosixFileAttributes facts = Files.readAttributes(folder, PosixFileAttributes.class);
    UserPrincipal owner = facts.owner();
    return (owner.equals(me(folder)) || owner.getName().equals("root"))
        && !facts.permissions().contains(PosixFilePermission.GROUP_WRITE)
        && !facts.permissions().contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static PosixFilePermission forEverybody(PosixFilePermission ofGroup) {
    return PosixFilePermission.valueOf(ofGroup.name().replace("GROUP", "OTHERS"));
  }

  private static boolean given(PosixFileAttributeView view, GroupPrincipal group)
      throws IOException {
    if (view.readAttributes().group().equals(group)) {
      return true;
    }
    try {
      view.setGroup(group);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean given(PosixFileAttributeView view, UserPrincipal owner)
      throws IOException {
    if (view.readAttributes().owner().equals(owner)) {
      return true;
    }
    try {
      view.setOwner(owner);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static FileAttribute<?>[] forNew(Path path, Access access, Set<PosixFilePermission> owner)
      throws IOException {
    if (posix(path)) {
      return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
    }
    boolean lists = path.getFileSystem().supportedFileAttributeViews().contains("acl");
    if (access == Access.OWNER_ONLY && lists) {
      return new FileAttribute<?>[] {new OwnerOnly(List.of(everythingFor(me(path))))};
    }
    return new FileAttribute<?>[0];
  }

  private static void settle(
      Path path,
      Access access,
      Set<PosixFilePermission> owner,
      Set<PosixFilePermission> mayBeShared)
      throws IOException {
    if (!posix(path)) {
      return;
    }
    Set<PosixFilePermission> wanted = EnumSet.copyOf(owner);
    Path folder = path.toAbsolutePath().getParent();
    if (access != Access.OWNER_ONLY && folder != null) {
      Set<PosixFilePermission> shared = EnumSet.copyOf(mayBeShared);
      shared.retainAll(Files.getPosixFilePermissions(folder));
      wanted.addAll(shared);
    }
    if (!Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(wanted)) {
      setModes(path, wanted);
    }
  }

  /**
   * Lets everybody who may write the folder write the file as well: a lock that one user's killed
   * process left is then no obstacle for the next user.
   */
  static void shareWithWriters(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (!posix(file) || folder == null) {
      return;
    }
    Set<PosixFilePermission> modes = EnumSet.copyOf(FILE);
    Set<PosixFilePermission> writers = Files.getPosixFilePermissions(folder);
    if (writers.contains(PosixFilePermission.GROUP_WRITE)) {
      modes.add(PosixFilePermission.GROUP_READ);
      modes.add(PosixFilePermission.GROUP_WRITE);
    }
    if (writers.contains(PosixFilePermission.OTHERS_WRITE)) {
      modes.add(PosixFilePermission.OTHERS_READ);
      modes.add(PosixFilePermission.OTHERS_WRITE);
    }
    if (!modes.equals(FILE)) {
      setModes(file, modes);
    }
  }

  private static void setModes(Path path, Set<PosixFilePermission> modes) throws IOException {
    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setPermissions(modes);
  }

  private static UserPrincipal me(Path path) throws IOException {
    return path.getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(System.getProperty("user.name"));
  }

  private static AclEntry everythingFor(UserPrincipal user) {
    return AclEntry.newBuilder()
        .setType(AclEntryType.ALLOW)
        .setPrincipal(user)
        .setPermissions(EnumSet.allOf(AclEntryPermission.class))
        .build();
  }

  /** An access list given at creation, so that no moment exists in which others may read. */
  private record OwnerOnly(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
    @Override
    public String name() {
      return "acl:acl";
    }
  }
}
