package io.github.certwright.keystore;

/** What a keystore file really is, told by its first bytes and never by its name. */
public enum StoreKind {
  JKS,
  JCEKS,
  PKCS12;

  private static final int JKS_MAGIC = 0xFEEDFEED;
  private static final int JCEKS_MAGIC = 0xCECECECE;
  private static final int DER_SEQUENCE = 0x30;

  /** The kind, or null when the bytes begin like none of them. */
  static StoreKind of(byte[] bytes) {
    if (bytes.length < 4) {
      return null;
    }
    int magic = java.nio.ByteBuffer.wrap(bytes).getInt();
    if (magic == JKS_MAGIC) {
      return JKS;
    }
    if (magic == JCEKS_MAGIC) {
      return JCEKS;
    }
    return bytes[0] == DER_SEQUENCE ? PKCS12 : null;
  }
}
