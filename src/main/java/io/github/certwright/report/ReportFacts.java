package io.github.certwright.report;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.FileRole;
import io.github.certwright.tls.Fingerprint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the report tells; there is no place in it for a secret.
 *
 * @param madeAt when the job ran
 * @param folder where the files stand
 * @param format form of the client store
 * @param tlsPort where Teamwork Cloud offers TLS, or is to offer it
 * @param files every file that stands on the disk because of this job
 * @param backups what was there before and was kept
 * @param tools what became of each tool folder
 * @param upload the server keystore's way to Teamwork Cloud
 * @param verified the fingerprint seen in the handshake that trusted only what was installed
 */
public record ReportFacts(
    Instant madeAt,
    CertificateFact certificate,
    Path folder,
    StoreFormat format,
    int tlsPort,
    List<FileFact> files,
    List<BackupFact> backups,
    List<ToolFact> tools,
    UploadFact upload,
    Optional<Fingerprint> verified) {
  private static final double MINUTES_A_DAY = 24 * 60.0;

  public ReportFacts {
    files = List.copyOf(files);
    backups = List.copyOf(backups);
    tools = List.copyOf(tools);
  }

  /**
   * Days from the making of the certificate to its end, rounded, so that it says what was asked
   * for.
   */
  public long days() {
    return Math.round(Duration.between(madeAt, certificate.notAfter()).toMinutes() / MINUTES_A_DAY);
  }

  /** The name people type to reach the server. */
  public HostName mainName() {
    return certificate.names().getFirst();
  }

  /**
   * The certificate made.
   *
   * @param names subject alternative names, main name first, at least one
   * @param subject distinguished name (RFC 4514)
   * @param key for example {@code RSA 2048}
   */
  public record CertificateFact(
      List<HostName> names,
      String subject,
      String key,
      Instant notBefore,
      Instant notAfter,
      Fingerprint fingerprint) {
    public CertificateFact {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("A server certificate has at least one name.");
      }
    }
  }

  /**
   * A file on the disk.
   *
   * @param sha256 lower-case hexadecimal digest of its content
   */
  public record FileFact(FileRole role, Path path, String sha256) {}

  /** A file that was there before, and where it is kept now. */
  public record BackupFact(Path original, Path kept) {}

  /**
   * What became of one tool folder.
   *
   * @param label product and version
   */
  public record ToolFact(String label, Path path, ToolState state) {}

  /** The ways in which an installation ends. */
  public enum ToolState {
    INSTALLED,
    ALREADY_THERE,
    NEEDS_ADMIN,
    ROLLED_BACK,
    UNDONE
  }

  /** The server keystore's way to Teamwork Cloud. */
  public sealed interface UploadFact {
    /** Nothing was to be sent: the console steps remain. */
    record NotAsked() implements UploadFact {}

    /**
     * Teamwork Cloud has the keystore.
     *
     * @param url REST address
     */
    record Sent(String url) implements UploadFact {}

    /**
     * It was tried and did not succeed: the console steps remain.
     *
     * @param url REST address
     */
    record Failed(String url) implements UploadFact {}
  }
}
