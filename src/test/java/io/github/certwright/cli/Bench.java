package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.server.ServerLimits;
import io.github.certwright.server.TeamworkCloud;
import io.github.certwright.tls.FingerprintWatch;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.TlsLimits;
import io.github.certwright.tls.TlsProbe;
import io.github.certwright.tls.TrustHandshake;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The command line on a computer of its own, without a process of its own; or, where there is one
 * to be tried, by the launcher that people are given.
 */
final class Bench {
  final FakeTerminal terminal = new FakeTerminal();
  final Pins pins = Pins.inMemory();
  private final Optional<Path> launcher =
      Optional.ofNullable(System.getProperty("test.launcher")).map(Path::of);
  final Path home;
  final Path disk;

  Bench(Path root) throws IOException {
    home = Files.createDirectories(root.resolve("home"));
    disk = Files.createDirectories(root.resolve("disk"));
  }

  /** A modeling tool to install into. */
  Path tool(String name) throws IOException {
    Path tool = disk.resolve(name);
    for (String folder : List.of("bin", "lib", "plugins")) {
      Files.createDirectories(tool.resolve(folder));
    }
    Files.writeString(tool.resolve("bin/csm.properties"), "JAVA_HOME=\nJAVA_ARGS=\nCLASSPATH=\n");
    return tool;
  }

  /** A file outside the disk that is looked at. */
  String file(String name, String content) {
    try {
      return Files.writeString(home.resolve(name), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final WaitingRequests waiting = WaitingRequests.inMemory();

  Path state() {
    return launcher.isPresent() ? home.resolve("state/certwright") : home.resolve("state");
  }

  /** Whether a launcher is tried, whose version and character set are its own. */
  boolean isLaunched() {
    return launcher.isPresent();
  }

  int run(String... args) {
    terminal.clear();
    return launcher.map(path -> launch(path, args)).orElseGet(() -> face().run(args));
  }

  private int launch(Path path, String... args) {
    List<String> words = new ArrayList<>(List.of(path.toString()));
    words.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(words);
    Path errors = home.resolveSibling("errors");
    builder.redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(terminal.environment);
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
    builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
    try {
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(terminal.input);
      }
      byte[] out = process.getInputStream().readAllBytes();
      int code = process.waitFor();
      terminal.printed(out, Files.readAllBytes(errors));
      Files.delete(errors);
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The command line of this process, whatever else is tried. */
  CommandLineFace face() {
    terminal.clear();
    Duration two = Duration.ofSeconds(2);
    Duration minute = Duration.ofSeconds(60);
    TlsLimits limits = new TlsLimits(minute, minute);
    ServerTools tools =
        new ServerTools(
            new TlsProbe(limits),
            new TeamworkCloud(new ServerLimits(minute, minute, minute, minute, 1 << 20)),
            new FingerprintWatch(),
            new TrustHandshake(limits),
            two);
    Machine machine =
        new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), home);
    Wiring wiring =
        new Wiring(
            text ->
                new Workbench(
                    machine,
                    Disk.real(),
                    state().resolve("journals"),
                    Clock.system(ZoneOffset.UTC),
                    new SecureRandom(),
                    text),
            tools,
            pins,
            waiting,
            List::of,
            "1.2.3",
            code -> {});
    return new CommandLineFace(wiring, terminal.open());
  }

  /** The one document on standard output; fails when anything else is there. */
  Map<String, Object> json() {
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), terminal.out())) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      Map<String, Object> document = object(parser);
      assertThat(parser.nextToken()).as("nothing behind the document").isNull();
      return document;
    }
  }

  /** The keys of the problems in the document. */
  List<String> problemKeys() {
    return objects("problems").stream().map(problem -> String.valueOf(problem.get("key"))).toList();
  }

  List<Map<String, Object>> objects(String name) {
    List<Map<String, Object>> objects = new ArrayList<>();
    if (json().get(name) instanceof List<?> list) {
      for (Object entry : list) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) entry).forEach((key, value) -> copy.put(String.valueOf(key), value));
        objects.add(copy);
      }
    }
    return objects;
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      assertThat(fields.put(name, value(parser))).as(name).isNull();
    }
    return fields;
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> parser.getString();
    };
  }
}
