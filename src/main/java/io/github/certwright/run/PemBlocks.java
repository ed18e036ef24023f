package io.github.certwright.run;

import java.nio.charset.StandardCharsets;

/** The blocks of a PEM file, by their headings. */
final class PemBlocks {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private PemBlocks() {}

  /**
   * Only the certificates of a file that holds a key, too, whose block would stop a reader of
   * certificates; other bytes as they are.
   */
  static byte[] certificates(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.contains(BEGIN)) {
      return bytes;
    }
    StringBuilder only = new StringBuilder();
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int end = text.indexOf(END, at);
      if (end < 0) {
        break;
      }
      only.append(text, at, end + END.length()).append('\n');
      at = text.indexOf(BEGIN, end);
    }
    return only.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
