package io.github.certwright.testing;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.issue.Issued;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Certificates for tests, with a fast key. */
public final class Pairs {
  private Pairs() {}

  public static Issued make(String name) {
    CertificateMaker maker = new CertificateMaker(new SecureRandom());
    CertificatePlan plan =
        new CertificatePlan(
            List.of(new CertificatePlan.NamePart("CN", name)),
            List.of(new HostName.Dns(name, name)),
            KeyChoice.EC256,
            Instant.now().minus(Duration.ofHours(1)),
            Instant.now().plus(Duration.ofDays(30)),
            "teamworkcloud");
    return maker.selfSigned(plan, maker.keyPair(plan.key()));
  }

  public static byte[] server(Issued issued, Secret password) {
    return KeystoreWriter.server(
        StoreFormat.JKS, "teamworkcloud", issued.privateKey(), issued.certificate(), password);
  }

  public static byte[] client(Issued issued, Secret password) {
    return KeystoreWriter.client(StoreFormat.JKS, "teamworkcloud", issued.certificate(), password);
  }

  public static Fingerprint fingerprint(Issued issued) {
    return Fingerprint.of(issued.certificate());
  }
}
