package io.github.certwright.run;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.Passwords;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.check.HostPort;
import io.github.certwright.files.ReadOnce;
import io.github.certwright.install.ClientPair;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreContents.Entry;
import io.github.certwright.keystore.KeystoreContents.EntryKind;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.kit.ClientKit;
import io.github.certwright.kit.Kit;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.TlsProbe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads the pair for modeling tools from wherever a person has it, trusting nothing about the file.
 */
final class PairReader {
  private static final String PASSWORD_FILE = "cert.pass";
  private static final int LARGEST_PASSWORD = 4096;

  private final Workbench bench;
  private final TlsProbe probe;

  PairReader(Workbench bench, TlsProbe probe) {
    this.bench = bench;
    this.probe = probe;
  }

  /**
   * The pair.
   *
   * @throws ProblemException with its own key for each way in which the source is not fit
   */
  ReadPair read(PairSource source, BooleanSupplier cancelled) throws ProblemException {
    return switch (source) {
      case PairSource.Kit(Path file) -> kit(file);
      case PairSource.Store store -> store(store);
      case PairSource.Certificate(Path file) -> {
        X509Certificate certificate =
            CertificateReader.read(bytes(file, CertificateReader.MAX_BYTES)).getFirst();
        yield make(certificate, named(certificate));
      }
      case PairSource.Ask ask -> ask(ask, cancelled);
    };
  }

  private ReadPair kit(Path file) throws ProblemException {
    try (Kit kit = ClientKit.read(file)) {
      int port = kit.manifest().tlsPort();
      String server =
          kit.manifest().servers().stream()
              .findFirst()
              .map(name -> new HostPort(name, port).typed())
              .orElse("");
      return pair(kit.store(), kit.password(), kit.certificate(), server);
    }
  }

  private ReadPair store(PairSource.Store source) throws ProblemException {
    Optional<Path> beside =
        source.password().isEmpty() ? source.passwordBeside() : Optional.empty();
    if (beside.isEmpty()) {
      return store(source.file(), source.password());
    }
    byte[] bytes = bytes(beside.get(), ClientPassword.MAX_BYTES);
    try (Secret password = ClientPassword.read(bytes)) {
      return store(source.file(), password);
    } catch (ProblemException e) {
      throw new ProblemException(e.problem().at("source.file"), e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private ReadPair store(Path file, Secret password) throws ProblemException {
    byte[] bytes = bytes(file, KeystoreReader.MAX_BYTES);
    KeystoreContents contents = KeystoreReader.read(bytes, password);
    if (contents.key().isPresent()) {
      throw new ProblemException(Problem.of("source.file", "run.source.problem.key", file));
    }
    List<X509Certificate> trusted = contents.trusted();
    if (!trusted.isEmpty()) {
      X509Certificate certificate = trusted.getFirst();
      return pair(bytes, ClientPassword.write(password), certificate, named(certificate));
    }
    // Java sees nothing in it, so a tool would not either: the certificates go into a store of our
    // own.
    List<Entry> unmarked =
        contents.entries().stream()
            .filter(entry -> entry.kind() == EntryKind.UNMARKED_CERTIFICATE)
            .toList();
    if (unmarked.isEmpty()) {
      throw new ProblemException(Problem.of("source.file", "run.source.problem.empty", file));
    }
    X509Certificate certificate = unmarked.getFirst().chain().getFirst();
    return make(certificate, named(certificate));
  }

  /** The password in {@code cert.pass} beside a keystore; empty when none can be read. */
  Optional<Secret> passwordBeside(Path keystore) {
    Path file = keystore.resolveSibling(PASSWORD_FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[0];
    try {
      bytes = bytes(file, LARGEST_PASSWORD);
      return Optional.of(ClientPassword.read(bytes));
    } catch (ProblemException _) {
      return Optional.empty();
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** What a server shows now, to be compared before it is asked for a pair. */
  Fingerprint shown(HostPort where, BooleanSupplier cancelled) throws ProblemException {
    return Fingerprint.of(seen(where, cancelled));
  }

  private X509Certificate seen(HostPort where, BooleanSupplier cancelled) throws ProblemException {
    return probe.look(where.host(), where.port(), cancelled).chain().getFirst();
  }

  /** The first name of the certificate that can be typed. */
  private static String named(X509Certificate certificate) {
    return Facts.of(certificate).names().stream()
        .filter(name -> !name.contains("*"))
        .findFirst()
        .orElse("");
  }

  private ReadPair ask(PairSource.Ask ask, BooleanSupplier cancelled) throws ProblemException {
    X509Certificate seen = seen(ask.where(), cancelled);
    Fingerprint shown = Fingerprint.of(seen);
    if (ask.fingerprint().isEmpty()) {
      throw new ProblemException(
          Problem.of(
              "source.fingerprint",
              "run.trust.ask",
              ask.where().host(),
              ask.where().port(),
              shown.withColons()));
    }
    if (!ask.fingerprint().get().equals(shown)) {
      throw new ProblemException(
          Problem.of(
              "source.fingerprint",
              "run.trust.changed",
              ask.where().host(),
              ask.where().port(),
              ask.fingerprint().get().withColons(),
              shown.withColons()));
    }
    return make(seen, ask.where().typed());
  }

  private ReadPair make(X509Certificate certificate, String server) {
    SecureRandom random = bench.random();
    try (Secret password = Passwords.generate(random)) {
      byte[] store =
          KeystoreWriter.client(
              StoreFormat.JKS, CertificateAnswer.DEFAULT_ALIAS, certificate, password);
      return pair(store, ClientPassword.write(password), certificate, server);
    }
  }

  /** Takes the password over and wipes it. */
  private ReadPair pair(byte[] store, byte[] password, X509Certificate certificate, String server) {
    try {
      Instant end = certificate.getNotAfter().toInstant();
      return new ReadPair(
          new ClientPair(store, password, Fingerprint.of(certificate), end),
          certificate,
          server,
          validity(certificate));
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  private List<Problem> validity(X509Certificate certificate) {
    Instant now = Instant.now(bench.clock());
    List<Problem> warnings = new ArrayList<>();
    Instant end = certificate.getNotAfter().toInstant();
    Instant start = certificate.getNotBefore().toInstant();
    if (now.isAfter(end)) {
      warnings.add(Problem.warning("source.file", "run.source.warning.expired", end));
    } else if (now.isBefore(start)) {
      warnings.add(Problem.warning("source.file", "run.source.warning.early", start));
    }
    return warnings;
  }

  /** A file's bytes, but never more than a reader would take. */
  static byte[] bytes(Path file, int most) throws ProblemException {
    if (ReadOnce.isOther(file)) {
      throw new ProblemException(Problem.of("source.file", "run.source.problem.not-a-file", file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most + 1);
    } catch (NoSuchFileException e) {
      throw new ProblemException(Problem.of("source.file", "run.source.problem.missing", file), e);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("source.file", "run.source.problem.unreadable", file)
              .withDetail(e.getClass().getSimpleName()),
          e);
    }
  }
}
