package io.github.certwright.trust;

import io.github.certwright.files.Access;
import io.github.certwright.files.Disk;
import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the stores of Linux distributions have in common: a folder for the administrator's own
 * certificates, a program that takes them over, and the bundle that it makes. A certificate counts
 * as trusted when the bundle holds it.
 */
abstract class AnchorFolder implements TrustStore {
  private static final int DEPTH = 4;

  /**
   * One distribution's way.
   *
   * @param folder where certificates are put, below the root
   * @param ending of their file names
   * @param bundle what the program makes, below the root
   * @param update the program and its arguments after a certificate was added
   * @param renew the same after one was taken out
   * @param authoritiesOnly whether the bundle holds nothing but authorities
   */
  record Way(
      StoreKind kind,
      Distribution distribution,
      String folder,
      String ending,
      String bundle,
      List<String> update,
      List<String> renew,
      boolean authoritiesOnly) {}

  private final TrustTools tools;
  private final Way way;
  private final Path folder;
  private final Path bundle;

  AnchorFolder(TrustTools tools, Way way) {
    this.tools = tools;
    this.way = way;
    this.folder = tools.root().resolve(way.folder());
    this.bundle = tools.root().resolve(way.bundle());
  }

  @Override
  public final StoreName name() {
    return StoreName.of(way.kind());
  }

  @Override
  public final StoreLook look() {
    if (Distribution.of(tools.root()) != way.distribution()) {
      return new StoreLook.NotHere(Problem.of("", "trust.problem.other-system", name()));
    }
    String program = way.update().getFirst();
    if (tools.programs().find(program).isEmpty()) {
      return new StoreLook.Unusable(Problem.of("", "trust.anchors.problem.no-program", program));
    }
    boolean ours =
        tools.mayWrite().test(Files.exists(folder) ? folder : nearest(folder))
            && tools.mayWrite().test(nearest(bundle.getParent()));
    return new StoreLook.Here(!ours);
  }

  private static Path nearest(Path path) {
    Path there = path;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  @Override
  public final Optional<Problem> objection(Anchor anchor) {
    return way.authoritiesOnly() && !anchor.authority()
        ? Optional.of(Problem.of("", "trust.problem.authorities-only", name()))
        : Optional.empty();
  }

  @Override
  public final TrustState state(Fingerprint fingerprint) {
    try {
      Optional<X509Certificate> trusted =
          Files.exists(bundle) ? PemFile.read(bundle).find(fingerprint) : Optional.empty();
      if (trusted.isPresent()) {
        return new TrustState.Trusted(trusted.get());
      }
      for (Path file : files()) {
        Optional<X509Certificate> found = PemFile.read(file).find(fingerprint);
        if (found.isPresent()) {
          return new TrustState.WithoutTrust(found.get());
        }
      }
      return new TrustState.NotTrusted();
    } catch (IOException e) {
      return new TrustState.CannotTell(DiskProblem.of(e, bundle));
    }
  }

  @Override
  public final List<X509Certificate> added() {
    List<X509Certificate> all = new ArrayList<>();
    try {
      for (Path file : files()) {
        all.addAll(PemFile.read(file).certificates());
      }
    } catch (IOException _) {
      return all;
    }
    return all;
  }

  @Override
  public final Optional<String> add(Anchor anchor) throws ProblemException {
    if (holding(anchor.fingerprint()).isEmpty()) {
      try (FileTransaction transaction = tools.transaction()) {
        if (!Files.exists(folder)) {
          transaction.makeFolder(folder, Access.AS_FOLDER);
        }
        transaction.write(file(anchor.fingerprint()), anchor.pem(), Access.AS_FOLDER);
        transaction.commit();
      }
    }
    run(way.update());
    return Optional.empty();
  }

  /** A file that others are in is nobody's to delete, an administrator's neither. */
  @Override
  public final Optional<Problem> hindrance(Fingerprint fingerprint) {
    try {
      for (Path file : holding(fingerprint)) {
        if (PemFile.read(file).size() > 1) {
          return Optional.of(Problem.of("", "trust.anchors.problem.shared-file", file));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(DiskProblem.of(e, folder));
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  @Override
  public final void remove(Fingerprint fingerprint) throws ProblemException {
    Optional<Problem> hindrance = hindrance(fingerprint);
    if (hindrance.isPresent()) {
      throw new ProblemException(hindrance.get());
    }
    List<Path> holding = holding(fingerprint);
    for (Path file : holding) {
      delete(file);
    }
    // Also without a file: the program may have failed after an earlier removal.
    run(way.renew());
    if (holding.isEmpty() && state(fingerprint) instanceof TrustState.Trusted) {
      throw new ProblemException(Problem.of("", "trust.anchors.problem.elsewhere", folder));
    }
  }

  private void delete(Path file) throws ProblemException {
    try {
      tools.disk().delete(file);
    } catch (IOException e) {
      throw new ProblemException(DiskProblem.of(e, file), e);
    }
  }

  private void run(List<String> command) throws ProblemException {
    String program = command.getFirst();
    List<String> words = new ArrayList<>(command);
    tools.programs().find(program).ifPresent(path -> words.set(0, path.toString()));
    try {
      Programs.Ended ended = tools.programs().run(words);
      if (!ended.fine()) {
        throw new ProblemException(
            Problem.of("", "trust.anchors.problem.program", program).withDetail(Said.of(ended)));
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("", "trust.anchors.problem.program", program).withDetail(e.toString()), e);
    }
  }

  private List<Path> holding(Fingerprint fingerprint) throws ProblemException {
    List<Path> holding = new ArrayList<>();
    try {
      for (Path file : files()) {
        if (PemFile.read(file).holds(fingerprint)) {
          holding.add(file);
        }
      }
      return holding;
    } catch (IOException e) {
      throw new ProblemException(DiskProblem.of(e, folder), e);
    }
  }

  private List<Path> files() throws IOException {
    if (tools.disk().look(folder) != Disk.Kind.FOLDER) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      return all.filter(Files::isRegularFile).filter(Files::isReadable).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Path file(Fingerprint fingerprint) {
    return folder.resolve(Anchor.label(fingerprint) + way.ending());
  }

  @Override
  public final List<List<String>> adding(Anchor anchor, Path pem) {
    return List.of(
        List.of(
            "install", "-D", "-m", "644", pem.toString(), file(anchor.fingerprint()).toString()),
        way.update());
  }

  @Override
  public final List<List<String>> removing(Fingerprint fingerprint, Path pem) {
    List<String> files = new ArrayList<>();
    try {
      holding(fingerprint).forEach(path -> files.add(path.toString()));
    } catch (ProblemException _) {
      files.add(file(fingerprint).toString());
    }
    if (files.isEmpty()) {
      return List.of(way.renew());
    }
    files.addAll(0, List.of("rm", "--"));
    return List.of(files, way.renew());
  }
}
