package io.github.certwright.cli;

import io.github.certwright.check.HostPort;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.PairSource;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where the pair to be installed comes from. */
final class SourceOptions {
  private static final String FINGERPRINT = "source.fingerprint";
  private static final String PASSWORD = "source.password";

  @Option(names = "--kit", paramLabel = "F", descriptionKey = "cli.option.kit-in")
  Optional<Path> kit = Optional.empty();

  @Option(names = "--client-store", paramLabel = "F", descriptionKey = "cli.option.client-store")
  Optional<Path> store = Optional.empty();

  @Option(
      names = "--client-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.store-password-file")
  Optional<String> passwordFile = Optional.empty();

  @Option(names = "--certificate", paramLabel = "F", descriptionKey = "cli.option.certificate")
  Optional<Path> certificate = Optional.empty();

  @Option(names = "--ask", paramLabel = "HOST[:PORT]", descriptionKey = "cli.option.ask")
  Optional<String> ask = Optional.empty();

  @Option(names = "--fingerprint", paramLabel = "FP", descriptionKey = "cli.option.ask-fingerprint")
  Optional<String> fingerprint = Optional.empty();

  /** The client store's password, from its file or the environment; empty when not known. */
  Secret password(Secrets secrets, List<Problem> problems) {
    return store.isEmpty()
        ? Secret.empty()
        : secrets.given(passwordFile, PasswordOptions.CLIENT_VARIABLE, PASSWORD, problems);
  }

  /** Whether a password is missing and everything that was given is right. */
  boolean passwordMissing(Secret password, List<Problem> problems) {
    return store.isPresent()
        && password.isEmpty()
        && new PairSource.Store(store.get(), password).passwordBeside().isEmpty()
        && problems.stream().noneMatch(p -> p.field().equals(PASSWORD));
  }

  Problem noPassword() {
    return Problem.of(
        PASSWORD,
        "cli.password.problem.none",
        store.orElseThrow(),
        "--client-password-file",
        PasswordOptions.CLIENT_VARIABLE);
  }

  /** The one source, or what is wrong with the choice of it. */
  Optional<PairSource> source(Secret password, List<Problem> problems) {
    problems.addAll(alone());
    Optional<Fingerprint> wanted = fingerprint.flatMap(Fingerprint::read);
    if (fingerprint.isPresent() && wanted.isEmpty()) {
      problems.add(Problem.of(FINGERPRINT, "cli.fingerprint.problem.shape"));
    }
    Optional<HostPort> where = where(problems);
    long given = Stream.of(kit, store, certificate, ask).filter(Optional::isPresent).count();
    if (given != 1) {
      problems.add(Problem.of("source.file", "cli.install.problem.oneSource"));
      return Optional.empty();
    }
    return kit.<PairSource>map(PairSource.Kit::new)
        .or(() -> store.map(file -> new PairSource.Store(file, password)))
        .or(() -> certificate.map(PairSource.Certificate::new))
        .or(() -> where.map(host -> new PairSource.Ask(host, wanted)));
  }

  private Optional<HostPort> where(List<Problem> problems) {
    return ask.flatMap(
        typed ->
            switch (HostPort.read(typed)) {
              case Checked.Good<HostPort>(HostPort host, var warnings) -> Optional.of(host);
              case Checked.Bad<HostPort>(var bad) -> {
                problems.addAll(bad);
                yield Optional.empty();
              }
            });
  }

  private List<Problem> alone() {
    return Stream.of(
            Optional.of("--fingerprint")
                .filter(_ -> fingerprint.isPresent() && ask.isEmpty())
                .map(o -> Problem.of(FINGERPRINT, "cli.usage.problem.alone", o, "--ask")),
            Optional.of("--client-password-file")
                .filter(_ -> passwordFile.isPresent() && store.isEmpty())
                .map(o -> Problem.of(PASSWORD, "cli.usage.problem.alone", o, "--client-store")))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The folder an administrator can copy from: only where both files stand side by side. */
  Optional<Path> copies() {
    return store
        .map(file -> file.toAbsolutePath().normalize())
        .filter(file -> String.valueOf(file.getFileName()).equals("cert.jks"))
        .map(Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("cert.pass")));
  }
}
