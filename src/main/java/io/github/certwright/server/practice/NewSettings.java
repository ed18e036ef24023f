package io.github.certwright.server.practice;

import io.github.certwright.secret.Secret;
import java.util.Base64;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The settings as a PUT brings them.
 *
 * @param base64 the keystore file
 */
record NewSettings(boolean enabled, int port, String base64, String name, Secret password)
    implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  static NewSettings read(byte[] json) {
    boolean enabled = false;
    int port = 0;
    String base64 = "";
    String name = "";
    Secret password = Secret.empty();
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("An object was expected.");
      }
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = in.currentName();
        in.nextToken();
        switch (field) {
          case "enabled" -> enabled = in.getBooleanValue();
          case "port" -> port = in.getIntValue();
          case "serverKeystore" -> base64 = in.getString();
          case "serverKeystoreName" -> name = in.getString();
          case "serverPass" -> password = Secret.ofText(in.getString());
          default -> in.skipChildren();
        }
      }
    }
    return new NewSettings(enabled, port, base64, name, password);
  }

  byte[] keystore() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public void close() {
    password.close();
  }
}
