package io.github.certwright.plan;

import io.github.certwright.answers.StoreFormat;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a job that makes a server's files will do, exactly; nothing outside it is touched. Holds no
 * secret.
 *
 * @param origin where key and certificate come from
 * @param folder the folder for the files, absolute
 * @param newFolder whether the folder is made by this job
 * @param files every file written, in the order of writing
 * @param installs every tool folder that gets the client pair
 * @param upload the request to Teamwork Cloud, if any
 */
public record Plan(
    Origin origin,
    CertificatePlan certificate,
    StoreFormat format,
    Path folder,
    boolean newFolder,
    List<PlannedFile> files,
    List<PlannedInstall> installs,
    Optional<PlannedUpload> upload) {
  public Plan {
    files = List.copyOf(files);
    installs = List.copyOf(installs);
  }

  /** A plan of "Create a secure connection": a new key whose certificate signs itself. */
  public Plan(
      CertificatePlan certificate,
      StoreFormat format,
      Path folder,
      boolean newFolder,
      List<PlannedFile> files,
      List<PlannedInstall> installs,
      Optional<PlannedUpload> upload) {
    this(new Origin.NewKey(), certificate, format, folder, newFolder, files, installs, upload);
  }

  /**
   * One file to be written.
   *
   * @param replaces whether one of that name is there now; it is kept as a backup
   */
  public record PlannedFile(FileRole role, Path path, boolean replaces) {}

  /**
   * One tool folder that gets {@code certs/cert.jks} and {@code certs/cert.pass}.
   *
   * @param tool install folder
   * @param label product and version
   * @param replaces whether a pair, or half of one, is there now; it is kept as a backup
   */
  public record PlannedInstall(Path tool, String label, boolean replaces) {}

  /**
   * The upload, and the handshake afterwards.
   *
   * @param url REST address with host and port, no path
   * @param user the user's name, or empty when a token is used
   * @param tlsPort where the new certificate must appear
   */
  public record PlannedUpload(URI url, String user, int tlsPort) {}

  /**
   * The steps in order. Identifiers are stable, because scripts read them: {@code sign-in}, {@code
   * key}, {@code certificate}, {@code trust}, {@code write.<role>}, {@code install.<n>}, {@code
   * upload}, {@code verify}.
   */
  public List<Step> steps() {
    return PlanSteps.of(this);
  }

  /**
   * One step of a plan.
   *
   * @param id stable identifier
   * @param key message key of its sentence in the future tense
   * @param args arguments of the sentence
   */
  public record Step(String id, String key, List<Object> args) {
    public Step {
      args = List.copyOf(args);
    }
  }
}
