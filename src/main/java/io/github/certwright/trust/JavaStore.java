package io.github.certwright.trust;

import io.github.certwright.files.Access;
import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.ReadOnce;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.keystore.TrustedEntries;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A Java's {@code cacerts} file. The whole file is replaced in one instant, and the one before is
 * kept as a backup.
 */
final class JavaStore implements TrustStore {
  private final TrustTools tools;
  private final StoreName name;
  private final Path file;
  private final Secret password;

  /**
   * @param file as it was named; it may be a link to the real one
   * @param password of the file, which the caller closes; Java's own default where it is empty
   */
  JavaStore(TrustTools tools, Path file, Secret password) {
    this.tools = tools;
    this.name = StoreName.at(StoreKind.JAVA, file);
    this.file = file;
    this.password = password;
  }

  @Override
  public StoreName name() {
    return name;
  }

  @Override
  public StoreLook look() {
    if (!Files.isRegularFile(file)) {
      return new StoreLook.NotHere(Problem.of("", "trust.java.problem.no-file", file));
    }
    try {
      Path real = file.toRealPath();
      return new StoreLook.Here(
          !(tools.mayWrite().test(real.getParent()) && tools.mayWrite().test(real)));
    } catch (IOException e) {
      return new StoreLook.Unusable(DiskProblem.of(e, file));
    }
  }

  @Override
  public TrustState state(Fingerprint fingerprint) {
    try {
      return open().trusted().stream()
          .filter(it -> Fingerprint.of(it).equals(fingerprint))
          .findFirst()
          .<TrustState>map(TrustState.Trusted::new)
          .orElse(new TrustState.NotTrusted());
    } catch (ProblemException e) {
      return new TrustState.CannotTell(e.problem());
    }
  }

  /** Ours alone: Java is delivered with more than a hundred others. */
  @Override
  public List<X509Certificate> added() {
    try {
      TrustedEntries all = open();
      return all.trusted().stream()
          .filter(it -> all.alias(it::equals).equals(Optional.of(new Anchor(it).label())))
          .toList();
    } catch (ProblemException _) {
      return List.of();
    }
  }

  private TrustedEntries open() throws ProblemException {
    try {
      byte[] bytes = ReadOnce.bytes(file.toRealPath(), KeystoreReader.MAX_BYTES);
      return TrustedEntries.open(bytes, password);
    } catch (IOException e) {
      throw new ProblemException(DiskProblem.of(e, file), e);
    } catch (ProblemException e) {
      boolean locked = e.problem().key().equals("keystore.read.problem.wrongPassword");
      throw new ProblemException(
          locked
              ? Problem.of("", "trust.java.problem.password", file)
              : Problem.of("", "trust.java.problem.damaged", file).withDetail(e.problem().key()),
          e);
    }
  }

  @Override
  public Optional<String> add(Anchor anchor) throws ProblemException {
    write(open().with(anchor.label(), anchor.certificate(), password));
    return Optional.empty();
  }

  @Override
  public void remove(Fingerprint fingerprint) throws ProblemException {
    write(open().without(it -> Fingerprint.of(it).equals(fingerprint), password));
  }

  private void write(byte[] content) throws ProblemException {
    try (FileTransaction transaction = tools.transaction()) {
      Path real = file.toRealPath();
      transaction.write(real, content, Access.AS_BEFORE);
      transaction.commit();
    } catch (IOException e) {
      throw new ProblemException(DiskProblem.of(e, file), e);
    }
  }

  @Override
  public List<List<String>> adding(Anchor anchor, Path pem) {
    return List.of(
        List.of(
            "keytool",
            "-importcert",
            "-noprompt",
            "-alias",
            anchor.label(),
            "-file",
            pem.toString(),
            "-keystore",
            file.toString()));
  }

  @Override
  public List<List<String>> removing(Fingerprint fingerprint, Path pem) {
    return List.of(
        List.of("keytool", "-delete", "-alias", alias(fingerprint), "-keystore", file.toString()));
  }

  private String alias(Fingerprint fingerprint) {
    try {
      Optional<String> alias = open().alias(it -> Fingerprint.of(it).equals(fingerprint));
      return alias.orElse(Anchor.label(fingerprint));
    } catch (ProblemException _) {
      return Anchor.label(fingerprint);
    }
  }

  /** Where a Java keeps the file: below lib since 9, below jre before. */
  static Optional<Path> below(Path home) {
    for (String place : List.of("lib/security/cacerts", "jre/lib/security/cacerts")) {
      Path file = home.resolve(place);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
