package io.github.certwright.trust;

import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One NSS database: a Firefox profile's, or that of Chromium on Linux; by Mozilla's {@code
 * certutil}. An authority gets the flag C, a server's own certificate P: with C Chromium refuses
 * it.
 */
final class NssStore implements TrustStore {
  static final String PROGRAM = "certutil";
  static final String DATABASE = "cert9.db";

  private final TrustTools tools;
  private final StoreName name;
  private final Path folder;

  /**
   * @param folder in which {@code cert9.db} stands
   */
  NssStore(TrustTools tools, StoreKind kind, Path folder) {
    this.tools = tools;
    this.folder = folder;
    this.name = StoreName.at(kind, folder);
  }

  @Override
  public StoreName name() {
    return name;
  }

  @Override
  public StoreLook look() {
    Path database = folder.resolve(DATABASE);
    if (!Files.isRegularFile(database)) {
      return new StoreLook.NotHere(Problem.of("", "trust.nss.problem.no-database", folder));
    }
    if (tools.programs().find(PROGRAM).isEmpty()) {
      return new StoreLook.Unusable(noProgram());
    }
    // SQLite makes a journal beside the database for every change.
    boolean ours = tools.mayWrite().test(folder) && tools.mayWrite().test(database);
    return new StoreLook.Here(!ours);
  }

  private Problem noProgram() {
    if (tools.machine().system() == OperatingSystem.MACOS) {
      return Problem.of("", "trust.nss.problem.no-program", "nss", "brew install nss");
    }
    Distribution distribution = Distribution.of(tools.root());
    return distribution.command().isEmpty()
        ? Problem.of("", "trust.nss.problem.no-program.unknown", distribution.certutil())
        : Problem.of(
            "", "trust.nss.problem.no-program", distribution.certutil(), distribution.command());
  }

  @Override
  public TrustState state(Fingerprint fingerprint) {
    try {
      Optional<Found> found = find(fingerprint);
      if (found.isEmpty()) {
        return new TrustState.NotTrusted();
      }
      X509Certificate certificate = found.get().certificate();
      return trusts(found.get())
          ? new TrustState.Trusted(certificate)
          : new TrustState.WithoutTrust(certificate);
    } catch (ProblemException e) {
      return new TrustState.CannotTell(e.problem());
    }
  }

  /** The certificate, and the row of the list that speaks of it. */
  private record Found(NssList.Row row, X509Certificate certificate) {}

  /**
   * Certificates of one subject answer to each other's names, so the row with our own name comes
   * first.
   */
  private Optional<Found> find(Fingerprint fingerprint) throws ProblemException {
    for (NssList.Row row : list().likely(Anchor.label(fingerprint))) {
      Optional<X509Certificate> certificate =
          PemFile.of(run(List.of("-L", "-n", row.nickname(), "-a"))).find(fingerprint);
      if (certificate.isPresent()) {
        return Optional.of(new Found(row, certificate.get()));
      }
    }
    return Optional.empty();
  }

  /** What was only met on the way has no flags. */
  @Override
  public List<X509Certificate> added() {
    List<X509Certificate> all = new ArrayList<>();
    try {
      for (NssList.Row row : NssList.of(run(List.of("-L"))).rows()) {
        if (row.trusts('C') || row.trusts('P')) {
          all.addAll(PemFile.of(run(List.of("-L", "-n", row.nickname(), "-a"))).certificates());
        }
      }
    } catch (ProblemException _) {
      return all;
    }
    return all;
  }

  /** By the flags; and while it lives, by NSS's own judgement of it. */
  private boolean trusts(Found found) throws ProblemException {
    boolean authority = Anchor.isAuthority(found.certificate());
    if (!found.row().trusts(authority ? 'C' : 'P')) {
      return false;
    }
    Anchor anchor = new Anchor(found.certificate());
    // An authority below another one is judged by that one, although browsers stop at the flag.
    if (!anchor.lives(tools.clock()) || (authority && !anchor.selfIssued())) {
      return true;
    }
    String usage = authority ? "L" : "V";
    return certutil(List.of("-V", "-u", usage, "-n", found.row().nickname())).fine();
  }

  @Override
  public Optional<String> add(Anchor anchor) throws ProblemException {
    NssList before = list();
    try (CertificateFile file = CertificateFile.of(tools.disk(), anchor.certificate())) {
      List<String> words = new ArrayList<>(List.of("-A", "-t", flags(anchor)));
      words.addAll(List.of("-n", anchor.label(), "-i", file.path().toString()));
      run(words);
    }
    Optional<Found> added = find(anchor.fingerprint());
    return added.isEmpty()
        ? Optional.empty()
        : before.before(list(), added.get().row()).map(NssList.Row::flags);
  }

  private NssList list() throws ProblemException {
    return NssList.of(run(List.of("-L")));
  }

  @Override
  public void restore(Fingerprint fingerprint, String earlier) throws ProblemException {
    Optional<Found> found = find(fingerprint);
    if (found.isPresent()) {
      String nickname = found.get().row().nickname();
      run(List.of("-M", "-t", earlier, "-n", nickname));
      if (!list().rows().contains(new NssList.Row(nickname, earlier))) {
        throw new ProblemException(Problem.of("", "trust.nss.problem.not-restored", name));
      }
    }
  }

  @Override
  public List<List<String>> restoring(Fingerprint fingerprint, String earlier, Path pem) {
    String nickname = nickname(fingerprint);
    return List.of(List.of(PROGRAM, "-M", "-d", "sql:" + folder, "-t", earlier, "-n", nickname));
  }

  private static String flags(Anchor anchor) {
    return anchor.authority() ? "C,," : "P,,";
  }

  @Override
  public void remove(Fingerprint fingerprint) throws ProblemException {
    Optional<Found> found = find(fingerprint);
    if (found.isPresent()) {
      run(List.of("-D", "-n", found.get().row().nickname()));
    }
  }

  private String run(List<String> words) throws ProblemException {
    Programs.Ended ended = certutil(words);
    if (ended.fine()) {
      return ended.output();
    }
    throw new ProblemException(NssProblem.of(folder, ended.errors()).withDetail(Said.of(ended)));
  }

  /**
   * With the empty password that a database without one has. Without the file certutil would ask on
   * the terminal.
   */
  private Programs.Ended certutil(List<String> words) throws ProblemException {
    byte[] line = "\n".getBytes(StandardCharsets.US_ASCII);
    try (CertificateFile none = CertificateFile.holding(tools.disk(), "none", line)) {
      String program = tools.programs().find(PROGRAM).map(Path::toString).orElse(PROGRAM);
      List<String> command = new ArrayList<>(List.of(program, words.getFirst()));
      command.addAll(List.of("-d", "sql:" + folder, "-f", none.path().toString()));
      command.addAll(words.subList(1, words.size()));
      return tools.programs().run(command);
    } catch (IOException e) {
      throw new ProblemException(noProgram().withDetail(e.toString()), e);
    }
  }

  @Override
  public List<List<String>> adding(Anchor anchor, Path pem) {
    return List.of(
        List.of(
            PROGRAM,
            "-A",
            "-d",
            "sql:" + folder,
            "-t",
            flags(anchor),
            "-n",
            anchor.label(),
            "-i",
            pem.toString()));
  }

  @Override
  public List<List<String>> removing(Fingerprint fingerprint, Path pem) {
    return List.of(List.of(PROGRAM, "-D", "-d", "sql:" + folder, "-n", nickname(fingerprint)));
  }

  private String nickname(Fingerprint fingerprint) {
    String label = Anchor.label(fingerprint);
    try {
      return find(fingerprint).map(found -> found.row().nickname()).orElse(label);
    } catch (ProblemException _) {
      // The command is for another day, on which the database may be readable.
      return label;
    }
  }
}
