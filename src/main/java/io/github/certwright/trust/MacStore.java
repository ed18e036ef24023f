package io.github.certwright.trust;

import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A keychain of macOS, the system's or the user's own, by the program {@code security}(1). Being
 * there is one thing (the keychain), being trusted another (the trust settings): both are asked.
 * macOS asks the person for a password whenever trust changes, since Big Sur root as well.
 */
final class MacStore implements TrustStore {
  private static final String PROGRAM = "/usr/bin/security";

  private final TrustTools tools;
  private final StoreKind kind;
  private final Path keychain;

  private MacStore(TrustTools tools, StoreKind kind, Path keychain) {
    this.tools = tools;
    this.kind = kind;
    this.keychain = keychain;
  }

  static MacStore system(TrustTools tools) {
    return new MacStore(
        tools, StoreKind.MAC_SYSTEM, tools.root().resolve("Library/Keychains/System.keychain"));
  }

  static MacStore user(TrustTools tools) {
    return new MacStore(
        tools,
        StoreKind.MAC_USER,
        tools.machine().home().resolve("Library/Keychains/login.keychain-db"));
  }

  @Override
  public StoreName name() {
    return StoreName.of(kind);
  }

  @Override
  public StoreLook look() {
    if (tools.machine().system() != OperatingSystem.MACOS) {
      return new StoreLook.NotHere(Problem.of("", "trust.problem.other-system", name()));
    }
    return Files.exists(keychain)
        ? new StoreLook.Here(!tools.mayWrite().test(keychain))
        : new StoreLook.Unusable(Problem.of("", "trust.mac.problem.no-keychain", keychain));
  }

  @Override
  public TrustState state(Fingerprint fingerprint) {
    try {
      Programs.Ended listed =
          tools
              .programs()
              .run(List.of(PROGRAM, "find-certificate", "-a", "-p", keychain.toString()));
      Optional<X509Certificate> found = PemFile.of(listed.output()).find(fingerprint);
      if (found.isEmpty()) {
        return listed.fine() ? new TrustState.NotTrusted() : nothing(listed);
      }
      return trusts(found.get())
          ? new TrustState.Trusted(found.get())
          : new TrustState.WithoutTrust(found.get());
    } catch (IOException e) {
      return new TrustState.CannotTell(refused(e.toString()));
    } catch (ProblemException e) {
      return new TrustState.CannotTell(e.problem());
    }
  }

  /** An empty keychain ends with errSecItemNotFound, of which the shell sees 44. */
  private TrustState nothing(Programs.Ended listed) {
    return listed.exitCode() == 44
        ? new TrustState.NotTrusted()
        : new TrustState.CannotTell(refused(Said.of(listed)));
  }

  private boolean trusts(X509Certificate certificate) throws IOException, ProblemException {
    if (!new Anchor(certificate).lives(tools.clock())) {
      return true;
    }
    try (CertificateFile file = CertificateFile.of(tools.disk(), certificate)) {
      List<String> command = new ArrayList<>(List.of(PROGRAM, "verify-cert", "-q", "-L"));
      if (Anchor.isAuthority(certificate)) {
        command.add("-l");
      }
      command.addAll(List.of("-c", file.path().toString()));
      return tools.programs().run(command).fine();
    }
  }

  @Override
  public Optional<String> add(Anchor anchor) throws ProblemException {
    try (CertificateFile file = CertificateFile.of(tools.disk(), anchor.certificate())) {
      run(adding(anchor, file.path()).getFirst());
    }
    return Optional.empty();
  }

  @Override
  public void remove(Fingerprint fingerprint) throws ProblemException {
    Optional<X509Certificate> certificate =
        switch (state(fingerprint)) {
          case TrustState.Trusted(X509Certificate it) -> Optional.of(it);
          case TrustState.WithoutTrust(X509Certificate it) -> Optional.of(it);
          case TrustState.NotTrusted _ -> Optional.empty();
          case TrustState.CannotTell(Problem problem) -> throw new ProblemException(problem);
        };
    if (certificate.isPresent()) {
      try (CertificateFile file = CertificateFile.of(tools.disk(), certificate.get())) {
        List<List<String>> commands = removing(fingerprint, file.path());
        if (state(fingerprint) instanceof TrustState.Trusted) {
          run(commands.getFirst());
        }
        run(commands.getLast());
      }
    }
  }

  private void run(List<String> command) throws ProblemException {
    try {
      List<String> words = new ArrayList<>(command);
      words.set(0, PROGRAM);
      Programs.Ended ended = tools.programs().run(words);
      if (!ended.fine()) {
        throw new ProblemException(refused(Said.of(ended)));
      }
    } catch (IOException e) {
      throw new ProblemException(refused(e.toString()), e);
    }
  }

  private Problem refused(String detail) {
    return Problem.of("", "trust.mac.problem.refused", keychain).withDetail(detail);
  }

  @Override
  public List<List<String>> adding(Anchor anchor, Path pem) {
    List<String> words = new ArrayList<>(List.of("security", "add-trusted-cert"));
    if (kind == StoreKind.MAC_SYSTEM) {
      words.add("-d");
    }
    // trustRoot is for self-signed certificates only; security(1).
    words.addAll(List.of("-r", anchor.selfIssued() ? "trustRoot" : "trustAsRoot"));
    words.addAll(List.of("-k", keychain.toString(), pem.toString()));
    return List.of(words);
  }

  /** The trust settings first: they need the certificate, and would outlive it. */
  @Override
  public List<List<String>> removing(Fingerprint fingerprint, Path pem) {
    List<String> settings = new ArrayList<>(List.of("security", "remove-trusted-cert"));
    if (kind == StoreKind.MAC_SYSTEM) {
      settings.add("-d");
    }
    settings.add(pem.toString());
    return List.of(
        settings,
        List.of(
            "security",
            "delete-certificate",
            "-Z",
            fingerprint.hex().toUpperCase(Locale.ROOT),
            keychain.toString()));
  }
}
