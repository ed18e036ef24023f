package io.github.certwright.jmh;

import io.github.certwright.check.ChainLink;
import io.github.certwright.issue.AnswerChain;
import io.github.certwright.issue.Issued;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * The inner parts, each beside bare calls of the JDK that do the same cryptography; the table pairs
 * them by name.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Inner {
  /** A server's certificate from a checked plan, signed by a root authority. */
  @Benchmark
  public Issued issue(Sample sample) {
    return sample.maker.issued(sample.plan, sample.pair, sample.authority);
  }

  /** The one signature in it. */
  @Benchmark
  public byte[] issueBare(Sample sample) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(sample.authority.key(), sample.random);
    signature.update(sample.issued.certificate().getTBSCertificate());
    return signature.sign();
  }

  /** The server's keystore as bytes. */
  @Benchmark
  public byte[] write(Sample sample, Stored stored) {
    return KeystoreWriter.server(
        stored.format,
        Sample.ALIAS,
        sample.issued.privateKey(),
        sample.issued.chain(),
        sample.password);
  }

  /** The same by Java's own class. */
  @Benchmark
  public byte[] writeBare(Sample sample, Stored stored) throws Exception {
    KeyStore store = KeyStore.getInstance(stored.format.name());
    store.load(null, null);
    store.setKeyEntry(
        Sample.ALIAS,
        sample.issued.privateKey(),
        Sample.WORD,
        sample.issued.chain().toArray(X509Certificate[]::new));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, Sample.WORD);
    return out.toByteArray();
  }

  /** What is in a keystore, with all checks for hostile files. */
  @Benchmark
  public KeystoreContents read(Sample sample, Stored stored) throws ProblemException {
    return KeystoreReader.read(stored.bytes, sample.password);
  }

  /** The same by Java's own class, without any check. */
  @Benchmark
  public Certificate[] readBare(Stored stored) throws Exception {
    KeyStore store = KeyStore.getInstance(stored.format.name());
    store.load(new ByteArrayInputStream(stored.bytes), Sample.WORD);
    return store.getCertificateChain(Sample.ALIAS);
  }

  /** An authority's answer, read, put in order and judged (RFC 5280 section 6). */
  @Benchmark
  public Checked<AnswerChain> chain(Sample sample) throws CertificateException {
    return AnswerChain.of(
        sample.pair.getPublic(), sample.plan.names(), sample.chain(), sample.now);
  }

  /** How the links of a chain hang together, as the check draws it. */
  @Benchmark
  public List<ChainLink> links(Sample sample) throws CertificateException {
    return ChainLink.of(sample.chain(), sample.clock);
  }

  /** Read and validated once by Java's own class. */
  @Benchmark
  public Object chainBare(Sample sample) throws Exception {
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(sample.authority.certificate(), null)));
    parameters.setRevocationEnabled(false);
    return CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509")
                .generateCertPath(sample.chain().subList(0, 1)),
            parameters);
  }

  /** The one signature in it that Java has not judged yet. */
  @Benchmark
  public X509Certificate linksBare(Sample sample) throws Exception {
    X509Certificate leaf = sample.chain().getFirst();
    leaf.verify(sample.authority.certificate().getPublicKey());
    return leaf;
  }
}
