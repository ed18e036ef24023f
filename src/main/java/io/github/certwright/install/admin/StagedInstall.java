package io.github.certwright.install.admin;

import io.github.certwright.files.Content;
import io.github.certwright.install.ClientPair;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.io.ByteArrayOutputStream;
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
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What an administrator's rights are asked for: these two files, into these folders, and nothing
 * else. A reader with such rights takes exactly the fields it knows.
 *
 * @param tools the tools' install folders, absolute and without detours
 * @param storeDigest SHA-256 of {@code cert.jks} in lower-case hexadecimal digits
 * @param passwordDigest SHA-256 of {@code cert.pass}
 * @param fingerprint of the certificate in the store
 */
public record StagedInstall(
    List<Path> tools, String storeDigest, String passwordDigest, Fingerprint fingerprint) {
  /** The format this Certwright writes; it refuses every other. */
  public static final int FORMAT = 1;

  static final String FILE_NAME = "install.json";

  /** Largest manifest that is read, in bytes. */
  static final int MAX_BYTES = 1024 * 1024;

  /** Most tools in one manifest. */
  static final int MAX_TOOLS = 1000;

  private static final int LONGEST_PATH = 4096;

  public StagedInstall {
    tools = List.copyOf(tools);
  }

  static StagedInstall of(ClientPair pair, List<Path> tools) {
    return new StagedInstall(
        tools.stream().map(tool -> tool.toAbsolutePath().normalize()).toList(),
        Content.sha256(pair.store()),
        Content.sha256(pair.password()),
        pair.fingerprint());
  }

  byte[] toJson() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("format", FORMAT);
      json.writeStringProperty("store", storeDigest);
      json.writeStringProperty("password", passwordDigest);
      json.writeStringProperty("fingerprint", fingerprint.hex());
      json.writeArrayPropertyStart("tools");
      tools.forEach(tool -> json.writeString(tool.toString()));
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /**
   * Reads a manifest.
   *
   * @throws ProblemException when it is of a newer format, incomplete, or says anything more
   */
  static StagedInstall read(byte[] bytes, FileSystem system) throws ProblemException {
    JsonFactory strict =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = strict.createParser(ObjectReadContext.empty(), bytes)) {
      Fields fields = new Fields(system);
      fields.read(json);
      return fields.manifest();
    } catch (JacksonException | InvalidPathException e) {
      throw damaged(e);
    }
  }

  private static ProblemException damaged(Exception cause) {
    return new ProblemException(Problem.of("", "install.admin.problem.manifest"), cause);
  }

  /** What was read so far. */
  private static final class Fields {
    private final FileSystem system;
    private int format;
    private String store = "";
    private String passwordDigest = "";
    private String fingerprint = "";
    private final List<Path> tools = new ArrayList<>();

    Fields(FileSystem system) {
      this.system = system;
    }

    void read(JsonParser json) throws ProblemException {
      expect(json.nextToken() == JsonToken.START_OBJECT);
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        JsonToken value = json.nextToken();
        switch (name) {
          case "format" -> format(json, value);
          case "store" -> store = text(json, value);
          case "password" -> passwordDigest = text(json, value);
          case "fingerprint" -> fingerprint = text(json, value);
          case "tools" -> tools(json, value);
          default -> throw damaged(null);
        }
      }
      expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
    }

    private void format(JsonParser json, JsonToken value) throws ProblemException {
      expect(value == JsonToken.VALUE_NUMBER_INT);
      format = json.getIntValue();
      if (format > FORMAT) {
        throw new ProblemException(Problem.of("", "install.admin.problem.newer", format));
      }
    }

    private void tools(JsonParser json, JsonToken value) throws ProblemException {
      expect(value == JsonToken.START_ARRAY);
      for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
        String path = text(json, t);
        Path tool = system.getPath(path);
        expect(path.length() <= LONGEST_PATH && tool.isAbsolute());
        expect(tool.normalize().equals(tool) && tools.size() < MAX_TOOLS);
        tools.add(tool);
      }
    }

    private static String text(JsonParser json, JsonToken value) throws ProblemException {
      expect(value == JsonToken.VALUE_STRING);
      return json.getString();
    }

    StagedInstall manifest() throws ProblemException {
      Optional<Fingerprint> known = Fingerprint.read(fingerprint);
      expect(format == FORMAT && known.isPresent() && !tools.isEmpty());
      return new StagedInstall(tools, store, passwordDigest, known.get());
    }

    private static void expect(boolean holds) throws ProblemException {
      if (!holds) {
        throw damaged(null);
      }
    }
  }
}
