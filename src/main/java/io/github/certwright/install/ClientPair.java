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

  /** The bytes of {@code cert.jks}; the pair's own, not to be changed. */
  public byte[] store() {
    return store;
  }

  /** The bytes of {@code cert.pass}; the pair's own, wiped when it is closed. */
  public byte[] password() {
    return password;
  }

  /** A copy with a life of its own. */
  public ClientPair copy() {
    return new ClientPair(store, password, fingerprint, notAfter);
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
