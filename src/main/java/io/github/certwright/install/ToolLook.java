package io.github.certwright.install;

import io.github.certwright.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Whether a folder is a modeling tool's: {@code bin/<tool>.properties} together with {@code lib}
 * and {@code plugins}.
 */
public final class ToolLook {
  private static final List<String> KEYS = List.of("JAVA_HOME", "JAVA_ARGS", "CLASSPATH");
  private static final long LARGEST_PROPERTIES = 256 * 1024;

  private ToolLook() {}

  /** What was seen in a folder chosen by hand. */
  public sealed interface Look {

    /** It looks like a tool. */
    record Tool(FoundTool tool) implements Look {}

    /**
     * It may be used, with a warning.
     *
     * @param tool what it is called meanwhile: its folder's name
     */
    record DoesNotLookLikeATool(FoundTool tool, Problem warning) implements Look {}

    /** Nothing can be installed there. */
    record Unusable(Problem problem) implements Look {}
  }

  /** Looks at a folder that somebody chose. */
  public static Look at(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      return new Look.Unusable(Problem.of("where.tools", "install.problem.missing", path));
    }
    if (!Files.isDirectory(path)) {
      return new Look.Unusable(Problem.of("where.tools", "install.problem.not-a-folder", path));
    }
    Optional<FoundTool> tool = recognise(path);
    if (tool.isPresent()) {
      return new Look.Tool(tool.get());
    }
    String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
    return new Look.DoesNotLookLikeATool(
        new FoundTool(name, "", path),
        Problem.warning("where.tools", "install.problem.not-a-tool", path));
  }

  /** The tool in a folder, its version only from the folder's own name. */
  static Optional<FoundTool> recognise(Path folder) {
    Path bin = folder.resolve("bin");
    if (!Files.isDirectory(bin)
        || !Files.isDirectory(folder.resolve("lib"))
        || !Files.isDirectory(folder.resolve("plugins"))) {
      return Optional.empty();
    }
    String version = ToolVersion.in(String.valueOf(folder.getFileName()));
    return product(bin).map(product -> new FoundTool(product, version, folder));
  }

  private static Optional<String> product(Path bin) {
    for (Product product : Product.values()) {
      for (String stem : product.stems()) {
        if (Files.isRegularFile(bin.resolve(stem + ".properties"))) {
          return Optional.of(product.title());
        }
      }
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(bin, "*.properties")) {
      for (Path file : files) {
        if (startsATool(file)) {
          String name = String.valueOf(file.getFileName());
          return Optional.of(name.substring(0, name.length() - ".properties".length()));
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean startsATool(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_PROPERTIES) {
        return false;
      }
      Properties properties = new Properties();
      try (InputStream in = Files.newInputStream(file)) {
        properties.load(in);
      }
      return properties.stringPropertyNames().containsAll(KEYS);
    } catch (IOException | IllegalArgumentException _) {
      return false;
    }
  }
}
