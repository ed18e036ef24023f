package io.github.certwright.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * A greeting (ClientHello, RFC 4346 7.4.1.2) that offers TLS 1.1 at most, with the cipher suites
 * that servers of that time have. It is never followed by anything.
 */
final class OldGreeting {
  private static final int TLS_1_0 = 0x0301;
  private static final int TLS_1_1 = 0x0302;
  private static final int HANDSHAKE = 0x16;
  private static final int CLIENT_HELLO = 1;

  /** AES-CBC and 3DES suites with RSA, ECDHE-RSA and ECDHE-ECDSA, and no renegotiation. */
  private static final int[] SUITES = {
    0xC014, 0xC00A, 0x0035, 0xC013, 0xC009, 0x002F, 0x000A, 0x00FF
  };

  /** P-256, P-384 and P-521 (RFC 8422 5.1.1). */
  private static final int[] GROUPS = {23, 24, 25};

  private OldGreeting() {}

  static ByteBuffer to(Target target) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    ByteBuffer hello = ByteBuffer.allocate(512);
    hello.putShort((short) TLS_1_1).put(random).put((byte) 0);
    hello.putShort((short) (2 * SUITES.length));
    for (int suite : SUITES) {
      hello.putShort((short) suite);
    }
    hello.put((byte) 1).put((byte) 0);
    ByteBuffer extensions = extensions(target);
    hello.putShort((short) extensions.remaining()).put(extensions);
    hello.flip();
    ByteBuffer record = ByteBuffer.allocate(hello.remaining() + 9);
    record.put((byte) HANDSHAKE).putShort((short) TLS_1_0);
    record.putShort((short) (hello.remaining() + 4));
    record.put((byte) CLIENT_HELLO).put((byte) 0).putShort((short) hello.remaining());
    return record.put(hello).flip();
  }

  private static ByteBuffer extensions(Target target) {
    ByteBuffer all = ByteBuffer.allocate(400);
    if (target.isName()) {
      byte[] name = target.host().getBytes(StandardCharsets.US_ASCII);
      // server_name (RFC 6066 3)
      all.putShort((short) 0).putShort((short) (name.length + 5));
      all.putShort((short) (name.length + 3)).put((byte) 0);
      all.putShort((short) name.length).put(name);
    }
    // supported_groups and ec_point_formats (RFC 8422 5.1)
    all.putShort((short) 10).putShort((short) (2 * GROUPS.length + 2));
    all.putShort((short) (2 * GROUPS.length));
    for (int group : GROUPS) {
      all.putShort((short) group);
    }
    all.putShort((short) 11).putShort((short) 2).put((byte) 1).put((byte) 0);
    return all.flip();
  }
}
