package io.github.certwright.install.admin;

import io.github.certwright.files.Change;
import io.github.certwright.problem.Problem;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the run with rights says of one tool, one line of JSON each. It explains an outcome; whether
 * the pair stands there is looked up.
 *
 * @param tool as it stood in the manifest
 * @param changes files written, with their backups
 * @param problem why nothing was changed; empty when the tool has the pair
 */
public record CopyResult(Path tool, List<Change> changes, Optional<Problem> problem) {
  public CopyResult {
    changes = List.copyOf(changes);
  }

  /** Nothing was done, for any tool; stands under the staging folder's name. */
  public static CopyResult refused(Path staging, Problem problem) {
    return new CopyResult(staging, List.of(), Optional.of(problem));
  }

  /** The line, without its end. */
  public String toJson() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("tool", tool.toString());
      texts(json, "targets", changes.stream().map(change -> change.target().toString()).toList());
      texts(
          json,
          "backups",
          changes.stream().map(c -> c.backup().map(Path::toString).orElse("")).toList());
      json.writeStringProperty("key", problem.map(Problem::key).orElse(""));
      texts(
          json,
          "args",
          problem.map(p -> p.args().stream().map(String::valueOf).toList()).orElse(List.of()));
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void texts(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** The results among the lines that were printed; what is not one is passed over. */
  public static List<CopyResult> read(String printed, FileSystem system) {
    return printed
        .lines()
        .filter(line -> line.startsWith("{"))
        .flatMap(line -> one(line, system).stream())
        .toList();
  }

  private static Optional<CopyResult> one(String line, FileSystem system) {
    String tool = "";
    String key = "";
    List<String> targets = List.of();
    List<String> backups = List.of();
    List<String> args = List.of();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
      json.nextToken();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        switch (name) {
          case "tool" -> tool = text(json);
          case "key" -> key = text(json);
          case "targets" -> targets = texts(json);
          case "backups" -> backups = texts(json);
          case "args" -> args = texts(json);
          default -> json.skipChildren();
        }
      }
      if (tool.isEmpty()) {
        return Optional.empty();
      }
      Optional<Problem> problem =
          key.isEmpty() ? Optional.empty() : Optional.of(Problem.of("", key, args.toArray()));
      return Optional.of(
          new CopyResult(system.getPath(tool), changes(targets, backups, system), problem));
    } catch (JacksonException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static String text(JsonParser json) {
    return json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
  }

  private static List<String> texts(JsonParser json) {
    List<String> texts = new ArrayList<>();
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.add(json.getString());
      }
    }
    return texts;
  }

  private static List<Change> changes(
      List<String> targets, List<String> backups, FileSystem system) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < Math.min(targets.size(), backups.size()); i++) {
      Optional<Path> backup =
          Optional.of(backups.get(i)).filter(name -> !name.isEmpty()).map(system::getPath);
      changes.add(new Change(system.getPath(targets.get(i)), backup));
    }
    return changes;
  }
}
