package io.github.certwright.server;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.net.URI;

/**
 * What to send, where and as whom. The sign-in, the password and the bytes stay with the caller,
 * who wipes them.
 */
public final class UploadRequest {
  private final URI url;
  private final UploadAnswer.SignIn signIn;
  private final KeystoreSource source;
  private final String keystoreName;
  private final Secret keystorePassword;
  private final int tlsPort;
  private byte[] keystore = {};

  /**
   * Borrows everything.
   *
   * @param url {@code https://host:port}, as {@code answers.ServerAddress} gives it
   * @param source gives the file {@code KeyStore.jks}; asked once, just before it is sent, so that
   *     nothing need exist before the server has let the person in
   * @param keystoreName the file's name as the console will show it
   * @param keystorePassword opens the file and its key
   * @param tlsPort where Teamwork Cloud is to offer TLS
   */
  public UploadRequest(
      URI url,
      UploadAnswer.SignIn signIn,
      KeystoreSource source,
      String keystoreName,
      Secret keystorePassword,
      int tlsPort) {
    this.url = url;
    this.signIn = signIn;
    this.source = source;
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

  /** Has the keystore made; after this {@link #keystore()} has it. */
  void prepare() throws ProblemException {
    keystore = source.make();
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

  /** Gives the keystore when it is needed. */
  @FunctionalInterface
  public interface KeystoreSource {
    /**
     * The file's bytes, which stay with the source.
     *
     * @throws ProblemException when there is none; the upload then ends as {@link
     *     UploadOutcome.NotSent}
     */
    byte[] make() throws ProblemException;
  }

  /** Names neither the file's bytes nor who signs in. */
  @Override
  public String toString() {
    return "UploadRequest[" + url + ", " + keystoreName + ", " + tlsPort + "]";
  }
}
