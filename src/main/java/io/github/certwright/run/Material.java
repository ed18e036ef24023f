package io.github.certwright.run;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.issue.AnswerChain;
import io.github.certwright.issue.CertifiedNames;
import io.github.certwright.issue.Issued;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.CertificatePlan.NamePart;
import io.github.certwright.plan.Origin;
import io.github.certwright.plan.Origin.Trusted;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.CertificateFacts;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Key and certificate for a server's files, as an answer, a renewal, an authority of one's own or
 * an existing keystore gives them. {@link PairJob} makes the files. Holds a private key: drop it
 * when the job has ended.
 */
public final class Material {
  private final String job;
  private final CertificatePlan certificate;
  private final List<X509Certificate> chain;
  private final Trusted trusted;
  private final boolean choice;
  private final Optional<Path> keystore;
  private final List<Problem> warnings;
  private final Function<Trusted, Origin> origin;
  private final Function<Trusted, KeySource> source;

  private Material(
      String job,
      CertificatePlan certificate,
      List<X509Certificate> chain,
      Trusted trusted,
      boolean choice,
      Optional<Path> keystore,
      List<Problem> warnings,
      Function<Trusted, Origin> origin,
      Function<Trusted, KeySource> source) {
    this.job = job;
    this.certificate = certificate;
    this.chain = List.copyOf(chain);
    this.trusted = trusted;
    this.choice = choice;
    this.keystore = keystore;
    this.warnings = List.copyOf(warnings);
    this.origin = origin;
    this.source = source;
  }

  /** What an authority answered, for the key of a keystore. */
  static Material answered(
      PrivateKey key, AnswerChain answer, String alias, Path keystore, List<Problem> warnings) {
    String authority = authority(answer);
    return given(
        "complete",
        key,
        answer,
        alias,
        Optional.of(keystore),
        warnings,
        trusted -> new Origin.Answered(authority, trusted));
  }

  /** Key and certificate taken as they are. */
  static Material existing(
      PrivateKey key, AnswerChain chain, String alias, List<Problem> warnings) {
    boolean itself = AnswerChain.signsItself(chain.certificate());
    String authority = itself ? "" : authority(chain);
    return given(
        "import",
        key,
        chain,
        alias,
        Optional.empty(),
        warnings,
        trusted -> new Origin.Existing(authority, trusted));
  }

  private static Material given(
      String job,
      PrivateKey key,
      AnswerChain answer,
      String alias,
      Optional<Path> keystore,
      List<Problem> warnings,
      Function<Trusted, Origin> origin) {
    boolean rooted = answer.root().isPresent();
    return new Material(
        job,
        planOf(answer.certificate()).called(alias),
        answer.chain(),
        rooted ? Trusted.ROOT : Trusted.CERTIFICATE,
        rooted,
        keystore,
        warnings,
        origin,
        trusted ->
            KeySource.given(
                new Issued(
                    key,
                    answer.chain(),
                    trusted == Trusted.ROOT ? answer.root().orElseThrow() : answer.certificate())));
  }

  /** A certificate that is yet to be made. */
  static Material toBeMade(
      String job,
      CertificatePlan certificate,
      Origin origin,
      Optional<Path> keystore,
      List<Problem> warnings,
      KeySource source) {
    Trusted trusted = origin instanceof Origin.OwnAuthority ? Trusted.ROOT : Trusted.CERTIFICATE;
    return new Material(
        job, certificate, List.of(), trusted, false, keystore, warnings, _ -> origin, _ -> source);
  }

  private static String authority(AnswerChain answer) {
    X509Certificate top = answer.chain().getLast();
    return CertifiedNames.title(
        answer.root().isPresent()
            ? top.getSubjectX500Principal().getName()
            : top.getIssuerX500Principal().getName());
  }

  /** A certificate that exists, in the words of a plan. */
  static CertificatePlan planOf(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    return new CertificatePlan(
        List.of(new NamePart("CN", CertifiedNames.title(subject))),
        CertifiedNames.of(certificate),
        kind(certificate.getPublicKey()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        "");
  }

  /** The choice closest to a key. */
  static KeyChoice kind(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> KeyChoice.closest("RSA", rsa.getModulus().bitLength());
      case ECPublicKey ec ->
          KeyChoice.closest("EC", ec.getParams().getCurve().getField().getFieldSize());
      default -> KeyChoice.closest("EC", 0);
    };
  }

  /** The command that these files are made by: complete, renew, import or issue. */
  public String job() {
    return job;
  }

  /** The certificate, made or yet to be made. */
  public CertificatePlan certificate() {
    return certificate;
  }

  /** The certificates that are there, the server's first and the root last; empty when not yet. */
  public List<CertificateFacts> chain() {
    return chain.stream().map(Facts::of).toList();
  }

  /** The same certificates themselves. */
  public List<X509Certificate> certificates() {
    return chain;
  }

  /** Where key and certificate come from. */
  public Origin origin() {
    return origin.apply(trusted);
  }

  /** What the tools will trust. */
  public Trusted trusted() {
    return trusted;
  }

  /** Whether {@link #trusting} has a choice: only where the root of the certificate is known. */
  public boolean mayChooseTrusted() {
    return choice;
  }

  /** The same with something else for the tools to trust, where there is a choice. */
  public Material trusting(Trusted other) {
    return choice
        ? new Material(job, certificate, chain, other, true, keystore, warnings, origin, source)
        : this;
  }

  /** The keystore that is completed or renewed. */
  public Optional<Path> keystore() {
    return keystore;
  }

  /** Worth knowing before anything is written. */
  public List<Problem> warnings() {
    return warnings;
  }

  KeySource source() {
    return source.apply(trusted);
  }
}
