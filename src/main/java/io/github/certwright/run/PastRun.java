package io.github.certwright.run;

import io.github.certwright.files.Receipt;
import io.github.certwright.tls.Fingerprint;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A job that has ended and of which a receipt was kept. */
public final class PastRun {
  private final Receipt receipt;
  private final FileSystem system;

  PastRun(Receipt receipt, FileSystem system) {
    this.receipt = receipt;
    this.system = system;
  }

  /** Tells it from every other. */
  public String id() {
    return receipt.id();
  }

  /** The command's name, for example {@code create} or {@code authority issue}. */
  public String job() {
    return receipt.note("job").orElse("");
  }

  /** The server's name, as the certificate has it. */
  public String server() {
    return receipt.note("server").orElse("");
  }

  /** When it ended. */
  public Instant when() {
    return instant("when").orElse(Instant.EPOCH);
  }

  /** Of the certificate that it made or installed. */
  public Optional<Fingerprint> fingerprint() {
    return receipt.note("fingerprint").flatMap(Fingerprint::read);
  }

  /** When that certificate ends. */
  public Optional<Instant> ends() {
    return instant("ends");
  }

  /** The folder in which it wrote files. */
  public Optional<Path> folder() {
    return receipt.note("folder").map(system::getPath);
  }

  /** The tool folders in which it installed. */
  public List<Path> tools() {
    return receipt
        .note("tools")
        .map(text -> text.lines().<Path>map(system::getPath).toList())
        .orElse(List.of());
  }

  /** Whether a server was sent its keystore, so that its files stay. */
  public boolean sent() {
    return receipt.note("sent").map(Boolean::parseBoolean).orElse(false);
  }

  /** When it was undone, if it was. */
  public Optional<Instant> undone() {
    return instant("undone");
  }

  Receipt receipt() {
    return receipt;
  }

  private Optional<Instant> instant(String note) {
    try {
      return receipt.note(note).map(Instant::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
