package io.github.certwright.install.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.Main;
import io.github.certwright.files.Machine;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.install.Quoting;
import io.github.certwright.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words arrive as they were, however hostile a folder's name is. */
class ElevationTest {
  private static final String DIGEST = "ab".repeat(32);

  @TempDir private Path temp;

  static List<String> nastyFolders() {
    return List.of(
        "/tmp/plain",
        "/tmp/two words",
        "/tmp/it's \"quoted\"",
        "/tmp/‘curly’ ‚low‛",
        "/tmp/$HOME `id` $(id) %PATH% !x!",
        "/tmp/back\\slash \\\" end\\",
        "/tmp/Größe 工具 ツール 😀",
        "/tmp/a;b&c|d>e<f*?[]{}~#",
        "/tmp/line\nend");
  }

  private static List<String> program(String folder) {
    return List.of(folder + "/java", "-cp", folder + "/a.jar", Elevation.MAIN);
  }

  private static List<String> words(String folder) {
    List<String> words = new ArrayList<>(program(folder));
    words.addAll(List.of("admin-copy", "--staged", folder, "--manifest-sha256", DIGEST));
    return words;
  }

  private static List<String> command(OperatingSystem system, String folder) {
    return new Elevation(system, Path.of("/door"), program(folder)).command(folder, DIGEST);
  }

  @ParameterizedTest
  @MethodSource("nastyFolders")
  void linuxPassesTheWordsOnWithoutAShell(String folder) {
    List<String> expected = new ArrayList<>(words(folder));
    expected.addFirst("/door");

    assertThat(command(OperatingSystem.LINUX, folder)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("nastyFolders")
  void appleScriptGivesTheShellTheSameWords(String folder) {
    List<String> command = command(OperatingSystem.MACOS, folder);

    assertThat(command).hasSize(3).startsWith("/door", "-e");
    String script = command.get(2);
    assertThat(script).startsWith("do shell script \"").contains(" with administrator privileges");
    String shell = appleScriptString(script.substring("do shell script ".length()));
    assertThat(shell).startsWith("/usr/bin/env -i PATH=/usr/bin:/bin ").endsWith(" || true");
    String printing =
        "printf '%s\\0' "
            + shell.substring(shell.indexOf(" '") + 1, shell.length() - " || true".length());
    String printed = Programs.run(List.of("sh", "-c", printing)).output();
    assertThat(printed.split("\0", -1)).startsWith(words(folder).toArray(new String[0]));
  }

  /** The string literal a script begins with, by the AppleScript Language Guide's two escapes. */
  private static String appleScriptString(String script) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; script.charAt(i) != '"'; i++) {
      if (script.charAt(i) == '\\') {
        i++;
      }
      text.append(script.charAt(i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("nastyFolders")
  void powerShellStartsTheProgramWithTheSameWords(String folder) {
    List<String> command = command(OperatingSystem.WINDOWS, folder);

    assertThat(command).startsWith("/door", "-NoProfile", "-NonInteractive", "-EncodedCommand");
    String script =
        new String(Base64.getDecoder().decode(command.get(4)), StandardCharsets.UTF_16LE);
    assertThat(script).contains(" -Verb RunAs ").contains("-eq 1223){exit 126}").endsWith("127}");
    List<String> strings = powerShellStrings(script);
    assertThat(strings.get(1)).isEqualTo(folder + "/java");
    assertThat(windowsArguments(strings.get(2))).isEqualTo(words(folder).subList(1, 9));
  }

  /** The literal strings of a script, by PowerShell's about_Quoting_Rules. */
  private static List<String> powerShellStrings(String script) {
    String quotes = "'‘’‚‛";
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < script.length(); i++) {
      if (quotes.indexOf(script.charAt(i)) < 0) {
        continue;
      }
      StringBuilder text = new StringBuilder();
      for (i++; ; i++) {
        if (quotes.indexOf(script.charAt(i)) >= 0) {
          if (quotes.indexOf(script.charAt(i + 1)) < 0) {
            break;
          }
          i++;
        }
        text.append(script.charAt(i));
      }
      strings.add(text.toString());
    }
    return strings;
  }

  /** Arguments as CommandLineToArgvW takes a line apart. */
  private static List<String> windowsArguments(String line) {
    List<String> arguments = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    int backslashes = 0;
    for (char c : (line + " ").toCharArray()) {
      if (c == '\\') {
        backslashes++;
        continue;
      }
      word.repeat('\\', c == '"' ? backslashes / 2 : backslashes);
      if (c == '"' && backslashes % 2 == 0) {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        arguments.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
      backslashes = 0;
    }
    return arguments;
  }

  @ParameterizedTest
  @MethodSource("nastyFolders")
  void theShellGetsOneWord(String folder) {
    String printed = Programs.run(List.of("sh", "-c", "printf %s " + Quoting.sh(folder))).output();

    assertThat(printed).isEqualTo(folder);
  }

  @Test
  void pkexecIsFoundOnThePathAndOnlyThere() throws Exception {
    Path pkexec = Files.createFile(temp.resolve("pkexec"));
    assertThat(Elevation.on(linux(temp.toString()))).isEmpty();
    Files.setPosixFilePermissions(pkexec, PosixFilePermissions.fromString("rwxr-xr-x"));

    Optional<Elevation> way = Elevation.on(linux("relative::/nowhere:" + temp));

    assertThat(way.orElseThrow().command("/staged", DIGEST))
        .startsWith(pkexec.toString())
        .contains(Main.class.getName())
        .endsWith("admin-copy", "--staged", "/staged", "--manifest-sha256", DIGEST);
    assertThat(Elevation.on(linux("relative::/nowhere"))).isEmpty();
  }

  @Test
  void theClassPathHoldsWhereverTheRunWithRightsStarts() throws Exception {
    Path pkexec = Files.createFile(temp.resolve("pkexec"));
    Files.setPosixFilePermissions(pkexec, PosixFilePermissions.fromString("rwxr-xr-x"));

    List<String> command =
        Elevation.on(linux(temp.toString())).orElseThrow().command("/staged", DIGEST);

    String classPath = command.get(command.indexOf("-cp") + 1);
    assertThat(classPath.split(":", -1)).allMatch(entry -> entry.startsWith("/"));
  }

  private Machine linux(String path) {
    return new Machine(OperatingSystem.LINUX, FileSystems.getDefault(), Map.of("PATH", path), temp);
  }
}
