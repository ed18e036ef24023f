package io.github.certwright.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A whole answer. */
final class Reply {
  private final int status;
  private final String contentType;
  private final Optional<String> location;
  private final byte[] body;

  /**
   * Keeps the array as it is.
   *
   * @param contentType lower case, or empty
   */
  Reply(int status, String contentType, Optional<String> location, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.location = location;
    this.body = body;
  }

  int status() {
    return status;
  }

  Optional<String> location() {
    return location;
  }

  byte[] body() {
    return body;
  }

  boolean good() {
    return status >= 200 && status < 300;
  }

  boolean redirect() {
    return status >= 300 && status < 400;
  }

  boolean html() {
    return contentType.contains("html") || text().startsWith("<");
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8).strip();
  }
}
