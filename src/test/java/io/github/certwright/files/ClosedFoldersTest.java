package io.github.certwright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether anything can be remembered on this computer. */
class ClosedFoldersTest {
  @TempDir private Path root;

  private static UserFolders at(Path configuration, Path state) {
    return new UserFolders(configuration, state, state);
  }

  @Test
  void foldersThatCanBeMadeAreOpenAndNothingIsMadeByLooking() {
    Path home = root.resolve("home");

    assertThat(at(home.resolve("a"), home.resolve("b")).closed()).isEmpty();
    assertThat(home).doesNotExist();
  }

  @Test
  void aPlaceThatIsNoFolderIsClosed() throws IOException {
    Path file = Files.createFile(root.resolve("file"));

    assertThat(at(root, file.resolve("state")).closed()).contains(file.resolve("state"));
  }

  @Test
  void aFolderThatMayNotBeWrittenIsClosed() throws IOException {
    Path fixed = Files.createDirectory(root.resolve("fixed"));
    Files.setPosixFilePermissions(fixed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(fixed), "An administrator may write everywhere.");

    assertThat(at(fixed.resolve("deeper"), root).closed()).contains(fixed.resolve("deeper"));
  }
}
