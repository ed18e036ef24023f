package io.github.certwright.testing;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.issue.Issued;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.CertificatePlan.NamePart;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A made certificate with the two files for clients. */
public record SamplePair(Issued issued, String word) {

  /** A new one, with a password of its own. */
  public static SamplePair make(String host, String word) {
    CertificateMaker maker = new CertificateMaker(new SecureRandom());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    CertificatePlan plan =
        new CertificatePlan(
            List.of(new NamePart("CN", host)),
            List.of(new HostName.Dns(host, host)),
            KeyChoice.EC256,
            now.minus(1, ChronoUnit.HOURS),
            now.plus(825, ChronoUnit.DAYS),
            "teamworkcloud");
    return new SamplePair(maker.selfSigned(plan, maker.keyPair(plan.key())), word);
  }

  public byte[] store() {
    try (Secret secret = Secret.ofText(word)) {
      return KeystoreWriter.client(StoreFormat.JKS, "teamworkcloud", issued.certificate(), secret);
    }
  }

  public byte[] serverStore() {
    try (Secret secret = Secret.ofText(word)) {
      return KeystoreWriter.server(
          StoreFormat.JKS, "teamworkcloud", issued.privateKey(), issued.certificate(), secret);
    }
  }

  public byte[] password() {
    try (Secret secret = Secret.ofText(word)) {
      return ClientPassword.write(secret);
    }
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(issued.certificate());
  }

  public Instant notAfter() {
    return issued.certificate().getNotAfter().toInstant();
  }
}
