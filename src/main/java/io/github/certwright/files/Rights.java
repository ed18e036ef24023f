package io.github.certwright.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
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

  private Rights() {}

  static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
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
    if (access == Access.AS_FOLDER && folder != null) {
      Set<PosixFilePermission> shared = EnumSet.copyOf(mayBeShared);
      shared.retainAll(Files.getPosixFilePermissions(folder));
      wanted.addAll(shared);
    }
    if (!Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(wanted)) {
      Files.setPosixFilePermissions(path, wanted);
    }
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
