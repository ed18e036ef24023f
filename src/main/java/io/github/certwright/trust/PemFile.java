package io.github.certwright.trust;

import io.github.certwright.files.Content;
import io.github.certwright.files.ReadOnce;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates of a text in PEM, recognised by their fingerprints without being understood: one
 * that no Java can read must not hide the others.
 */
final class PemFile {
  private static final int MOST = 16 * 1024 * 1024;
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]*)"
              + "-----END (?:TRUSTED |X509 )?CERTIFICATE-----");

  private final List<byte[]> certificates;

  private PemFile(List<byte[]> certificates) {
    this.certificates = certificates;
  }

  static PemFile of(String text) {
    List<byte[]> all = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      decoded(matcher.group(1)).ifPresent(all::add);
    }
    return new PemFile(all);
  }

  /** A damaged block is no certificate; the next one may be. */
  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Follows links, because the system's own bundles are links. */
  static PemFile read(Path file) throws IOException {
    byte[] bytes = ReadOnce.bytes(file.toRealPath(), MOST);
    PemFile pem = of(new String(bytes, StandardCharsets.ISO_8859_1));
    return pem.certificates.isEmpty() && bytes.length > 0 ? new PemFile(List.of(bytes)) : pem;
  }

  int size() {
    return certificates.size();
  }

  boolean holds(Fingerprint fingerprint) {
    return certificates.stream().anyMatch(der -> isIt(der, fingerprint));
  }

  /** The certificate with this fingerprint; empty also when no Java can read it. */
  Optional<X509Certificate> find(Fingerprint fingerprint) {
    return certificates.stream()
        .filter(der -> isIt(der, fingerprint))
        .flatMap(der -> understood(der).stream())
        .findFirst();
  }

  /** All that Java can read. */
  List<X509Certificate> certificates() {
    return certificates.stream().flatMap(der -> understood(der).stream()).toList();
  }

  private static boolean isIt(byte[] der, Fingerprint fingerprint) {
    return Content.sha256(der).equals(fingerprint.hex());
  }

  private static Optional<X509Certificate> understood(byte[] der) {
    try {
      return CertificateReader.read(der).stream().findFirst();
    } catch (ProblemException _) {
      return Optional.empty();
    }
  }
}
