package io.github.certwright.server;

import io.github.certwright.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** The five fields of {@code /osmc/admin/tls} (TlsConfig in the vendor's REST description). */
final class TlsSettingsJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LAST_PORT = 65535;

  private TlsSettingsJson() {}

  /**
   * Reads the settings; fields that are not known are passed over.
   *
   * @throws JacksonException when it is not JSON, or ends too early, or lacks {@code enabled} or
   *     {@code port}
   */
  static TlsSettings read(byte[] json) {
    Optional<Boolean> enabled = Optional.empty();
    Optional<Integer> port = Optional.empty();
    String name = "";
    Optional<String> digest = Optional.empty();
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
      require(in, in.nextToken() == JsonToken.START_OBJECT);
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = in.currentName();
        JsonToken value = in.nextToken();
        if (value.isBoolean() && field.equals("enabled")) {
          enabled = Optional.of(in.getBooleanValue());
        } else if (value == JsonToken.VALUE_NUMBER_INT && field.equals("port")) {
          port = Optional.of(Math.clamp(in.getLongValue(), 0, LAST_PORT));
        } else if (value == JsonToken.VALUE_STRING && field.equals("serverKeystoreName")) {
          name = in.getString();
        } else if (value == JsonToken.VALUE_STRING && field.equals("serverKeystore")) {
          digest = digest(in.getString());
        } else {
          in.skipChildren();
        }
      }
      require(in, enabled.isPresent() && port.isPresent());
      return new TlsSettings(enabled.get(), port.get(), name, digest);
    }
  }

  private static void require(JsonParser in, boolean fulfilled) {
    if (!fulfilled) {
      throw new StreamReadException(in, "These are not TLS settings.");
    }
  }

  /**
   * Writes the settings that switch TLS on. Jackson would keep the password in buffers that it
   * recycles, so the five fields are written here; the caller wipes the result.
   */
  static byte[] write(UploadRequest request) {
    Wipeable out = new Wipeable();
    byte[] base64 = Base64.getEncoder().encode(request.keystore());
    try {
      out.ascii("{\"enabled\":true,\"port\":" + request.tlsPort() + ",\"serverKeystore\":\"");
      out.writeBytes(base64);
      out.ascii("\",\"serverKeystoreName\":\"");
      try (Secret name = Secret.ofText(request.keystoreName())) {
        name.use(out::escaped);
      }
      out.ascii("\",\"serverPass\":\"");
      request.keystorePassword().use(out::escaped);
      out.ascii("\"}");
      return out.toByteArray();
    } finally {
      Arrays.fill(base64, (byte) 0);
      out.wipe();
    }
  }

  /** SHA-256 in lower-case hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static Optional<String> digest(String base64) {
    try {
      byte[] file = Base64.getMimeDecoder().decode(base64);
      return file.length == 0 ? Optional.empty() : Optional.of(sha256(file));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A buffer that leaves nothing behind when it grows or is done with. */
  private static final class Wipeable extends ByteArrayOutputStream {
    private static final int CONTROL = 0x20;
    private static final int ASCII = 0x7f;

    void ascii(String text) {
      writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** RFC 8259 7; everything beyond ASCII as an escape, so that no encoding can change it. */
    Void escaped(char[] text) {
      for (char c : text) {
        if (c < CONTROL || c >= ASCII || c == '"' || c == '\\') {
          write('\\');
          write('u');
          for (int shift = 12; shift >= 0; shift -= 4) {
            write(Character.forDigit((c >> shift) & 0xf, 16));
          }
        } else {
          write(c);
        }
      }
      return null;
    }

    @Override
    public synchronized void write(int b) {
      makeRoom(1);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] b, int off, int len) {
      makeRoom(len);
      super.write(b, off, len);
    }

    private void makeRoom(int more) {
      if (count + more > buf.length) {
        byte[] old = buf;
        buf = Arrays.copyOf(old, Math.max(count + more, 2 * old.length));
        Arrays.fill(old, (byte) 0);
      }
    }

    void wipe() {
      Arrays.fill(buf, (byte) 0);
    }
  }
}
