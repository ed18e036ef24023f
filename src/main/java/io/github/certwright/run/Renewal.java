package io.github.certwright.run;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.issue.AnswerChain;
import io.github.certwright.issue.CertifiedNames;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.plan.FileRole;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.CertificateFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/** A keystore whose certificate is to be renewed, and what that means for its clients. */
public final class Renewal {
  private static final int LEAST_RSA = 2048;
  private static final int LEAST_EC = 256;

  private final HeldKey held;
  private final List<X509Certificate> clientsTrust;

  private Renewal(HeldKey held, List<X509Certificate> clientsTrust) {
    this.held = held;
    this.clientsTrust = List.copyOf(clientsTrust);
  }

  static Renewal of(HeldKey held) {
    return new Renewal(held, trusted(held.file().resolveSibling(FileRole.CLIENT_STORE.fileName())));
  }

  private static List<X509Certificate> trusted(Path store) {
    if (!Files.isRegularFile(store)) {
      return List.of();
    }
    try {
      KeystoreContents seen =
          KeystoreReader.peek(PairReader.bytes(store, KeystoreReader.MAX_BYTES));
      return seen.trusted();
    } catch (ProblemException _) {
      // What cannot be read says nothing; the new file replaces it anyway.
      return List.of();
    }
  }

  /** The key that is there. */
  public HeldKey held() {
    return held;
  }

  /** The certificate as it is now. */
  public CertificateFacts facts() {
    return held.facts();
  }

  /** Whether the certificate signs itself. */
  public boolean selfSigned() {
    return AnswerChain.signsItself(held.certificate());
  }

  /** What the one that issued the certificate is called. */
  public String issuer() {
    return CertifiedNames.title(held.certificate().getIssuerX500Principal().getName());
  }

  /** The kind of key to propose when a new one is wanted: like the one there is. */
  public KeyChoice kind() {
    return Material.kind(held.certificate().getPublicKey());
  }

  /** Whether the key is shorter than anybody should use today (NIST SP 800-57 part 1, table 2). */
  public boolean keyTooWeak() {
    return switch (held.certificate().getPublicKey()) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() < LEAST_RSA;
      case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() < LEAST_EC;
      default -> held.certificate().getPublicKey().getAlgorithm().equals("DSA");
    };
  }

  /** Whether the files that clients have go on working with the new certificate. */
  public enum Clients {
    /** They trust the root authority that issues the new certificate, too. */
    KEEP_WORKING,
    /** They trust the old certificate itself, or something else. */
    NEED_NEW_FILES,
    /** No {@code cert.jks} stands beside the keystore: it depends on what they trust. */
    UNKNOWN
  }

  /**
   * What becomes of the client files. A certificate that signs itself is trusted by itself, so that
   * its successor needs new files even with the same key: today's Java takes no certificate that is
   * no authority's as the issuer of another (JDK-8230318, {@code jdk.security.allowNonCaAnchor}).
   *
   * @param issuer our own root authority that will issue; empty when it signs itself
   */
  public Clients clients(Optional<OpenAuthority> issuer) {
    if (issuer.isEmpty()) {
      return Clients.NEED_NEW_FILES;
    }
    if (clientsTrust.isEmpty()) {
      return Clients.UNKNOWN;
    }
    return clientsTrust.contains(issuer.get().certificate())
        ? Clients.KEEP_WORKING
        : Clients.NEED_NEW_FILES;
  }
}
