package io.github.certwright.wizard.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconFontsTest {
  @TempDir private Path root;

  @Test
  void aFontBesideItsJarIsReadThereAlsoInAFolderWithASpace() throws IOException {
    Path folder = Files.createDirectories(root.resolve("lib of app"));
    String inside = "jar:" + folder.resolve("icons.jar").toUri() + "!/fonts/4.28/icons.ttf";

    assertThat(IconFonts.beside(inside)).isEmpty();
    Path font = Files.createFile(folder.resolve("icons.ttf"));
    assertThat(IconFonts.beside(inside)).contains(font);
  }

  @Test
  void aFontThatIsAFileStaysWhereItIs() {
    assertThat(IconFonts.beside(root.resolve("icons.ttf").toUri().toString())).isEmpty();
  }
}
