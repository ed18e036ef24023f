package io.github.certwright.server;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.secret.Secret;
import java.net.URI;

/**
 * What to send, where and as whom. The sign-in, the password and the bytes stay with the caller,
 * who wipes them.
 */
public final class UploadRequest {
  private final URI url;
  private final UploadAnswer.SignIn signIn;
  private final byte[] keystore;
  private final String keystoreName;
  private final Secret keystorePassword;
  private final int tlsPort;

  /**
   * Borrows everything.
   *
   * @param url {@code https://host:port}, as {@code answers.ServerAddress} gives it
   * @param keystore the file {@code KeyStore.jks} as it stands on the disk
   * @param keystoreName the file's name as the console will show it
   * @param keystorePassword opens the file and its key
   * @param tlsPort where Teamwork Cloud is to offer TLS
   */
  public UploadRequest(
      URI url,
      UploadAnswer.SignIn signIn,
      byte[] keystore,
      String keystoreName,
      Secret keystorePassword,
      int tlsPort) {
    this.url = url;
    this.signIn = signIn;
    this.keystore = keystore;
    this.keystoreName = keystoreName;
    this.keystorePassword = keystorePassword;
    this.tlsPort = tlsPort;
  }

  public URI url() {
    return url;
  }

  public UploadAnswer.SignIn signIn() {
    return signIn;
  }

  byte[] keystore() {
    return keystore;
  }

  public String keystoreName() {
    return keystoreName;
  }

  Secret keystorePassword() {
    return keystorePassword;
  }

  public int tlsPort() {
    return tlsPort;
  }

  /** Names neither the file's bytes nor who signs in. */
  @Override
  public String toString() {
    return "UploadRequest[" + url + ", " + keystoreName + ", " + tlsPort + "]";
  }
}
