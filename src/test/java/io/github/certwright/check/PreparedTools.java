package io.github.certwright.check;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

/** Tool folders with a client pair in them. */
final class PreparedTools {
  private PreparedTools() {}

  /** The pair in {@code certs}; an empty store when there is nothing to trust. */
  static ClientStore in(Path folder, String name, X509Certificate... trusted) throws IOException {
    Path certs = Files.createDirectories(folder.resolve(name).resolve("certs"));
    try (Secret password = Secret.ofText("client-secret")) {
      Files.write(
          certs.resolve("cert.jks"),
          trusted.length == 0
              ? emptyStore(password)
              : KeystoreWriter.client(StoreFormat.JKS, "twc", trusted[0], password));
    }
    Files.writeString(certs.resolve("cert.pass"), "client-secret");
    return ClientStore.ofTool(name, folder.resolve(name));
  }

  private static byte[] emptyStore(Secret password) {
    try {
      var store = KeyStore.getInstance("JKS");
      store.load(null, null);
      var out = new ByteArrayOutputStream();
      password.<Void, Exception>use(
          chars -> {
            store.store(out, chars);
            return null;
          });
      return out.toByteArray();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
