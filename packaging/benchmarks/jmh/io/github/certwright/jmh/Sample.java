package io.github.certwright.jmh;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.HostNames;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.issue.Authority;
import io.github.certwright.issue.AuthorityMaker;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.issue.Issued;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.CertificatePlan.NamePart;
import io.github.certwright.problem.Checked;
import io.github.certwright.secret.Secret;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One server's key and certificate, issued by a root authority. */
@State(Scope.Benchmark)
public class Sample {
  static final String ALIAS = "teamworkcloud";
  /** More than Java's certificate factory remembers, so that each is read and judged anew. */
  private static final int MANY = 1_000;

  static final char[] WORD = "Benchmark-77".toCharArray();

  final Clock clock = Clock.systemUTC();
  final SecureRandom random = new SecureRandom();
  final CertificateMaker maker = new CertificateMaker(random);
  final Secret password = Secret.copyOf(WORD);
  final KeyPair pair = maker.keyPair(KeyChoice.RSA2048);
  Instant now;
  CertificatePlan plan;
  Authority authority;
  Issued issued;
  private final List<byte[]> leaves = new ArrayList<>();
  private int next;

  /** Made once a run; no benchmark changes any of it. */
  @Setup(Level.Trial)
  public void make() throws CertificateEncodingException {
    now = Instant.now();
    Instant end = now.plus(Duration.ofDays(825));
    KeyPair root = maker.keyPair(KeyChoice.RSA2048);
    authority =
        new AuthorityMaker(random)
            .root(
                new AuthorityPlan(
                    List.of(new NamePart("CN", "Benchmark Root")),
                    KeyChoice.RSA2048,
                    now,
                    end,
                    List.of(),
                    Path.of(""),
                    false,
                    List.of()),
                root);
    plan =
        new CertificatePlan(
            List.of(new NamePart("CN", "tw.example.com")),
            List.of(name("tw.example.com"), name("tw")),
            KeyChoice.RSA2048,
            now,
            end,
            ALIAS);
    issued = maker.issued(plan, pair, authority);
    for (int i = 0; i < MANY; i++) {
      leaves.add(maker.issued(plan, pair, authority).certificate().getEncoded());
    }
  }

  /** A chain of which Java has not judged the server's certificate yet, read from its bytes. */
  List<X509Certificate> chain() throws CertificateException {
    next = (next + 1) % MANY;
    X509Certificate leaf =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(leaves.get(next)));
    return List.of(leaf, authority.certificate());
  }

  private static HostName name(String typed) {
    if (HostNames.read("", typed) instanceof Checked.Good<HostName>(HostName name, var _)) {
      return name;
    }
    throw new IllegalStateException(typed);
  }
}
