package io.github.certwright.install;

import io.github.certwright.files.Machine;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Finds modeling tools by where they are usually installed and by the environment variables people
 * set. Looks at most two folders deep into each place; a symbolic link may be a tool but is not
 * searched, so links in circles end nowhere.
 */
public final class ToolFinder {
  private static final List<String> VARIABLES = List.of("MAGICDRAW_HOME", "CAMEO_HOME", "MD_HOME");
  private static final int DEPTH = 2;

  private ToolFinder() {}

  /**
   * The tools on a machine, in the order of product, version and folder.
   *
   * @param cancelled asked again and again; when true the search ends with what was found so far
   */
  public static List<FoundTool> find(Machine machine, BooleanSupplier cancelled) {
    Map<Path, FoundTool> found = new LinkedHashMap<>();
    for (String variable : VARIABLES) {
      machine.folder(variable).ifPresent(folder -> add(folder, found));
    }
    for (Path root : machine.programFolders()) {
      search(root, cancelled, found);
    }
    List<FoundTool> tools = new ArrayList<>(withVersions(machine, List.copyOf(found.values())));
    tools.sort(
        Comparator.comparing(FoundTool::product)
            .thenComparing(FoundTool::version)
            .thenComparing(tool -> tool.path().toString()));
    return List.copyOf(tools);
  }

  private record Place(Path folder, int depth) {}

  private static void search(Path root, BooleanSupplier cancelled, Map<Path, FoundTool> found) {
    Deque<Place> places = new ArrayDeque<>();
    places.add(new Place(root, 0));
    while (!places.isEmpty() && !cancelled.getAsBoolean()) {
      Place place = places.remove();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(place.folder())) {
        for (Path entry : entries) {
          if (cancelled.getAsBoolean()) {
            return;
          }
          visit(entry, place.depth() + 1, places, found);
        }
      } catch (IOException | DirectoryIteratorException _) {
        // Places that are missing or may not be read hold no tool this user could start.
      }
    }
  }

  private static void visit(
      Path entry, int depth, Deque<Place> places, Map<Path, FoundTool> found) {
    if (String.valueOf(entry.getFileName()).startsWith(".")) {
      return;
    }
    BasicFileAttributes facts;
    try {
      facts = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException _) {
      return;
    }
    boolean tool = (facts.isDirectory() || facts.isSymbolicLink()) && add(entry, found);
    if (!tool && facts.isDirectory() && depth < DEPTH) {
      places.add(new Place(entry, depth));
    }
  }

  private static boolean add(Path folder, Map<Path, FoundTool> found) {
    Optional<FoundTool> tool = ToolLook.recognise(folder);
    if (tool.isEmpty()) {
      return false;
    }
    try {
      Path real = folder.toRealPath();
      ToolLook.recognise(real).ifPresent(there -> found.putIfAbsent(real, there));
    } catch (IOException _) {
      found.putIfAbsent(folder, tool.get());
    }
    return true;
  }

  /** Gives a tool without a version the one its user has settings for, where that is certain. */
  private static List<FoundTool> withVersions(Machine machine, List<FoundTool> tools) {
    return tools.stream()
        .map(
            tool -> {
              if (!tool.version().isEmpty()) {
                return tool;
              }
              List<FoundTool> same =
                  tools.stream().filter(t -> t.product().equals(tool.product())).toList();
              long unknown = same.stream().filter(t -> t.version().isEmpty()).count();
              Set<String> versions = configured(machine, tool.product());
              same.forEach(t -> versions.remove(t.version()));
              return unknown == 1 && versions.size() == 1
                  ? tool.withVersion(versions.iterator().next())
                  : tool;
            })
        .toList();
  }

  private static Set<String> configured(Machine machine, String product) {
    Path base =
        machine.system() == Machine.OperatingSystem.WINDOWS
            ? machine
                .folder("LOCALAPPDATA")
                .orElse(machine.home().resolve("AppData").resolve("Local"))
            : machine.home();
    Set<String> versions = new TreeSet<>();
    List<String> names =
        Product.titled(product).map(Product::configurationFolders).orElse(List.of(product));
    for (String name : names) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(base.resolve("." + name))) {
        for (Path folder : folders) {
          String version = ToolVersion.in(String.valueOf(folder.getFileName()));
          if (!version.isEmpty() && Files.isDirectory(folder)) {
            versions.add(version);
          }
        }
      } catch (IOException | DirectoryIteratorException _) {
        // Most users have settings of few products, and most of these folders are missing.
      }
    }
    return versions;
  }
}
