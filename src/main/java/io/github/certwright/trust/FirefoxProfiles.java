package io.github.certwright.trust;

import io.github.certwright.files.ReadOnce;
import io.github.certwright.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The profile folders of one Firefox: what its {@code profiles.ini} names, also outside its own
 * folder; where that file cannot be understood, what lies in the usual places.
 *
 * @param folders profile folders, absolute
 * @param problems what is wrong with the list, as warnings
 */
record FirefoxProfiles(List<Path> folders, List<Problem> problems) {
  private static final String LIST = "profiles.ini";
  private static final int MOST = 1024 * 1024;

  /**
   * The profiles of the Firefox that lives in a folder; none where there is no such folder.
   *
   * @param home folder of {@code profiles.ini}
   */
  static FirefoxProfiles in(Path home) {
    Path list = home.resolve(LIST);
    if (!Files.isDirectory(home) || !Files.exists(list)) {
      return new FirefoxProfiles(List.of(), List.of());
    }
    List<Problem> problems = new ArrayList<>();
    Set<Path> folders = new LinkedHashSet<>();
    try {
      byte[] bytes = ReadOnce.bytes(list.toRealPath(), MOST);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      folders.addAll(read(text, home));
    } catch (CharacterCodingException | InvalidPathException e) {
      problems.add(broken(list, e));
    } catch (IOException e) {
      problems.add(broken(list, e));
    }
    if (folders.isEmpty()) {
      if (problems.isEmpty()) {
        problems.add(Problem.warning("", "trust.firefox.warning.list", list));
      }
      folders.addAll(usual(home));
    }
    return new FirefoxProfiles(List.copyOf(folders), problems);
  }

  private static Problem broken(Path list, Exception e) {
    return Problem.warning("", "trust.firefox.warning.list", list).withDetail(e.toString());
  }

  /** One section at a time: {@code Path} is below the folder unless {@code IsRelative} is 0. */
  private static Set<Path> read(String text, Path home) {
    Set<Path> folders = new LinkedHashSet<>();
    String path = "";
    boolean relative = true;
    boolean profile = false;
    for (String raw : (text + "\n[end]").replace("\uFEFF", "").lines().toList()) {
      String line = raw.strip();
      if (line.startsWith("[")) {
        if (profile && !path.isEmpty()) {
          folders.add(
              (relative ? home.resolve(path) : home.getFileSystem().getPath(path)).normalize());
        }
        profile = line.toLowerCase(Locale.ROOT).startsWith("[profile");
        path = "";
        relative = true;
      } else if (line.startsWith("Path=")) {
        path = line.substring("Path=".length());
      } else if (line.startsWith("IsRelative=")) {
        relative = !line.endsWith("=0");
      }
    }
    return folders;
  }

  private static List<Path> usual(Path home) {
    List<Path> found = new ArrayList<>();
    for (Path parent : List.of(home, home.resolve("Profiles"))) {
      found.addAll(databasesIn(parent));
    }
    return found;
  }

  /** What may not be listed is not the person's own, and its list was named as broken. */
  private static List<Path> databasesIn(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(one -> Files.isRegularFile(one.resolve(NssStore.DATABASE)))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }
}
