package io.github.certwright.keystore;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Writes keystores as bytes. The key's password always equals the keystore's, because Teamwork
 * Cloud has one password field for both.
 */
public final class KeystoreWriter {
  private KeystoreWriter() {}

  /** The server's side: one private key with its certificate. */
  public static byte[] server(
      StoreFormat format,
      String alias,
      PrivateKey key,
      X509Certificate certificate,
      Secret password) {
    return server(format, alias, key, List.of(certificate), password);
  }

  /**
   * The server's side: one private key with its certificates.
   *
   * @param chain the key's own certificate, then those that issued it
   */
  public static byte[] server(
      StoreFormat format,
      String alias,
      PrivateKey key,
      List<X509Certificate> chain,
      Secret password) {
    return switch (format) {
      case JKS -> java("JKS", store -> addKey(store, alias, key, chain, password), password);
      case PKCS12 -> java("PKCS12", store -> addKey(store, alias, key, chain, password), password);
      case PKCS12_JAVA8 -> Java8Pkcs12.server(alias, key, chain, password);
    };
  }

  /** The clients' side: one trusted certificate and never a key. */
  public static byte[] client(
      StoreFormat format, String alias, X509Certificate certificate, Secret password) {
    return switch (format) {
      case JKS -> java("JKS", store -> store.setCertificateEntry(alias, certificate), password);
      case PKCS12 ->
          java("PKCS12", store -> store.setCertificateEntry(alias, certificate), password);
      case PKCS12_JAVA8 -> Java8Pkcs12.client(alias, certificate, password);
    };
  }

  private static void addKey(
      KeyStore store, String alias, PrivateKey key, List<X509Certificate> chain, Secret password)
      throws GeneralSecurityException {
    password.<Void, GeneralSecurityException>use(
        chars -> {
          store.setKeyEntry(alias, key, chars, chain.toArray(X509Certificate[]::new));
          return null;
        });
  }

  private static byte[] java(String type, Fill fill, Secret password) {
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      fill.into(store);
      WipingStream out = new WipingStream();
      password.<Void, Exception>use(
          chars -> {
            store.store(out, chars);
            return null;
          });
      return out.takeAndWipe();
    } catch (Exception e) {
      throw new IllegalStateException("Every Java writes " + type, e);
    }
  }

  @FunctionalInterface
  private interface Fill {
    void into(KeyStore store) throws GeneralSecurityException, IOException;
  }

  /** Wipes its own buffer, which held an encrypted key. */
  private static final class WipingStream extends ByteArrayOutputStream {
    byte[] takeAndWipe() {
      byte[] content = toByteArray();
      java.util.Arrays.fill(buf, (byte) 0);
      return content;
    }
  }
}
