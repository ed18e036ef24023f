package io.github.certwright.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.plan.Surroundings.FolderFacts;
import io.github.certwright.plan.Surroundings.FolderState;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderLookTest {
  @TempDir private Path temp;

  private FolderFacts look(String typed) {
    Machine machine =
        new Machine(OperatingSystem.LINUX, temp.getFileSystem(), Map.of(), temp.resolve("home"));
    return FolderLook.at(typed, machine, temp);
  }

  @Test
  void everyStateOfAFolderIsTold() throws Exception {
    Files.createDirectories(temp.resolve("out"));
    Files.writeString(temp.resolve("out/KeyStore.jks"), "x");
    assertThat(look("out").state()).isEqualTo(FolderState.WRITABLE);
    assertThat(look("out").names()).containsExactly("KeyStore.jks");
    assertThat(look("out").freeBytes()).isPositive();
    assertThat(look(" new/below ").state()).isEqualTo(FolderState.NEW);
    assertThat(look("new/../out").path()).isEqualTo(temp.resolve("out"));
    assertThat(look("out/KeyStore.jks").state()).isEqualTo(FolderState.NOT_A_FOLDER);
    assertThat(look("out/KeyStore.jks/below").state()).isEqualTo(FolderState.NOT_A_FOLDER);
    assertThat(look("a\u0000b").state()).isEqualTo(FolderState.NOT_A_PATH);
    assertThat(look("").state()).isEqualTo(FolderState.NOT_A_PATH);
    assertThat(look("~/x").path()).isEqualTo(temp.resolve("home/x"));
    Path locked = Files.createDirectory(temp.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    // The superuser may write everywhere.
    boolean root = Files.isWritable(locked);
    assertThat(look("locked/x").state())
        .isEqualTo(root ? FolderState.NEW : FolderState.NOT_WRITABLE);
    assertThat(temp.resolve("new")).doesNotExist();
  }

  @Test
  void whereLetterCaseDoesNotMatterAnotherSpellingIsInTheWayToo() throws Exception {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path folder = Files.createDirectory(windows.getPath("C:\\out"));
      Files.writeString(folder.resolve("keystore.JKS"), "x");

      assertThat(FolderLook.at(folder).names()).contains("KeyStore.jks");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/home/zoe/OneDrive/tls, OneDrive",
    "/home/zoe/OneDrive - Example Ltd/tls, OneDrive",
    "/home/zoe/Dropbox (Example)/tls, Dropbox",
    "/Users/zoe/Library/Mobile Documents/com~apple~CloudDocs/x, iCloud Drive",
    "/Users/zoe/Library/CloudStorage/GoogleDrive-zoe@example.com/My Drive, Google Drive",
    "/home/zoe/dropboxes, ''",
    "/home/zoe/tls, ''"
  })
  void synchronisedFoldersAreNamed(String path, String service) {
    assertThat(FolderLook.synchronisedBy(Path.of(path))).isEqualTo(service);
  }

  @Test
  void theUsersFoldersFollowTheCustomsOfEachSystem() throws Exception {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
        FileSystem mac = Jimfs.newFileSystem(Configuration.osX());
        FileSystem linux = Jimfs.newFileSystem(Configuration.unix())) {
      Map<String, String> local = Map.of("LocalAppData", "C:\\Users\\z\\AppData\\Local");
      UserFolders onWindows = on(OperatingSystem.WINDOWS, windows, local, "C:\\Users\\z");
      assertThat(onWindows.state()).hasToString("C:\\Users\\z\\AppData\\Local\\Certwright\\State");
      UserFolders onMac = on(OperatingSystem.MACOS, mac, Map.of(), "/Users/z");
      assertThat(onMac.configuration())
          .hasToString("/Users/z/Library/Application Support/Certwright");
      UserFolders onLinux = on(OperatingSystem.LINUX, linux, Map.of(), "/home/z");
      assertThat(onLinux.configuration()).hasToString("/home/z/.config/certwright");
      assertThat(onLinux.journals()).hasToString("/home/z/.local/state/certwright/journals");
      assertThat(onLinux.documents()).hasToString("/home/z/Documents");
      // XDG Base Directory Specification: relative values must be ignored.
      Map<String, String> xdg =
          Map.of("XDG_CONFIG_HOME", "/conf", "XDG_STATE_HOME", "relative/state");
      UserFolders moved = on(OperatingSystem.LINUX, linux, xdg, "/home/z");
      assertThat(moved.configuration()).hasToString("/conf/certwright");
      assertThat(moved.state()).hasToString("/home/z/.local/state/certwright");
    }
  }

  private static UserFolders on(
      OperatingSystem system, FileSystem files, Map<String, String> environment, String home) {
    return UserFolders.on(new Machine(system, files, environment, files.getPath(home)));
  }
}
