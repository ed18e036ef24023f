package io.github.certwright.kit;

import java.security.cert.X509Certificate;
import java.util.Arrays;

/** A client kit that was read and found in order. Closing wipes the password. */
public final class Kit implements AutoCloseable {
  private final KitManifest manifest;
  private final X509Certificate certificate;
  private final byte[] store;
  private final byte[] password;

  Kit(KitManifest manifest, X509Certificate certificate, byte[] store, byte[] password) {
    this.manifest = manifest;
    this.certificate = certificate;
    this.store = store;
    this.password = password;
  }

  public KitManifest manifest() {
    return manifest;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** A copy of {@code cert.jks}. */
  public byte[] store() {
    return store.clone();
  }

  /** A copy of {@code cert.pass}; the caller wipes it. */
  public byte[] password() {
    return password.clone();
  }

  @Override
  public void close() {
    Arrays.fill(password, (byte) 0);
  }
}
