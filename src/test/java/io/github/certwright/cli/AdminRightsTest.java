package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.certwright.Main;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.InstalledState;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.SamplePair;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * With two real users: {@code install} is run by one who may not write to the tool, and a pretend
 * {@code pkexec} hands its words to one who may. Needs the right to become somebody else, as
 * containers have it.
 */
@Timeout(60)
class AdminRightsTest {
  private static final String NOBODY = "65534";

  @TempDir private Path root;
  private final SamplePair sample = SamplePair.make("twcloud.example.com", "client password");
  private Path tool;
  private String classPath;

  @BeforeEach
  void twoUsers() throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "needs the right to change users");
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/setpriv"))
            && Programs.run(List.of("/usr/bin/setpriv", "--reuid=" + NOBODY, "true")).exitCode()
                == 0);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    tool = root.resolve("opt/Cameo Größe 'x'");
    for (String part : List.of("bin", "lib", "plugins")) {
      Files.createDirectories(tool.resolve(part));
    }
    Files.writeString(tool.resolve("bin/csm.properties"), "JAVA_HOME=\n");
    classPath = readableClassPath();
    Path home = Files.createDirectory(root.resolve("home"));
    Files.write(home.resolve("cert.jks"), sample.store());
    Files.write(home.resolve("word"), sample.password());
    Path pkexec = Files.createDirectory(root.resolve("bin")).resolve("pkexec");
    Files.writeString(
        pkexec,
        "#!/bin/sh\nprintf '%s\\0' \"$@\" > '" + home + "/request'\ncat '" + home + "/answer'\n");
    Files.setPosixFilePermissions(pkexec, PosixFilePermissions.fromString("rwxr-xr-x"));
    shell("mkfifo '" + home + "/request' '" + home + "/answer'; chown -R 65534 '" + home + "'");
  }

  /** Copies of what this test runs with, without the window's libraries, for everybody to read. */
  private String readableClassPath() throws IOException {
    Path copies = Files.createDirectory(root.resolve("program"));
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      // Surefire leaves an empty entry at the end.
      if (!entry.isEmpty()
          && Files.exists(Path.of(entry))
          && !entry.matches(".*(javafx|controlsfx|archunit).*")) {
        Path copy = copies.resolve(String.valueOf(entries.size()));
        shell("cp -r '" + entry + "' '" + copy + "'");
        entries.add(copy.toString());
      }
    }
    shell("chmod -R a+rX '" + copies + "'");
    return String.join(File.pathSeparator, entries);
  }

  private static void shell(String command) {
    Programs.Ran ran = Programs.run(List.of("sh", "-c", command));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
  }

  private Programs.Ran install(String... more) {
    Path home = root.resolve("home");
    List<String> words =
        new ArrayList<>(
            List.of(
                "/usr/bin/setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "env",
                "-i",
                "LANG=C.UTF-8",
                "PATH=" + root.resolve("bin") + ":/usr/bin:/bin",
                "HOME=" + home,
                "XDG_STATE_HOME=" + home,
                "XDG_CONFIG_HOME=" + home,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Main.class.getName(),
                "install",
                "--client-store",
                home.resolve("cert.jks").toString(),
                "--client-password-file",
                home.resolve("word").toString(),
                "--into",
                tool.toString(),
                "--yes"));
    words.addAll(List.of(more));
    return Programs.run(words);
  }

  @Test
  void withoutTheQuestionNothingIsWrittenAndTheCommandIsTold() {
    Programs.Ran ran = install();

    assertThat(ran.exitCode()).as(ran.output()).isEqualTo(4);
    assertThat(ran.output()).contains("sudo install -m 644");
    assertThat(tool.resolve("certs")).doesNotExist();
  }

  @Test
  void onlyTheCopyingHasTheRightsAndWhatItDidIsReadBackWithoutThem() throws Exception {
    Path home = root.resolve("home");
    Process administrator =
        new ProcessBuilder(
                "xargs",
                "-0",
                "-a",
                home.resolve("request").toString(),
                "env",
                "LC_ALL=C.UTF-8",
                "XDG_STATE_HOME=" + root.resolve("administrator"),
                "sh",
                "-c",
                "exec \"$@\" > \"$0\"",
                home.resolve("answer").toString())
            .start();
    try {
      Programs.Ran ran = install("--ask-admin");

      assertThat(ran.exitCode()).as(ran.output()).isZero();
      assertThat(ran.output()).contains("installed now");
      assertThat(new CertsFolder(tool).state(Optional.of(sample.fingerprint())))
          .isInstanceOf(InstalledState.ThisCertificate.class);
      Path store = tool.resolve("certs/cert.jks");
      assertThat(Files.getOwner(store).getName()).isEqualTo("root");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
          .isEqualTo("rw-r--r--");
      assertThat(root.resolve("administrator/certwright/journals")).isEmptyDirectory();
    } finally {
      administrator.destroyForcibly();
    }
  }
}
