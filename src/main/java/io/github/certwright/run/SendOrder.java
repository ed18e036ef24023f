package io.github.certwright.run;

import io.github.certwright.answers.ServerAddress;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.files.Receipt;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a job of the past made for a server, and where that was, or would be, sent; so that sending
 * can be repeated alone. Holds no secret: passwords are never kept and are asked for again.
 *
 * @param keystore the server's keystore file
 * @param url REST address
 * @param user the user's name, or empty when a token was used or nothing was sent
 * @param tlsPort where Teamwork Cloud is to offer TLS
 * @param passwordKept whether the keystore's password stands in a file beside it
 */
public record SendOrder(Path keystore, String url, String user, int tlsPort, boolean passwordKept) {
  private static final String URL = "url";
  private static final String USER = "user";
  private static final String PORT = "tlsPort";

  /**
   * Recalls it; what was not kept has the usual value. Reads the disk.
   *
   * @param folder the folder of the job
   * @param server the main name its certificate was made for, in ASCII form
   */
  public static SendOrder recall(Workbench bench, Path folder, String server) {
    Optional<Receipt> receipt = receipt(bench, folder);
    String host = server.contains(":") ? "[" + server + "]" : server;
    return new SendOrder(
        folder.resolve(FileRole.SERVER_KEYSTORE.fileName()),
        receipt
            .flatMap(kept -> kept.note(URL))
            .orElse("https://" + host + ":" + ServerAddress.DEFAULT_PORT),
        receipt.flatMap(kept -> kept.note(USER)).orElse(""),
        receipt
            .flatMap(kept -> kept.note(PORT))
            .filter(port -> port.matches("[0-9]{1,5}"))
            .map(Integer::parseInt)
            .orElse(UploadAnswer.DEFAULT_TLS_PORT),
        Files.isRegularFile(folder.resolve(FileRole.SERVER_PASSWORD.fileName())));
  }

  private static Optional<Receipt> receipt(Workbench bench, Path folder) {
    try {
      return bench.receipts().all().stream()
          .filter(kept -> kept.note("folder").equals(Optional.of(folder.toString())))
          .filter(kept -> kept.note(URL).isPresent())
          .findFirst();
    } catch (ProblemException _) {
      // Without its receipt a job is sent to the usual places.
      return Optional.empty();
    }
  }

  /** What a receipt keeps of an upload. */
  static Map<String, String> notes(PlannedUpload planned) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(URL, planned.url().toString());
    notes.put(USER, planned.user());
    notes.put(PORT, String.valueOf(planned.tlsPort()));
    return notes;
  }
}
