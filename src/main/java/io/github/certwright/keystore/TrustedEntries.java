package io.github.certwright.keystore;

import io.github.certwright.keystore.KeystoreContents.EntryKind;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The trusted certificates of a keystore that belongs to somebody else, such as Java's own {@code
 * cacerts}: one is added or taken out, and everything else stays, its form and its password too.
 */
public final class TrustedEntries {
  /** The password every Java is delivered with; keytool's documentation, "The cacerts file". */
  private static final char[] DELIVERED = {'c', 'h', 'a', 'n', 'g', 'e', 'i', 't'};

  private final KeyStore store;

  private TrustedEntries(KeyStore store) {
    this.store = store;
  }

  /**
   * Opens one; one that has no password (Java 18 and later) opens with any.
   *
   * @param password the one that Java is delivered with where this is empty
   * @throws ProblemException as {@link KeystoreReader#read}
   */
  public static TrustedEntries open(byte[] bytes, Secret password) throws ProblemException {
    try (Secret known = known(password)) {
      return new TrustedEntries(KeystoreReader.open(bytes, known));
    }
  }

  private static Secret known(Secret password) {
    return password.isEmpty() ? Secret.copyOf(DELIVERED) : password.copy();
  }

  /** The certificates, without those that belong to a key. */
  public List<X509Certificate> trusted() {
    try {
      return KeystoreReader.contents(store).stream()
          .filter(entry -> entry.kind() == EntryKind.TRUSTED_CERTIFICATE)
          .map(entry -> entry.chain().getFirst())
          .toList();
    } catch (ProblemException e) {
      throw new IllegalStateException("A keystore that is open can be listed.", e);
    }
  }

  /** The alias of the first certificate of this kind. */
  public Optional<String> alias(Predicate<X509Certificate> wanted) {
    return aliases(wanted).stream().findFirst();
  }

  private List<String> aliases(Predicate<X509Certificate> wanted) {
    try {
      return Collections.list(store.aliases()).stream()
          .filter(alias -> isIt(alias, wanted))
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A keystore that is open can be listed.", e);
    }
  }

  private boolean isIt(String alias, Predicate<X509Certificate> wanted) {
    try {
      return store.isCertificateEntry(alias)
          && store.getCertificate(alias) instanceof X509Certificate certificate
          && wanted.test(certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A keystore that is open can be listed.", e);
    }
  }

  /** The keystore with one certificate more, under the password that opened it. */
  public byte[] with(String alias, X509Certificate certificate, Secret password) {
    return changed(it -> it.setCertificateEntry(alias, certificate), password);
  }

  /** The keystore without certificates of this kind, under the password that opened it. */
  public byte[] without(Predicate<X509Certificate> unwanted, Secret password) {
    return changed(
        it -> {
          for (String alias : aliases(unwanted)) {
            it.deleteEntry(alias);
          }
        },
        password);
  }

  private byte[] changed(Change change, Secret password) {
    try (Secret known = known(password)) {
      change.make(store);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      known.<Void, Exception>use(
          chars -> {
            store.store(out, chars);
            return null;
          });
      return out.toByteArray();
    } catch (Exception e) {
      throw new IllegalStateException("A keystore that is open can be written.", e);
    }
  }

  @FunctionalInterface
  private interface Change {
    void make(KeyStore store) throws GeneralSecurityException, IOException;
  }
}
