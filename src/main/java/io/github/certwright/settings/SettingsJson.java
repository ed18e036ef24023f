package io.github.certwright.settings;

import io.github.certwright.answers.OrganisationAnswer;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Settings as JSON (RFC 8259). Unknown fields, of a newer Certwright, are skipped; missing ones
 * have their defaults.
 */
final class SettingsJson {
  private static final JsonFactory JSON = new JsonFactory();

  private SettingsJson() {}

  static byte[] write(SettingsData data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(pretty(), bytes)) {
      json.writeStartObject();
      json.writeNumberProperty("format", 1);
      writePreferences(json, data.preferences());
      json.writeObjectPropertyStart("pins");
      data.pins().forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeArrayPropertyStart("history");
      data.history().forEach(job -> writeJob(json, job));
      json.writeEndArray();
      json.writeObjectPropertyStart("seen");
      data.seen().forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws JacksonException when it is not JSON
   * @throws DateTimeException when a time is not one
   * @throws IllegalArgumentException when it is JSON of another kind
   */
  static SettingsData read(byte[] content) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), content)) {
      expect(json, json.nextToken(), JsonToken.START_OBJECT);
      SettingsData data = SettingsData.defaults();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        JsonToken value = json.nextToken();
        data =
            switch (name) {
              case "preferences" -> data.withPreferences(preferences(json));
              case "pins" ->
                  new SettingsData(
                      data.preferences(), strings(json, value), data.history(), data.seen());
              case "history" ->
                  new SettingsData(
                      data.preferences(), data.pins(), history(json, value), data.seen());
              case "seen" ->
                  new SettingsData(
                      data.preferences(), data.pins(), data.history(), strings(json, value));
              default -> skip(json, data);
            };
      }
      return data;
    }
  }

  private static ObjectWriteContext pretty() {
    return new ObjectWriteContext.Base() {
      @Override
      public PrettyPrinter getPrettyPrinter() {
        return new DefaultPrettyPrinter();
      }
    };
  }

  private static void writePreferences(JsonGenerator json, Preferences preferences) {
    json.writeObjectPropertyStart("preferences");
    json.writeStringProperty("theme", preferences.theme().word());
    json.writeStringProperty("textPercent", String.valueOf(preferences.textPercent()));
    preferences
        .window()
        .ifPresent(
            place ->
                json.writeStringProperty(
                    "window",
                    place.x()
                        + " "
                        + place.y()
                        + " "
                        + place.width()
                        + " "
                        + place.height()
                        + (place.maximised() ? " maximised" : "")));
    OrganisationAnswer organisation = preferences.organisation();
    json.writeStringProperty("organization", organisation.organization());
    json.writeStringProperty("unit", organisation.unit());
    json.writeStringProperty("city", organisation.city());
    json.writeStringProperty("state", organisation.state());
    json.writeStringProperty("country", organisation.country());
    json.writeStringProperty("lastFolder", preferences.lastFolder());
    json.writeEndObject();
  }

  private static void writeJob(JsonGenerator json, PastJob job) {
    json.writeStartObject();
    json.writeStringProperty("kind", job.kind());
    json.writeStringProperty("server", job.server());
    json.writeStringProperty("created", job.created().toString());
    json.writeStringProperty("ends", job.ends().toString());
    json.writeStringProperty("folder", job.folder());
    json.writeStringProperty("fingerprint", job.fingerprint());
    json.writeStringProperty("receipt", job.receipt());
    json.writeStringProperty("undone", job.undone().map(Instant::toString).orElse(""));
    json.writeEndObject();
  }

  private static Preferences preferences(JsonParser json) {
    Map<String, String> read = strings(json, json.currentToken());
    return new Preferences(
        Theme.ofWord(read.getOrDefault("theme", "")),
        Integer.parseInt(read.getOrDefault("textPercent", "100")),
        place(read.getOrDefault("window", "")),
        new OrganisationAnswer(
            read.getOrDefault("organization", ""),
            read.getOrDefault("unit", ""),
            read.getOrDefault("city", ""),
            read.getOrDefault("state", ""),
            read.getOrDefault("country", "")),
        read.getOrDefault("lastFolder", ""));
  }

  private static Optional<WindowPlace> place(String words) {
    if (!words.matches("-?\\d{1,6} -?\\d{1,6} \\d{1,6} \\d{1,6}( maximised)?")) {
      return Optional.empty();
    }
    List<String> parts = List.of(words.split(" ", -1));
    return Optional.of(
        new WindowPlace(
            Integer.parseInt(parts.get(0)),
            Integer.parseInt(parts.get(1)),
            Integer.parseInt(parts.get(2)),
            Integer.parseInt(parts.get(3)),
            parts.size() > 4));
  }

  private static List<PastJob> history(JsonParser json, JsonToken start) {
    expect(json, start, JsonToken.START_ARRAY);
    List<PastJob> jobs = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> read = strings(json, json.currentToken());
      jobs.add(
          new PastJob(
              read.getOrDefault("kind", PastJob.CREATE),
              read.getOrDefault("server", ""),
              Instant.parse(read.getOrDefault("created", "")),
              Instant.parse(read.getOrDefault("ends", "")),
              read.getOrDefault("folder", ""),
              read.getOrDefault("fingerprint", ""),
              read.getOrDefault("receipt", ""),
              Optional.of(read.getOrDefault("undone", ""))
                  .filter(undone -> !undone.isEmpty())
                  .map(Instant::parse)));
    }
    expect(json, json.currentToken(), JsonToken.END_ARRAY);
    return jobs;
  }

  private static Map<String, String> strings(JsonParser json, JsonToken start) {
    expect(json, start, JsonToken.START_OBJECT);
    Map<String, String> read = new LinkedHashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        read.put(name, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return read;
  }

  private static SettingsData skip(JsonParser json, SettingsData data) {
    json.skipChildren();
    return data;
  }

  private static void expect(JsonParser json, JsonToken seen, JsonToken wanted) {
    if (seen != wanted) {
      throw new IllegalArgumentException(
          wanted + " expected at " + json.currentLocation().offsetDescription());
    }
  }
}
