package io.github.certwright.run;

import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreContents.Entry;
import io.github.certwright.keystore.KeystoreContents.EntryKind;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The one key of a server's keystore, opened. Holds a private key: drop it when no longer needed.
 */
public final class HeldKey {
  private static final String FIELD = "keystore.file";

  private final Path file;
  private final String alias;
  private final PrivateKey key;
  private final List<X509Certificate> chain;

  private HeldKey(Path file, String alias, PrivateKey key, List<X509Certificate> chain) {
    this.file = file;
    this.alias = alias;
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  /**
   * Opens a keystore and takes its key.
   *
   * @throws ProblemException when the file cannot be read or opened, or holds no key, or several
   */
  public static HeldKey open(Path file, Secret password) throws ProblemException {
    try {
      byte[] bytes = PairReader.bytes(file, KeystoreReader.MAX_BYTES);
      KeystoreContents contents = KeystoreReader.read(bytes, password);
      List<Entry> keys =
          contents.entries().stream()
              .filter(entry -> entry.kind() == EntryKind.PRIVATE_KEY && !entry.chain().isEmpty())
              .toList();
      if (keys.isEmpty()) {
        throw new ProblemException(Problem.of(FIELD, "keystore.key.problem.noneIn", file));
      }
      if (keys.size() > 1) {
        throw new ProblemException(
            Problem.of(
                FIELD,
                "keystore.key.problem.several",
                file,
                keys.stream().map(Entry::alias).toList()));
      }
      Entry only = keys.getFirst();
      PrivateKey key = KeystoreReader.key(bytes, only.alias(), password);
      return new HeldKey(file.toAbsolutePath().normalize(), only.alias(), key, only.chain());
    } catch (ProblemException e) {
      throw new ProblemException(e.problem().at(FIELD), e);
    }
  }

  public Path file() {
    return file;
  }

  public String alias() {
    return alias;
  }

  /** The key's own certificate. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** What can be said about the certificate. */
  public RunReport.CertificateFacts facts() {
    return Facts.of(certificate());
  }

  List<X509Certificate> chain() {
    return chain;
  }

  PrivateKey key() {
    return key;
  }

  KeyPair pair() {
    return new KeyPair(certificate().getPublicKey(), key);
  }
}
