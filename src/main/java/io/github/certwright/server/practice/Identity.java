package io.github.certwright.server.practice;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.issue.Issued;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key with its certificate, ready to serve.
 *
 * @param context serves with that key
 * @param fingerprint of the certificate
 */
record Identity(SSLContext context, Fingerprint fingerprint) {
  private static final String ALIAS = "practice";

  /** A new self-signed one for this computer, good for a day. */
  static Identity selfSigned() {
    CertificateMaker maker = new CertificateMaker(new SecureRandom());
    Instant now = Instant.now();
    CertificatePlan plan =
        new CertificatePlan(
            List.of(new CertificatePlan.NamePart("CN", "localhost")),
            List.of(new HostName.Dns("localhost", "localhost"), new HostName.Ip("127.0.0.1")),
            KeyChoice.EC256,
            now.minus(Duration.ofHours(1)),
            now.plus(Duration.ofDays(1)),
            ALIAS);
    Issued issued = maker.selfSigned(plan, maker.keyPair(plan.key()));
    try (Secret password = Secret.ofText("practice")) {
      byte[] store =
          KeystoreWriter.server(
              StoreFormat.JKS, ALIAS, issued.privateKey(), issued.certificate(), password);
      return new Identity(
          context(KeystoreReader.open(store, password), password),
          Fingerprint.of(issued.certificate()));
    } catch (ProblemException | GeneralSecurityException e) {
      throw new IllegalStateException("A keystore just written can be read.", e);
    }
  }

  /**
   * A context that serves with the keys of a store.
   *
   * @throws GeneralSecurityException when the password does not open a key
   */
  static SSLContext context(KeyStore store, Secret password) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    password.<Void, GeneralSecurityException>use(
        chars -> {
          keys.init(store, chars);
          return null;
        });
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, new SecureRandom());
    return context;
  }
}
