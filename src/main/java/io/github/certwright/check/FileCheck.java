package io.github.certwright.check;

import io.github.certwright.answers.Visible;
import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.FoundTool;
import io.github.certwright.install.ToolLook;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreContents.Entry;
import io.github.certwright.keystore.KeystoreContents.EntryKind;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.keystore.StoreKind;
import io.github.certwright.kit.ClientKit;
import io.github.certwright.kit.Kit;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks into a keystore, a certificate file or a client kit and says what is in it and until when,
 * without the password for what can be read without it.
 */
public final class FileCheck {
  /** The first bytes of a zip file (APPNOTE 4.3.7), which is what a client kit is. */
  private static final String ZIP_MAGIC = "PK\u0003\u0004";

  private final Clock clock;

  public FileCheck(Clock clock) {
    this.clock = clock;
  }

  /**
   * Checks one file, told apart by its content and never by its name, or a tool's folder.
   *
   * @param password the keystore's password, if known; stays the caller's to close
   */
  public CheckReport check(Path file, Optional<Secret> password) {
    if (Files.isDirectory(file)) {
      CertsFolder certs = certs(file);
      if (Files.isRegularFile(certs.store())) {
        return toolFolder(certs, password);
      }
      if (ToolLook.at(file) instanceof ToolLook.Look.Tool(FoundTool tool)) {
        return CheckReport.failed(
            Visible.text(file.toString()),
            Finding.red("check.trust.missing", Visible.text(tool.label()))
                .with(new Remedy.SetUp(Optional.empty())));
      }
    }
    String asked = Visible.text(file.toString());
    byte[] bytes;
    try {
      bytes = Bytes.of(file);
    } catch (ProblemException e) {
      return CheckReport.failed(asked, Finding.of(e.problem()));
    }
    return check(asked, bytes, password);
  }

  /** The folder itself may be a tool's, or the {@code certs} in it. */
  private static CertsFolder certs(Path folder) {
    Path above = folder.toAbsolutePath().getParent();
    CertsFolder own = new CertsFolder(folder);
    boolean inside =
        above != null
            && new CertsFolder(above).path().equals(folder.toAbsolutePath())
            && !Files.isRegularFile(own.store());
    return inside ? new CertsFolder(above) : own;
  }

  /** A tool's folder stands for the pair in it, opened as the tool would open it. */
  private CheckReport toolFolder(CertsFolder certs, Optional<Secret> password) {
    String asked = Visible.text(certs.store().toString());
    if (password.isPresent()) {
      return check(certs.store(), password);
    }
    if (!Files.exists(certs.password())) {
      Finding missing =
          Finding.red("check.trust.noPassword", Visible.text(certs.tool().toString()))
              .with(new Remedy.SetUp(Optional.empty()));
      return check(certs.store(), password).worsenedBy(missing);
    }
    try (Secret beside = ClientPassword.read(Bytes.of(certs.password()))) {
      return check(certs.store(), Optional.of(beside));
    } catch (ProblemException e) {
      return CheckReport.failed(asked, Finding.of(e.problem()));
    }
  }

  private CheckReport check(String asked, byte[] bytes, Optional<Secret> password) {
    if (bytes.length == 0) {
      return CheckReport.failed(asked, Finding.red("check.file.nothing", asked));
    }
    String start =
        new String(bytes, 0, Math.min(bytes.length, 64 * 1024), StandardCharsets.ISO_8859_1);
    if (start.startsWith(ZIP_MAGIC)) {
      return kit(asked, bytes);
    }
    boolean certificate = start.contains("-----BEGIN");
    if (certificate && start.contains("PRIVATE KEY-----")) {
      return CheckReport.failed(asked, Finding.amber("check.file.privateKey", asked));
    }
    if (certificate && start.contains("CERTIFICATE REQUEST-----")) {
      return CheckReport.failed(asked, Finding.amber("check.file.request", asked));
    }
    try {
      return certificates(asked, CertificateReader.read(bytes));
    } catch (ProblemException e) {
      if (certificate) {
        return CheckReport.failed(asked, Finding.of(e.problem()));
      }
    }
    return keystore(asked, bytes, password);
  }

  private CheckReport kit(String asked, byte[] bytes) {
    try (Kit kit = ClientKit.read(bytes)) {
      X509Certificate own = kit.certificate();
      List<Finding> findings = CertificateCheck.server(own, Optional.empty(), clock);
      Sentence good =
          Sentence.of(
              "check.verdict.kit", CertificateNames.title(own), own.getNotAfter().toInstant());
      return report(asked, good, findings, List.of(own), Optional.empty());
    } catch (ProblemException e) {
      return CheckReport.failed(asked, Finding.of(e.problem()));
    }
  }

  private CheckReport certificates(String asked, List<X509Certificate> chain) {
    X509Certificate own = chain.getFirst();
    List<Finding> findings = new ArrayList<>(CertificateCheck.server(own, Optional.empty(), clock));
    for (X509Certificate other : chain.subList(1, chain.size())) {
      findings.addAll(CertificateCheck.dates(other, clock));
    }
    Sentence good =
        Sentence.of(
            "check.verdict.certificate",
            CertificateNames.title(own),
            own.getNotAfter().toInstant());
    return report(asked, good, findings, chain, Optional.empty());
  }

  private CheckReport keystore(String asked, byte[] bytes, Optional<Secret> password) {
    KeystoreContents contents;
    List<Finding> findings = new ArrayList<>();
    try {
      contents = KeystoreReader.peek(bytes);
    } catch (ProblemException e) {
      return CheckReport.failed(asked, Finding.of(e.problem()));
    }
    if (password.isPresent()) {
      try {
        contents = KeystoreReader.read(bytes, password.get());
      } catch (ProblemException e) {
        findings.add(unopened(e.problem()));
      }
    }
    findings.addAll(entries(contents, asked));
    List<X509Certificate> chain =
        contents.entries().stream()
            .map(Entry::chain)
            .filter(certificates -> !certificates.isEmpty())
            .findFirst()
            .orElse(List.of());
    return report(asked, good(contents, asked), findings, chain, Optional.of(contents));
  }

  private static Finding unopened(Problem problem) {
    Finding finding = Finding.of(problem);
    return problem.key().equals("keystore.read.problem.wrongPassword")
        ? finding.with(new Remedy.Unlock())
        : finding;
  }

  private List<Finding> entries(KeystoreContents contents, String asked) {
    boolean seen = contents.entries().stream().anyMatch(entry -> !entry.chain().isEmpty());
    if (!seen && !contents.opened() && contents.kind() == StoreKind.PKCS12) {
      return List.of(Finding.amber("check.file.locked", asked).with(new Remedy.Unlock()));
    }
    List<Finding> findings = new ArrayList<>();
    if (contents.entries().isEmpty()) {
      findings.add(Finding.amber("check.file.empty", asked));
    }
    contents.entries().forEach(entry -> findings.addAll(entry(entry)));
    String name = asked.toLowerCase(Locale.ROOT);
    if (name.endsWith("cert.jks") && contents.key().isPresent()) {
      findings.add(
          Finding.amber("check.file.keyInClient", asked)
              .with(new Remedy.NewCertificate(List.of())));
    }
    if (name.endsWith(".jks") && contents.kind() == StoreKind.PKCS12) {
      findings.add(Finding.green("check.file.pkcs12", asked));
    }
    return findings;
  }

  private List<Finding> entry(Entry entry) {
    String alias = Visible.text(entry.alias());
    if (entry.chain().isEmpty()) {
      return List.of(Finding.green("check.entry.other", alias));
    }
    X509Certificate own = entry.chain().getFirst();
    String title = CertificateNames.title(own);
    Instant end = own.getNotAfter().toInstant();
    List<Finding> findings = new ArrayList<>();
    findings.add(
        switch (entry.kind()) {
          case PRIVATE_KEY -> Finding.green("check.entry.key", alias, title, end);
          case TRUSTED_CERTIFICATE -> Finding.green("check.entry.trusted", alias, title, end);
          case UNMARKED_CERTIFICATE -> Finding.amber("check.entry.unmarked", alias, title);
          case OTHER -> Finding.green("check.entry.other", alias);
        });
    boolean authority = own.getBasicConstraints() >= 0;
    findings.addAll(
        authority
            ? CertificateCheck.dates(own, clock)
            : CertificateCheck.server(own, Optional.empty(), clock));
    return findings;
  }

  private static Sentence good(KeystoreContents contents, String asked) {
    for (EntryKind kind : List.of(EntryKind.PRIVATE_KEY, EntryKind.TRUSTED_CERTIFICATE)) {
      for (Entry entry : contents.entries()) {
        if (entry.kind() == kind && !entry.chain().isEmpty()) {
          X509Certificate own = entry.chain().getFirst();
          String title = CertificateNames.title(own);
          Instant end = own.getNotAfter().toInstant();
          return kind == EntryKind.PRIVATE_KEY
              ? Sentence.of("check.verdict.keystore", title, end)
              : Sentence.of("check.verdict.clientStore", title, end);
        }
      }
    }
    return Sentence.of("check.verdict.file", asked);
  }

  private CheckReport report(
      String asked,
      Sentence good,
      List<Finding> findings,
      List<X509Certificate> chain,
      Optional<KeystoreContents> contents) {
    Level level = CheckReport.worst(findings);
    Sentence verdict =
        level == Level.GREEN
            ? good
            : findings.stream()
                .filter(finding -> finding.level() == level)
                .findFirst()
                .map(Sentence::of)
                .orElse(good);
    return new CheckReport(
        asked,
        verdict,
        findings,
        ChainCheck.links(chain, false, clock),
        List.of(),
        contents,
        Optional.empty());
  }
}
