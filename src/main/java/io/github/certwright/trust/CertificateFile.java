package io.github.certwright.trust;

import io.github.certwright.files.Access;
import io.github.certwright.files.Disk;
import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.TemporaryFolder;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/** A certificate in a file for the time being, because the system's programs take nothing else. */
final class CertificateFile implements AutoCloseable {
  private final TemporaryFolder folder;
  private final Path file;

  private CertificateFile(TemporaryFolder folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Makes one in PEM.
   *
   * @throws ProblemException when the disk refuses
   */
  static CertificateFile of(Disk disk, X509Certificate certificate) throws ProblemException {
    return holding(disk, "certificate.pem", Anchor.pem(certificate));
  }

  /** Makes a file of any content. */
  static CertificateFile holding(Disk disk, String name, byte[] content) throws ProblemException {
    Path file = Path.of(name);
    TemporaryFolder folder;
    try {
      folder = TemporaryFolder.make("certwright-trust");
    } catch (IOException e) {
      throw new ProblemException(DiskProblem.of(e, file), e);
    }
    file = folder.path().resolve(name);
    try {
      disk.createFile(file, Access.OWNER_ONLY);
      disk.write(file, content);
      return new CertificateFile(folder, file);
    } catch (IOException e) {
      folder.close();
      throw new ProblemException(DiskProblem.of(e, file), e);
    }
  }

  Path path() {
    return file;
  }

  @Override
  public void close() {
    folder.close();
  }
}
