package io.github.certwright.install.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.install.InstalledState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run with an administrator's rights writes only where nobody else can lead it astray. */
class AdminTargetsTest extends StagedScene {
  @Test
  void whatIsNoToolIsNotWrittenTo() throws Exception {
    refusedFor(
        Files.createDirectories(temp.resolve("opt/home")), "install.admin.problem.not-a-tool");
    refusedFor(temp.resolve("opt/missing"), "install.problem.missing");
  }

  @Test
  void aLinkInTheToolsFolderIsRefused() throws Exception {
    Path elsewhere = Files.createDirectories(temp.resolve("opt/elsewhere"));
    Path certs = tool.resolve("certs");
    Files.createSymbolicLink(certs, elsewhere);
    refusedFor(tool, "install.problem.link");

    Files.delete(certs);
    Files.createDirectory(certs);
    Files.createSymbolicLink(certs.resolve("cert.pass"), elsewhere.resolve("shadow"));
    refusedFor(tool, "install.problem.link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opt", "opt/Größe 工具 'x'", "opt/Größe 工具 'x'/certs"})
  void aFolderThatOthersMayChangeIsRefused(String open) throws Exception {
    Files.createDirectory(tool.resolve("certs"));
    Files.setPosixFilePermissions(temp.resolve(open), PosixFilePermissions.fromString("rwxrwxrwx"));

    refusedFor(tool, "install.admin.problem.open-folder");
  }

  @Test
  void aLinkThatOthersMayTurnIsRefusedAndOneOfTheAdministratorsIsFollowed() throws Exception {
    Path links = Files.createDirectory(temp.resolve("opt/links"));
    Path link = Files.createSymbolicLink(links.resolve("modeler"), Path.of("../").resolve(tool));
    Files.setPosixFilePermissions(links, PosixFilePermissions.fromString("rwxrwxrwx"));
    refusedFor(link, "install.admin.problem.open-folder");

    Files.setPosixFilePermissions(links, PosixFilePermissions.fromString("rwxr-xr-x"));
    staging.close();
    staging = stage(link);

    assertThat(run().getFirst().problem()).isEmpty();
    assertThat(state(tool)).isInstanceOf(InstalledState.ThisCertificate.class);
  }

  @Test
  void linksInCirclesEnd() throws Exception {
    Path link = temp.resolve("opt/circle");
    Files.createSymbolicLink(link, Path.of("circle"));

    refusedFor(link, "install.problem.link");
  }

  @Test
  void oneToolFailingDoesNotStopTheOthers() throws Exception {
    Path second = tool("second");
    staging.close();
    staging = stage(temp.resolve("opt/missing"), second, tool);

    assertThat(run())
        .extracting(result -> result.problem().isEmpty())
        .containsExactly(false, true, true);
    assertThat(state(second)).isInstanceOf(InstalledState.ThisCertificate.class);
  }

  @Test
  void aJournalThatOthersMayWriteIsNoOrder() throws Exception {
    Files.createDirectories(journals);
    Files.setPosixFilePermissions(journals, PosixFilePermissions.fromString("rwxrwxrwx"));

    refusedWhole(staging.digest(), "install.admin.problem.open-folder");
  }
}
