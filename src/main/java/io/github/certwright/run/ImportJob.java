package io.github.certwright.run;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.issue.AnswerChain;
import io.github.certwright.issue.CertifiedNames;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreContents.Entry;
import io.github.certwright.keystore.KeystoreContents.EntryKind;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.keystore.PemKey;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * "Start from a keystore that exists": a keystore, or key and certificate in PEM, in one file or
 * several. {@link PairJob} makes the files.
 */
public final class ImportJob {
  private static final String FIELD = "import.files";

  private final Workbench bench;

  public ImportJob(Workbench bench) {
    this.bench = bench;
  }

  /** A key that was found. Holds it: drop it when the job has ended. */
  public static final class FoundKey {
    private final String alias;
    private final PrivateKey key;
    private final AnswerChain chain;

    private FoundKey(String alias, PrivateKey key, AnswerChain chain) {
      this.alias = alias;
      this.key = key;
      this.chain = chain;
    }

    /** Entry name in its keystore; the file's name for a key in PEM. */
    public String alias() {
      return alias;
    }

    /** The certificate of the key. */
    public CertificateFacts certificate() {
      return Facts.of(chain.certificate());
    }

    /** Whether the certificate signs itself. */
    public boolean selfSigned() {
      return AnswerChain.signsItself(chain.certificate());
    }

    /** Whether the authority that signs itself is among the certificates. */
    public boolean rootKnown() {
      return chain.root().isPresent();
    }

    @Override
    public String toString() {
      return alias;
    }
  }

  /**
   * Opens the files and finds every key with its certificate.
   *
   * @param files one keystore, or key and certificates in PEM; certificates may come in any form
   *     {@link CertificateReader} reads
   * @param password opens the keystore or the key; empty when there is none
   * @return at least one key
   * @throws ProblemException with its own key for each way in which the files are not fit
   */
  public List<FoundKey> look(List<Path> files, Secret password) throws ProblemException {
    if (files.isEmpty()) {
      throw new ProblemException(Problem.of(FIELD, "import.problem.empty"));
    }
    List<FoundKey> found = new ArrayList<>();
    Set<X509Certificate> certificates = new LinkedHashSet<>();
    List<Loose> loose = new ArrayList<>();
    List<Stored> stored = new ArrayList<>();
    for (Path file : files) {
      try {
        read(file, password, certificates, loose, stored);
      } catch (ProblemException e) {
        throw new ProblemException(e.problem().at(FIELD), e);
      }
    }
    List<X509Certificate> all = List.copyOf(certificates);
    for (Stored one : stored) {
      found.add(new FoundKey(one.alias(), one.key(), AnswerChain.ordered(one.certificate(), all)));
    }
    for (Loose one : loose) {
      X509Certificate own = KeyMatch.certificate(one.key(), all, one.file());
      found.add(new FoundKey(one.alias(), one.key(), AnswerChain.ordered(own, all)));
    }
    if (found.isEmpty()) {
      throw new ProblemException(Problem.of(FIELD, "import.problem.noKey", files));
    }
    return found;
  }

  private record Stored(String alias, PrivateKey key, X509Certificate certificate) {}

  private record Loose(Path file, PrivateKey key) {
    String alias() {
      return String.valueOf(file.getFileName());
    }
  }

  private static void read(
      Path file,
      Secret password,
      Set<X509Certificate> certificates,
      List<Loose> loose,
      List<Stored> stored)
      throws ProblemException {
    byte[] bytes = PairReader.bytes(file, KeystoreReader.MAX_BYTES);
    if (PemKey.isIn(bytes)) {
      loose.add(new Loose(file, PemKey.read(bytes, password)));
      certificates.addAll(certificatesBeside(bytes));
      return;
    }
    List<X509Certificate> read = certificatesBeside(bytes);
    if (!read.isEmpty()) {
      certificates.addAll(read);
      return;
    }
    KeystoreContents contents = KeystoreReader.read(bytes, password);
    for (Entry entry : contents.entries()) {
      certificates.addAll(entry.chain());
      if (entry.kind() == EntryKind.PRIVATE_KEY && !entry.chain().isEmpty()) {
        PrivateKey key = KeystoreReader.key(bytes, entry.alias(), password);
        stored.add(new Stored(entry.alias(), key, entry.chain().getFirst()));
      }
    }
  }

  /** The certificates in a file; none is no mistake yet. */
  private static List<X509Certificate> certificatesBeside(byte[] bytes) {
    try {
      return CertificateReader.read(PemBlocks.certificates(bytes));
    } catch (ProblemException _) {
      return List.of();
    }
  }

  /**
   * The key to go on with.
   *
   * @param alias the chosen one's; empty when there is only one
   * @return the material with its warnings, or why it cannot be used
   */
  public Checked<Material> choose(List<FoundKey> found, String alias) {
    List<FoundKey> matching =
        found.stream()
            .filter(one -> alias.isEmpty() || one.alias().equalsIgnoreCase(alias))
            .toList();
    List<String> all = found.stream().map(FoundKey::alias).toList();
    if (matching.isEmpty()) {
      return Checked.bad(Problem.of("import.alias", "import.problem.unknownAlias", alias, all));
    }
    if (matching.size() > 1) {
      return Checked.bad(Problem.of("import.alias", "import.problem.several", all));
    }
    return material(matching.getFirst());
  }

  private Checked<Material> material(FoundKey found) {
    List<Problem> problems = new ArrayList<>();
    X509Certificate certificate = found.chain.certificate();
    Instant now = Instant.now(bench.clock());
    Instant end = certificate.getNotAfter().toInstant();
    Instant start = certificate.getNotBefore().toInstant();
    if (Material.planOf(certificate).names().isEmpty()) {
      return Checked.bad(
          Problem.of(FIELD, "import.problem.nameless", found.certificate().subject()));
    }
    if (now.isAfter(end)) {
      problems.add(Problem.warning(FIELD, "import.warning.expired", end));
    } else if (now.isBefore(start)) {
      problems.add(Problem.warning(FIELD, "import.warning.early", start));
    }
    if (certificate.getBasicConstraints() >= 0) {
      problems.add(
          Problem.warning(FIELD, "import.warning.authority", found.certificate().subject()));
    }
    if (CertifiedNames.alternative(certificate).isEmpty()) {
      problems.add(Problem.warning(FIELD, "import.warning.noNames"));
    }
    if (!found.selfSigned() && !found.rootKnown()) {
      problems.add(Problem.warning(FIELD, "import.warning.noRoot", found.certificate().issuer()));
    }
    return new Checked.Good<>(
        Material.existing(found.key, found.chain, CertificateAnswer.DEFAULT_ALIAS, problems),
        problems);
  }
}
