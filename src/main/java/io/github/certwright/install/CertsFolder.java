package io.github.certwright.install;

import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.ReadOnce;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.plan.Surroundings.ToolFacts;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folder {@code certs} of one modeling tool, where it looks for {@code cert.jks} and {@code
 * cert.pass}. Reads only.
 *
 * @param tool the tool's install folder
 */
public record CertsFolder(Path tool) {

  public Path path() {
    return tool.resolve("certs");
  }

  public Path store() {
    return path().resolve("cert.jks");
  }

  public Path password() {
    return path().resolve("cert.pass");
  }

  /**
   * Whether the pair can be written with the rights we have, by the folder's attributes; nothing is
   * written to find out.
   */
  public boolean writable() {
    return Files.isWritable(Files.exists(path()) ? path() : tool);
  }

  /** The facts that planning needs. */
  public ToolFacts facts(String label, boolean isTool) {
    return new ToolFacts(
        tool,
        label,
        Files.isDirectory(tool),
        isTool,
        writable(),
        Files.exists(store(), LinkOption.NOFOLLOW_LINKS),
        Files.exists(password(), LinkOption.NOFOLLOW_LINKS));
  }

  /**
   * What is installed now.
   *
   * @param wanted the certificate it is compared with, if any
   */
  public InstalledState state(Optional<Fingerprint> wanted) {
    boolean hasStore = Files.exists(store(), LinkOption.NOFOLLOW_LINKS);
    boolean hasPassword = Files.exists(password(), LinkOption.NOFOLLOW_LINKS);
    if (!hasStore && !hasPassword) {
      return new InstalledState.Nothing();
    }
    if (!hasStore || !hasPassword) {
      return new InstalledState.Half(hasStore ? "cert.pass" : "cert.jks");
    }
    try {
      return state(trusted(), wanted);
    } catch (IOException e) {
      return new InstalledState.Unreadable(DiskProblem.of(e, store()));
    } catch (ProblemException e) {
      return e.problem().key().equals("keystore.read.problem.wrongPassword")
          ? new InstalledState.PasswordDoesNotOpen()
          : new InstalledState.Unreadable(e.problem());
    }
  }

  private static InstalledState state(List<X509Certificate> trusted, Optional<Fingerprint> wanted) {
    for (X509Certificate certificate : trusted) {
      Fingerprint fingerprint = Fingerprint.of(certificate);
      if (wanted.isPresent() && wanted.get().equals(fingerprint)) {
        return new InstalledState.ThisCertificate(
            fingerprint, certificate.getNotAfter().toInstant());
      }
    }
    return trusted.stream()
        .max(Comparator.comparing(X509Certificate::getNotAfter))
        .<InstalledState>map(
            newest ->
                new InstalledState.OtherCertificate(
                    Fingerprint.of(newest), newest.getNotAfter().toInstant()))
        .orElseGet(
            () ->
                new InstalledState.Unreadable(
                    Problem.of("", "install.problem.no-certificate", "cert.jks")));
  }

  private List<X509Certificate> trusted() throws IOException, ProblemException {
    byte[] pass = bytes(password());
    try (Secret secret = ClientPassword.read(pass)) {
      KeystoreContents contents = KeystoreReader.read(bytes(store()), secret);
      return contents.trusted();
    } finally {
      Arrays.fill(pass, (byte) 0);
    }
  }

  /** A file's bytes; a device that never ends has no size that would give it away. */
  private byte[] bytes(Path file) throws IOException, ProblemException {
    if (ReadOnce.isOther(file)) {
      throw new ProblemException(Problem.of("", "install.problem.not-a-file", file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(KeystoreReader.MAX_BYTES + 1);
      if (bytes.length > KeystoreReader.MAX_BYTES) {
        throw new ProblemException(Problem.of("", "install.problem.too-large", path()));
      }
      return bytes;
    }
  }
}
