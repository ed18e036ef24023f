package io.github.certwright.text;

import io.github.certwright.testing.Sources;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The English bundles as they stand on disk.
 *
 * @param patterns every key with its sentence
 * @param twice keys that stand in two places, with both
 */
record Bundles(Map<String, String> patterns, List<String> twice, TreeSet<String> files) {

  static Bundles read() throws IOException {
    Path folder = Sources.folder().resolve("main/resources/io/github/certwright/text");
    Map<String, String> patterns = new TreeMap<>();
    Map<String, String> homes = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".properties", "");
        names.add(name);
        try (Reader reader = Files.newBufferedReader(file)) {
          new Watched(
                  (key, pattern) -> {
                    String home = homes.put(key, name);
                    if (home != null) {
                      twice.add(key + " (" + home + ", " + name + ")");
                    }
                    patterns.put(key, pattern);
                  })
              .load(reader);
        }
      }
    }
    return new Bundles(patterns, twice, names);
  }

  /** How many arguments a key's sentence asks for, with its cause and next step. */
  int arguments(String key) {
    return Stream.of(key, key + ".why", key + ".next")
        .filter(patterns::containsKey)
        .mapToInt(it -> format(patterns.get(it)).getFormatsByArgumentIndex().length)
        .max()
        .orElse(0);
  }

  /** The pattern as Text gives it to MessageFormat. */
  static MessageFormat format(String pattern) {
    return new MessageFormat(pattern.replace("'", "''"), Locale.UK);
  }

  /** Properties keep the last of two equal keys and say nothing. */
  private static final class Watched extends Properties {
    private static final long serialVersionUID = 1;
    private final transient BiConsumer<String, String> seen;

    Watched(BiConsumer<String, String> seen) {
      this.seen = seen;
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      seen.accept((String) key, (String) value);
      return super.put(key, value);
    }
  }
}
