package io.github.certwright.install.admin;

import io.github.certwright.files.Content;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Forcing;
import io.github.certwright.files.Machine;
import io.github.certwright.files.ReadOnce;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.ClientPair;
import io.github.certwright.install.FoundTool;
import io.github.certwright.install.InstallOutcome;
import io.github.certwright.install.Installation;
import io.github.certwright.install.Installer;
import io.github.certwright.install.ToolLook;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The run with an administrator's rights. It believes the one digest it was given: everything else
 * is read once into memory, compared there, and written from there; and it writes {@code cert.jks}
 * and {@code cert.pass} into modeling tools' folders only, where nobody else could put something in
 * the way.
 */
public final class AdminCopy {
  private static final int MAX_PASSWORD_BYTES = 4096;

  private final Disk disk;
  private final Path journals;
  private final Clock clock;
  private final Machine machine;

  /**
   * @param journals where only an administrator may write; see {@link #journals(Machine)}
   */
  public AdminCopy(Disk disk, Path journals, Clock clock, Machine machine) {
    this.disk = disk;
    this.journals = journals;
    this.clock = clock;
    this.machine = machine;
  }

  /**
   * The administrator's own state folder. Not the user's: a forged journal there would be carried
   * out with these rights. Programs that hand over rights clear XDG_STATE_HOME.
   */
  public static Path journals(Machine machine) {
    Path state =
        switch (machine.system()) {
          case LINUX ->
              machine
                  .folder("XDG_STATE_HOME")
                  .orElse(machine.files().getPath("/var/lib"))
                  .resolve("certwright");
          case MACOS -> machine.files().getPath("/Library/Application Support/Certwright/State");
          case WINDOWS -> machine.programFolders().getFirst().resolve("Certwright State");
        };
    return state.resolve("journals");
  }

  /**
   * Installs what is staged; one tool failing does not stop the others.
   *
   * @param staging the staging folder
   * @param digest SHA-256 of its manifest, in lower-case hexadecimal digits
   * @throws ProblemException when what is staged is not what was asked for; nothing was changed
   */
  public List<CopyResult> run(Path staging, String digest) throws ProblemException {
    byte[] manifest =
        read(staging.resolve(StagedInstall.FILE_NAME), StagedInstall.MAX_BYTES, digest);
    StagedInstall staged = StagedInstall.read(manifest, staging.getFileSystem());
    byte[] store =
        read(staging.resolve("cert.jks"), KeystoreReader.MAX_BYTES, staged.storeDigest());
    byte[] pass = read(staging.resolve("cert.pass"), MAX_PASSWORD_BYTES, staged.passwordDigest());
    try (ClientPair pair = pair(store, pass, staged.fingerprint())) {
      checkState();
      Installer installer =
          new Installer(disk, journals, clock, machine.system(), Forcing.inTurn());
      return staged.tools().stream().map(tool -> one(installer, pair, tool)).toList();
    } finally {
      Arrays.fill(pass, (byte) 0);
    }
  }

  private static byte[] read(Path file, int most, String digest) throws ProblemException {
    try {
      byte[] bytes = ReadOnce.bytes(file, most);
      if (bytes.length > most || !Content.sha256(bytes).equals(digest)) {
        throw new ProblemException(Problem.of("", "install.admin.problem.swapped", file));
      }
      return bytes;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("", "install.admin.problem.swapped", file).withDetail(e.toString()), e);
    }
  }

  private static ClientPair pair(byte[] store, byte[] pass, Fingerprint wanted)
      throws ProblemException {
    try (Secret secret = ClientPassword.read(pass)) {
      KeystoreContents contents = KeystoreReader.read(store, secret);
      for (X509Certificate certificate : contents.trusted()) {
        if (contents.key().isEmpty() && Fingerprint.of(certificate).equals(wanted)) {
          return new ClientPair(store, pass, wanted, certificate.getNotAfter().toInstant());
        }
      }
      throw new ProblemException(Problem.of("", "install.admin.problem.pair"));
    }
  }

  /** Journals that others may write are no record of what was done, but orders from them. */
  private void checkState() throws ProblemException {
    Path there = journals;
    while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    if (!TrustedWay.real(there).equals(there)) {
      throw new ProblemException(Problem.of("", "install.problem.link", there));
    }
  }

  private CopyResult one(Installer installer, ClientPair pair, Path tool) {
    try (Installation installation =
        installer.install(pair, List.of(checked(tool)), Optional.empty())) {
      return switch (installation.outcomes().getFirst()) {
        case InstallOutcome.Installed done ->
            new CopyResult(tool, done.changes(), Optional.empty());
        case InstallOutcome.InstalledWithRights done ->
            new CopyResult(tool, done.changes(), Optional.empty());
        case InstallOutcome.AlreadyThere _ -> new CopyResult(tool, List.of(), Optional.empty());
        case InstallOutcome.NeedsAdminRights rights -> failed(tool, rights.problem());
        case InstallOutcome.RolledBack back ->
            failed(tool, back.leftBehind().stream().findFirst().orElse(back.problem()));
      };
    } catch (ProblemException e) {
      return failed(tool, e.problem());
    }
  }

  private static CopyResult failed(Path tool, Problem problem) {
    return new CopyResult(tool, List.of(), Optional.of(problem));
  }

  private static FoundTool checked(Path tool) throws ProblemException {
    Path real = TrustedWay.real(tool);
    CertsFolder certs = new CertsFolder(real);
    if (Files.exists(certs.path(), LinkOption.NOFOLLOW_LINKS)
        && !TrustedWay.real(certs.path()).equals(certs.path())) {
      throw new ProblemException(Problem.of("", "install.problem.link", certs.path()));
    }
    return switch (ToolLook.at(real)) {
      case ToolLook.Look.Tool(FoundTool found) -> found;
      case ToolLook.Look.DoesNotLookLikeATool _ ->
          throw new ProblemException(Problem.of("", "install.admin.problem.not-a-tool", tool));
      case ToolLook.Look.Unusable(Problem problem) -> throw new ProblemException(problem);
    };
  }
}
