package io.github.certwright.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The first bytes a server answered with: enough to tell TLS from anything else and old TLS from
 * today's (RFC 8446 5.1 and 4.1.3, RFC 5246 7.2).
 */
final class FirstRecord {
  private static final int ALERT = 0x15;
  private static final int HANDSHAKE = 0x16;
  private static final int PROTOCOL_VERSION_ALERT = 70;
  private static final int TLS_1_2 = 0x0303;

  private final byte[] bytes = new byte[11];
  private int length;

  /** Takes what is still missing from the bytes just read, without moving the buffer. */
  void take(ByteBuffer read) {
    int count = Math.min(bytes.length - length, read.remaining());
    read.get(read.position(), bytes, length, count);
    length += count;
  }

  boolean isEmpty() {
    return length == 0;
  }

  boolean isHttp() {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).startsWith("HTTP/");
  }

  /** Whether the answer can be TLS at all; true while nothing was read. */
  boolean mayBeTls() {
    boolean type = at(0) == ALERT || at(0) == HANDSHAKE;
    return isEmpty() || (type && (length < 2 || at(1) == 3));
  }

  boolean isOldTls() {
    if (at(0) == ALERT) {
      return length > 6 && at(6) == PROTOCOL_VERSION_ALERT;
    }
    boolean serverHello = length == bytes.length && at(0) == HANDSHAKE && at(5) == 2;
    return serverHello && ((at(9) << 8) | at(10)) < TLS_1_2;
  }

  /** Whether enough was read to answer everything here. */
  boolean isFull() {
    return length == bytes.length || (at(0) == ALERT && length > 6);
  }

  /** Whether the server agrees to something older than TLS 1.2. */
  boolean isOldServerHello() {
    return at(0) == HANDSHAKE && isOldTls();
  }

  private int at(int index) {
    return bytes[index] & 0xff;
  }
}
