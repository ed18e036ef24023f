package io.github.certwright.run;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.issue.Issued;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.kit.ClientKit;
import io.github.certwright.kit.KitManifest;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of every file of one job, made in memory before any is written. Closing wipes the
 * secret ones.
 */
final class PairFiles implements AutoCloseable {
  private final Map<FileRole, byte[]> contents = new EnumMap<>(FileRole.class);

  PairFiles(Plan plan, Issued issued, PasswordAnswer passwords, Instant now, Text text) {
    String alias = plan.certificate().alias();
    contents.put(
        FileRole.SERVER_KEYSTORE,
        KeystoreWriter.server(
            plan.format(), alias, issued.privateKey(), issued.chain(), passwords.server()));
    contents.put(FileRole.SERVER_PASSWORD, ClientPassword.write(passwords.server()));
    contents.put(FileRole.CERTIFICATE, der(issued.trusted()));
    contents.put(
        FileRole.CLIENT_STORE,
        KeystoreWriter.client(plan.format(), alias, issued.trusted(), passwords.client()));
    contents.put(FileRole.CLIENT_PASSWORD, ClientPassword.write(passwords.client()));
    contents.put(FileRole.CLIENT_KIT, kit(plan, issued, now, text));
  }

  private byte[] kit(Plan plan, Issued issued, Instant now, Text text) {
    X509Certificate certificate = issued.trusted();
    KitManifest manifest =
        new KitManifest(
            plan.certificate().names().stream().map(HostName::ascii).toList(),
            plan.upload().map(Plan.PlannedUpload::tlsPort).orElse(UploadAnswer.DEFAULT_TLS_PORT),
            Fingerprint.of(certificate),
            certificate.getNotAfter().toInstant(),
            now);
    return ClientKit.write(
        manifest, certificate, of(FileRole.CLIENT_STORE), of(FileRole.CLIENT_PASSWORD), text);
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("A made certificate can always be encoded.", e);
    }
  }

  byte[] of(FileRole role) {
    return contents.get(role);
  }

  @Override
  public void close() {
    for (FileRole role :
        List.of(FileRole.SERVER_KEYSTORE, FileRole.SERVER_PASSWORD, FileRole.CLIENT_PASSWORD)) {
      Arrays.fill(contents.get(role), (byte) 0);
    }
  }
}
