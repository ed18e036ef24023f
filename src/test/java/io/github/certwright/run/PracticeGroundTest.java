package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.text.Text;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeGroundTest {
  @TempDir private Path home;

  private Workbench bench() {
    return new Workbench(
        new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), home),
        Disk.real(),
        home.resolve("journals"),
        Clock.system(ZoneOffset.UTC),
        new SecureRandom(),
        Text.english());
  }

  @Test
  void nothingIsLeftWhenItIsClosed() throws Exception {
    Path folder;
    int port;
    try (PracticeGround ground = PracticeGround.open(bench())) {
      folder = ground.tool().getParent();
      port = URI.create(ground.url()).getPort();
      assertThat(folder).isNotEmptyDirectory();
      assertThat(new InstallJob(bench(), Scene.quickTools().probe()).plan(List.of(ground.tool())))
          .extracting(checked -> checked.problems().size())
          .isEqualTo(0);
    }

    assertThat(folder).doesNotExist();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
    assertThat(home.resolve("journals")).isEmptyDirectory();
  }

  @Test
  void nothingIsLeftWhenItCannotBeOpened() throws Exception {
    Path temporary = Files.createDirectory(home.resolve("temporary"));
    try (PracticeGround _ = PracticeGround.open(bench(), temporary)) {
      assertThat(temporary).isNotEmptyDirectory();
    }
    Files.delete(home.resolve("journals"));
    Files.writeString(home.resolve("journals"), "a file is in the way");

    assertThatThrownBy(() -> PracticeGround.open(bench(), temporary))
        .isInstanceOf(ProblemException.class);

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void anImaginedGroundIsNotThere() {
    PracticeGround.Imagined ground = PracticeGround.imagined(bench());

    assertThat(Path.of(ground.where().folder())).doesNotExist();
    assertThat(ground.where().upload()).map(UploadAnswer::tlsPort).contains(10002);
    assertThat(home).isEmptyDirectory();
  }
}
