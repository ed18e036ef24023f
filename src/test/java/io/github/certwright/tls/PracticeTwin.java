package io.github.certwright.tls;

import io.github.certwright.answers.UploadAnswer.UserPassword;
import io.github.certwright.issue.Issued;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.ServerProgress;
import io.github.certwright.server.TeamworkCloud;
import io.github.certwright.server.UploadRequest;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.testing.Pairs;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A practice server that offers a known certificate on a chosen TLS port. */
final class PracticeTwin implements AutoCloseable {
  private static final Issued ISSUED = Pairs.make("localhost");
  static final Fingerprint FINGERPRINT = Pairs.fingerprint(ISSUED);

  private final PracticeServer server;

  PracticeTwin(int tlsPort) {
    try (Secret password = Secret.ofText("practice")) {
      server = PracticeServer.start(password);
      new TeamworkCloud()
          .upload(
              new UploadRequest(
                  server.url(),
                  new UserPassword(PracticeServer.ADMINISTRATOR, password),
                  () -> Pairs.server(ISSUED, password),
                  "KeyStore.jks",
                  password,
                  tlsPort),
              PinnedContext.only(server.fingerprint()),
              ServerProgress.none(),
              () -> false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
