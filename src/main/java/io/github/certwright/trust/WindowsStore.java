package io.github.certwright.trust;

import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The trusted root authorities of Windows, for the whole machine or for one user. Windows itself
 * asks the person before it changes the user's; the user's store also shows what the machine
 * trusts.
 */
final class WindowsStore implements TrustStore {
  // Names of the SunMSCAPI provider; the second is there since Java 19 (JDK-6782021).
  private static final String USER = "Windows-ROOT";
  private static final String MACHINE = "Windows-ROOT-LOCALMACHINE";

  private final TrustTools tools;
  private final StoreKind kind;
  private final String type;

  private WindowsStore(TrustTools tools, StoreKind kind, String type) {
    this.tools = tools;
    this.kind = kind;
    this.type = type;
  }

  static WindowsStore user(TrustTools tools) {
    return new WindowsStore(tools, StoreKind.WINDOWS_USER, USER);
  }

  static WindowsStore machine(TrustTools tools) {
    return new WindowsStore(tools, StoreKind.WINDOWS_MACHINE, MACHINE);
  }

  @Override
  public StoreName name() {
    return StoreName.of(kind);
  }

  @Override
  public StoreLook look() {
    return tools.machine().system() == OperatingSystem.WINDOWS
        ? new StoreLook.Here(kind == StoreKind.WINDOWS_MACHINE && !elevated())
        : new StoreLook.NotHere(Problem.of("", "trust.problem.other-system", name()));
  }

  /** "net session" lists to administrators only, and is on every Windows. */
  private boolean elevated() {
    try {
      Optional<Path> folder = tools.machine().folder("SystemRoot");
      String program =
          folder.map(root -> root.resolve("System32\\net.exe").toString()).orElse("net");
      return tools.programs().run(List.of(program, "session")).fine();
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public TrustState state(Fingerprint fingerprint) {
    try {
      KeyStore store = tools.roots().open(type);
      Optional<String> alias = alias(store, fingerprint);
      return alias.isPresent()
          ? new TrustState.Trusted((X509Certificate) store.getCertificate(alias.get()))
          : new TrustState.NotTrusted();
    } catch (GeneralSecurityException | IOException e) {
      return new TrustState.CannotTell(refused(e));
    }
  }

  private static Optional<String> alias(KeyStore store, Fingerprint fingerprint)
      throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.getCertificate(alias) instanceof X509Certificate certificate
          && Fingerprint.of(certificate).equals(fingerprint)) {
        return Optional.of(alias);
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> add(Anchor anchor) throws ProblemException {
    try {
      tools.roots().open(type).setCertificateEntry(anchor.label(), anchor.certificate());
      return Optional.empty();
    } catch (GeneralSecurityException | IOException e) {
      throw new ProblemException(refused(e), e);
    }
  }

  @Override
  public void remove(Fingerprint fingerprint) throws ProblemException {
    try {
      KeyStore store = tools.roots().open(type);
      Optional<String> alias = alias(store, fingerprint);
      if (alias.isPresent()) {
        store.deleteEntry(alias.get());
      }
      boolean stays = kind == StoreKind.WINDOWS_USER && alias(again(), fingerprint).isPresent();
      if (stays && alias(tools.roots().open(MACHINE), fingerprint).isPresent()) {
        throw new ProblemException(Problem.of("", "trust.windows.problem.machine"));
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new ProblemException(refused(e), e);
    }
  }

  private KeyStore again() throws GeneralSecurityException, IOException {
    return tools.roots().open(type);
  }

  private Problem refused(Exception e) {
    return Problem.of("", "trust.windows.problem.refused", name()).withDetail(e.toString());
  }

  @Override
  public List<List<String>> adding(Anchor anchor, Path pem) {
    return List.of(
        kind == StoreKind.WINDOWS_MACHINE
            ? List.of("certutil", "-addstore", "-f", "ROOT", pem.toString())
            : List.of("certutil", "-user", "-addstore", "-f", "ROOT", pem.toString()));
  }

  /**
   * By the SHA-1 hash, which certutil(1) of Windows takes beside serial numbers, names and places
   * in the list: roots often share a serial number such as 1, and a name is anybody's.
   */
  @Override
  public List<List<String>> removing(Fingerprint fingerprint, Path pem) {
    if (!(state(fingerprint) instanceof TrustState.Trusted(X509Certificate certificate))) {
      return List.of();
    }
    String hash = sha1(certificate);
    return List.of(
        kind == StoreKind.WINDOWS_MACHINE
            ? List.of("certutil", "-delstore", "ROOT", hash)
            : List.of("certutil", "-user", "-delstore", "ROOT", hash));
  }

  private static String sha1(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("A certificate that was read can be hashed.", e);
    }
  }
}
