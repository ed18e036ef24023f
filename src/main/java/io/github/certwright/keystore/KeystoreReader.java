package io.github.certwright.keystore;

import io.github.certwright.keystore.KeystoreContents.Entry;
import io.github.certwright.keystore.KeystoreContents.EntryKind;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/**
 * The one reader of keystores, made for hostile files: a cap on size and on password rounds before
 * Java's own code sees the bytes, and every failure of that code turned into one of a few problems:
 * wrong password, damaged file, not a keystore, made by a newer program.
 */
public final class KeystoreReader {
  /** Largest keystore that is read, in bytes. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  /** Most password rounds of one part; openssl and keytool use 2,048 to 600,000. */
  private static final long MAX_ROUNDS = 2_000_000;

  /** Most password rounds of all parts together: some ten seconds. */
  private static final long MAX_ROUNDS_IN_ALL = 10_000_000;

  private KeystoreReader() {}

  /**
   * Opens a keystore with its password.
   *
   * @throws ProblemException with its own key for each way in which that fails
   */
  public static KeystoreContents read(byte[] bytes, Secret password) throws ProblemException {
    StoreKind kind = kind(bytes);
    KeyStore store = load(kind, bytes, Optional.of(password));
    List<Entry> entries = new ArrayList<>(entries(store));
    if (entries.isEmpty() && kind == StoreKind.PKCS12) {
      entries.addAll(unmarked(bytes, password));
    }
    return new KeystoreContents(kind, entries, true);
  }

  /**
   * Shows what can be seen without the password: everything but the keys in JKS, often nothing in
   * PKCS12.
   *
   * @throws ProblemException when it is no keystore, is damaged or too large
   */
  public static KeystoreContents peek(byte[] bytes) throws ProblemException {
    StoreKind kind = kind(bytes);
    return new KeystoreContents(kind, entries(load(kind, bytes, Optional.empty())), false);
  }

  /**
   * Opens a keystore for a TLS handshake.
   *
   * @throws ProblemException as {@link #read}
   */
  public static KeyStore open(byte[] bytes, Secret password) throws ProblemException {
    return load(kind(bytes), bytes, Optional.of(password));
  }

  /**
   * The private key of an entry, which has the keystore's own password.
   *
   * @throws ProblemException as {@link #read}, or when the entry has a password of its own
   */
  public static PrivateKey key(byte[] bytes, String alias, Secret password)
      throws ProblemException {
    KeyStore store = open(bytes, password);
    try {
      Key key = password.use(chars -> store.getKey(alias, chars));
      if (key instanceof PrivateKey found) {
        return found;
      }
      throw new ProblemException(Problem.of("", "keystore.key.problem.none", alias));
    } catch (UnrecoverableKeyException e) {
      throw new ProblemException(Problem.of("", "keystore.key.problem.otherPassword", alias), e);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw problem("keystore.read.problem.damaged", e);
    }
  }

  /** What is in a keystore that is open already. */
  static List<Entry> contents(KeyStore store) throws ProblemException {
    return entries(store);
  }

  private static StoreKind kind(byte[] bytes) throws ProblemException {
    if (bytes.length > MAX_BYTES) {
      throw problem("keystore.read.problem.tooLarge", null);
    }
    StoreKind kind = StoreKind.of(bytes);
    if (kind == null) {
      throw problem("keystore.read.problem.notAKeystore", null);
    }
    if (kind == StoreKind.PKCS12) {
      checkPkcs12(bytes);
    }
    return kind;
  }

  private static void checkPkcs12(byte[] bytes) throws ProblemException {
    Pkcs12Look look = Pkcs12Look.of(bytes);
    if (look == null) {
      boolean startsLikeOne = bytes.length > 16 && indexOfData(bytes) >= 0;
      throw problem(
          startsLikeOne ? "keystore.read.problem.damaged" : "keystore.read.problem.notAKeystore",
          null);
    }
    if (look.otherVersion()) {
      throw problem("keystore.read.problem.newer", null);
    }
    LongSummaryStatistics rounds = look.rounds();
    if (rounds.getMax() > MAX_ROUNDS || rounds.getSum() > MAX_ROUNDS_IN_ALL) {
      throw problem("keystore.read.problem.rounds", null);
    }
  }

  /**
   * Where the object identifier of PKCS#7 data stands near the start: a PKCS12 file that was cut
   * off still has it.
   */
  private static int indexOfData(byte[] bytes) {
    byte[] version = {2, 1, 3};
    for (int i = 2; i < Math.min(bytes.length - version.length, 8); i++) {
      if (Arrays.equals(bytes, i, i + version.length, version, 0, version.length)) {
        return i;
      }
    }
    return -1;
  }

  private static KeyStore load(StoreKind kind, byte[] bytes, Optional<Secret> password)
      throws ProblemException {
    try {
      KeyStore store = KeyStore.getInstance(kind.name());
      if (password.isEmpty()) {
        store.load(new ByteArrayInputStream(bytes), null);
      } else {
        password
            .get()
            .<Void, Exception>use(
                chars -> {
                  store.load(new ByteArrayInputStream(bytes), chars);
                  return null;
                });
      }
      return store;
    } catch (StackOverflowError e) {
      // The JDK reads nested indefinite lengths by recursion (X509Factory.readBERInternal).
      throw problem("keystore.read.problem.damaged", e);
    } catch (Exception e) {
      // Hostile files make the JDK's readers throw unchecked exceptions as well as checked ones.
      throw problem(reason(kind, e), e);
    }
  }

  private static String reason(StoreKind kind, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnrecoverableKeyException) {
        return "keystore.read.problem.wrongPassword";
      }
      if (cause instanceof NoSuchAlgorithmException) {
        return "keystore.read.problem.newer";
      }
    }
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("password was incorrect")) {
      return "keystore.read.problem.wrongPassword";
    }
    boolean version = kind != StoreKind.PKCS12 && message.contains("invalid keystore format");
    return version ? "keystore.read.problem.newer" : "keystore.read.problem.damaged";
  }

  private static List<Entry> entries(KeyStore store) throws ProblemException {
    try {
      List<Entry> entries = new ArrayList<>();
      List<String> aliases = Collections.list(store.aliases());
      Collections.sort(aliases);
      for (String alias : aliases) {
        entries.add(entry(store, alias));
      }
      return entries;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw problem("keystore.read.problem.damaged", e);
    }
  }

  private static Entry entry(KeyStore store, String alias) throws GeneralSecurityException {
    if (store.isCertificateEntry(alias)) {
      return new Entry(alias, EntryKind.TRUSTED_CERTIFICATE, x509(store.getCertificate(alias)));
    }
    Certificate[] chain = store.getCertificateChain(alias);
    return chain == null
        ? new Entry(alias, EntryKind.OTHER, List.of())
        : new Entry(alias, EntryKind.PRIVATE_KEY, x509(chain));
  }

  private static List<X509Certificate> x509(Certificate... certificates) {
    return Arrays.stream(certificates)
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static List<Entry> unmarked(byte[] bytes, Secret password) throws ProblemException {
    try {
      return Pkcs12Look.unmarked(bytes, password);
    } catch (Exception e) {
      throw problem("keystore.read.problem.damaged", e);
    }
  }

  private static ProblemException problem(String key, Throwable cause) {
    return new ProblemException(Problem.of("", key), cause);
  }
}
