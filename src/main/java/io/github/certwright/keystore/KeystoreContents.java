package io.github.certwright.keystore;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What is in a keystore, without any private key.
 *
 * @param kind by its first bytes
 * @param entries in the order of their aliases
 * @param opened false when it was only looked at without its password, so that encrypted parts are
 *     missing
 */
public record KeystoreContents(StoreKind kind, List<Entry> entries, boolean opened) {
  public KeystoreContents {
    entries = List.copyOf(entries);
  }

  /** The certificates a client would trust, in order. */
  public List<X509Certificate> trusted() {
    return entries.stream()
        .filter(entry -> entry.kind() == EntryKind.TRUSTED_CERTIFICATE)
        .map(entry -> entry.chain().getFirst())
        .toList();
  }

  /** The first private key's entry, if there is one. */
  public Optional<Entry> key() {
    return entries.stream().filter(entry -> entry.kind() == EntryKind.PRIVATE_KEY).findFirst();
  }

  /** What an entry holds. */
  public enum EntryKind {
    PRIVATE_KEY,
    TRUSTED_CERTIFICATE,
    /**
     * A certificate in a PKCS12 file without Java's trusted-key-usage attribute (as {@code openssl
     * pkcs12 -nokeys} writes it): Java does not see it at all.
     */
    UNMARKED_CERTIFICATE,
    /** A secret key, or something no Java of ours can name. */
    OTHER
  }

  /**
   * One entry.
   *
   * @param chain the entry's certificates, its own first; empty when it has none or they cannot be
   *     seen without the password
   */
  public record Entry(String alias, EntryKind kind, List<X509Certificate> chain) {
    public Entry {
      chain = List.copyOf(chain);
    }
  }
}
