package io.github.certwright.install;

import io.github.certwright.tls.Fingerprint;
import java.time.Instant;
import java.util.Arrays;

/**
 * The two files a modeling tool reads, which only make sense together. Closing wipes the password.
 */
public final class ClientPair implements AutoCloseable {
  private final byte[] store;
  private final byte[] password;
  private final Fingerprint fingerprint;
  private final Instant notAfter;

  /**
   * Takes copies; the caller wipes its own.
   *
   * @param store the bytes of {@code cert.jks}
   * @param password the bytes of {@code cert.pass}
   * @param fingerprint of the certificate in the store
   * @param notAfter its end date
   */
  public ClientPair(byte[] store, byte[] password, Fingerprint fingerprint, Instant notAfter) {
    this.store = store.clone();
    this.password = password.clone();
    this.fingerprint = fingerprint;
    this.notAfter = notAfter;
  }

  byte[] store() {
    return store;
  }

  byte[] password() {
    return password;
  }

  public Fingerprint fingerprint() {
    return fingerprint;
  }

  public Instant notAfter() {
    return notAfter;
  }

  @Override
  public void close() {
    Arrays.fill(password, (byte) 0);
  }
}
