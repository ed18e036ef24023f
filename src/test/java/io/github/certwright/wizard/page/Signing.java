package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An authority run with openssl, as somebody else's would be. */
final class Signing {
  private final Path folder;

  /** Makes the root authority. */
  Signing(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj"
            + " /CN=Example_Root -keyout root.key -out root.crt -addext"
            + " keyUsage=critical,keyCertSign,cRLSign");
  }

  /** Signs a request, for its own names. */
  Path sign(Path request) {
    Path signed = folder.resolve("answer.crt");
    openssl(
        "x509 -req -days 20 -copy_extensions copyall -CA root.crt -CAkey root.key -CAcreateserial"
            + " -in "
            + request
            + " -out "
            + signed);
    return signed;
  }

  Path root() {
    return folder.resolve("root.crt");
  }

  /** Key and certificate of a server, packed as Windows does it. */
  Path pfx(String server, String password) {
    openssl(
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN="
            + server
            + " -keyout server.key -out server.csr -addext subjectAltName=DNS:"
            + server);
    sign(folder.resolve("server.csr"));
    openssl(
        "pkcs12 -export -inkey server.key -in answer.crt -certfile root.crt -name web -passout"
            + " pass:"
            + password
            + " -out server.pfx");
    return folder.resolve("server.pfx");
  }

  private void openssl(String words) {
    Programs.Ran ran =
        Programs.run(List.of("sh", "-c", "cd \"$0\" && openssl " + words, folder.toString()));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
  }
}
