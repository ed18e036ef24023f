package io.github.certwright.kit;

import io.github.certwright.files.ReadOnce;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code client-kit.zip}: what a colleague needs to make a modeling tool trust the server, with or
 * without Certwright. Never holds a private key.
 */
public final class ClientKit {
  private static final String CERTIFICATE = "certificate.cer";
  private static final String STORE = "cert.jks";
  private static final String PASSWORD = "cert.pass";
  private static final String MANIFEST = "manifest.json";
  private static final String READ_ME = "READ-ME.html";
  private static final List<String> NEEDED = List.of(MANIFEST, CERTIFICATE, STORE, PASSWORD);
  private static final Set<String> NAMES = Set.of(MANIFEST, CERTIFICATE, STORE, PASSWORD, READ_ME);

  // The earliest time a zip entry can carry; the same kit made twice is the same file.
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ClientKit() {}

  /**
   * The kit's bytes.
   *
   * @param store the bytes of {@code cert.jks}, which must hold no key
   * @param password the bytes of {@code cert.pass}
   * @param text the language of the read-me
   */
  public static byte[] write(
      KitManifest manifest, X509Certificate certificate, byte[] store, byte[] password, Text text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, READ_ME, KitReadMe.html(manifest, text).getBytes(StandardCharsets.UTF_8));
      add(zip, CERTIFICATE, certificate.getEncoded());
      add(zip, STORE, store);
      add(zip, PASSWORD, password);
      add(zip, MANIFEST, manifest.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes what is written to it.", e);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("A certificate that was made can be encoded.", e);
    }
    return out.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /**
   * Reads a kit from a file.
   *
   * @throws ProblemException when the file cannot be read or {@link #read(byte[])} refuses it
   */
  public static Kit read(Path file) throws ProblemException {
    if (ReadOnce.isOther(file)) {
      throw problem("kit.problem.not-a-file", file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(HostileZip.MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw new ProblemException(Problem.of("", "kit.problem.missing", file), e);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("", "kit.problem.unreadable", file).withDetail(e.toString()), e);
    }
  }

  /**
   * Reads a kit, trusting nothing in it.
   *
   * @throws ProblemException when it is not a kit, is damaged, dangerous or newer, or when its
   *     files do not belong together
   */
  public static Kit read(byte[] bytes) throws ProblemException {
    Map<String, byte[]> files = HostileZip.read(bytes);
    if (!files.containsKey(MANIFEST)) {
      throw problem("kit.problem.not-a-kit");
    }
    KitManifest manifest = KitManifest.ofJson(files.get(MANIFEST));
    for (String name : files.keySet()) {
      if (!NAMES.contains(name)) {
        throw problem("kit.problem.unexpected", name);
      }
    }
    for (String name : NEEDED) {
      if (!files.containsKey(name)) {
        throw problem("kit.problem.incomplete", name);
      }
    }
    X509Certificate certificate = certificate(files.get(CERTIFICATE));
    checkStore(files.get(STORE), files.get(PASSWORD), manifest.fingerprint());
    boolean same =
        Fingerprint.of(certificate).equals(manifest.fingerprint())
            && certificate.getNotAfter().toInstant().equals(manifest.notAfter());
    if (!same) {
      throw problem("kit.problem.disagree", CERTIFICATE);
    }
    return new Kit(manifest, certificate, files.get(STORE), files.get(PASSWORD));
  }

  private static X509Certificate certificate(byte[] bytes) throws ProblemException {
    try {
      List<X509Certificate> all = CertificateReader.read(bytes);
      if (all.size() != 1) {
        throw problem("kit.problem.disagree", CERTIFICATE);
      }
      return all.getFirst();
    } catch (ProblemException e) {
      throw e.problem().key().startsWith("kit.")
          ? e
          : new ProblemException(Problem.of("", "kit.problem.damaged", CERTIFICATE), e);
    }
  }

  private static void checkStore(byte[] store, byte[] password, Fingerprint expected)
      throws ProblemException {
    KeystoreContents contents;
    try (Secret secret = ClientPassword.read(password)) {
      contents = KeystoreReader.read(store, secret);
    } catch (ProblemException e) {
      String key = e.problem().key();
      boolean wrong =
          key.equals("keystore.read.problem.wrongPassword") || key.startsWith("keystore.pass.");
      throw new ProblemException(
          wrong
              ? Problem.of("", "kit.problem.password")
              : Problem.of("", "kit.problem.damaged", STORE),
          e);
    }
    if (contents.key().isPresent()) {
      throw problem("kit.problem.key");
    }
    List<X509Certificate> trusted = contents.trusted();
    if (trusted.size() != 1
        || contents.entries().size() != 1
        || !Fingerprint.of(trusted.getFirst()).equals(expected)) {
      throw problem("kit.problem.disagree", STORE);
    }
  }

  private static ProblemException problem(String key, Object... args) {
    return new ProblemException(Problem.of("", key, args));
  }
}
