package io.github.certwright.kit;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
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
 * {@code manifest.json} of a client kit.
 *
 * @param servers every name people use for the server, main name first
 * @param tlsPort where Teamwork Cloud offers TLS
 * @param fingerprint of the server's certificate
 * @param notAfter the certificate's end
 * @param made when the kit was made
 */
public record KitManifest(
    List<String> servers, int tlsPort, Fingerprint fingerprint, Instant notAfter, Instant made) {
  /** The format this Certwright writes; it refuses greater ones. */
  public static final int FORMAT = 1;

  private static final int LARGEST_PORT = 65_535;

  public KitManifest {
    servers = List.copyOf(servers);
  }

  byte[] toJson() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("format", FORMAT);
      json.writeArrayPropertyStart("servers");
      for (String server : servers) {
        json.writeString(server);
      }
      json.writeEndArray();
      json.writeNumberProperty("tlsPort", tlsPort);
      json.writeStringProperty("sha256", fingerprint.hex());
      json.writeStringProperty("notAfter", notAfter.toString());
      json.writeStringProperty("made", made.toString());
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /**
   * Reads one; fields it does not know are passed over.
   *
   * @throws ProblemException when the format is newer, or something is missing or not as it must be
   */
  static KitManifest ofJson(byte[] bytes) throws ProblemException {
    Fields fields = new Fields();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
      fields.read(json);
      if (fields.format > FORMAT) {
        throw new ProblemException(Problem.of("", "kit.problem.newer", fields.format));
      }
      Optional<Fingerprint> fingerprint = Fingerprint.read(fields.sha256);
      if (fields.format < FORMAT
          || fields.servers.isEmpty()
          || fingerprint.isEmpty()
          || fields.tlsPort < 1
          || fields.tlsPort > LARGEST_PORT) {
        throw damaged(null);
      }
      return new KitManifest(
          fields.servers,
          fields.tlsPort,
          fingerprint.get(),
          Instant.parse(fields.notAfter),
          Instant.parse(fields.made));
    } catch (JacksonException | DateTimeException e) {
      throw damaged(e);
    }
  }

  private static ProblemException damaged(Throwable cause) {
    return new ProblemException(Problem.of("", "kit.problem.damaged", "manifest.json"), cause);
  }

  /** What was read so far. */
  private static final class Fields {
    private int format;
    private final List<String> servers = new ArrayList<>();
    private int tlsPort;
    private String sha256 = "";
    private String notAfter = "";
    private String made = "";

    void read(JsonParser json) throws ProblemException {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw damaged(null);
      }
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        JsonToken value = json.nextToken();
        switch (name) {
          case "format" -> format = json.getIntValue();
          case "servers" -> readServers(json, value);
          case "tlsPort" -> tlsPort = json.getIntValue();
          case "sha256" -> sha256 = json.getString();
          case "notAfter" -> notAfter = json.getString();
          case "made" -> made = json.getString();
          default -> json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw damaged(null);
      }
    }

    private void readServers(JsonParser json, JsonToken value) throws ProblemException {
      if (value != JsonToken.START_ARRAY) {
        throw damaged(null);
      }
      for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
        if (t != JsonToken.VALUE_STRING) {
          throw damaged(null);
        }
        servers.add(json.getString());
      }
    }
  }
}
