package io.github.certwright.server;

import io.github.certwright.answers.UploadAnswer.SignIn;
import io.github.certwright.answers.UploadAnswer.Token;
import io.github.certwright.answers.UploadAnswer.UserPassword;
import io.github.certwright.issue.Issued;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.PracticeRequest;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.server.practice.PracticeUser;
import io.github.certwright.testing.Pairs;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.PinnedContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A practice server and one administrator's upload to it. */
final class Practice implements AutoCloseable {
  static final String VERSION = "GET /osmc/version";
  static final String LOGIN = "GET /osmc/login";
  static final String WHO = "GET /osmc/admin/currentUser";
  static final String READ = "GET /osmc/admin/tls";
  static final String WRITE = "PUT /osmc/admin/tls";
  static final String LOGOUT = "GET /osmc/logout";

  static final Issued ISSUED = Pairs.make("localhost");
  static final ServerLimits QUICK =
      new ServerLimits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          100_000);

  /** Only the change may not take long, however busy this computer is before it. */
  static final ServerLimits IMPATIENT_WITH_THE_CHANGE =
      new ServerLimits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMillis(700),
          Duration.ofSeconds(60),
          100_000);

  static final ServerLimits IMPATIENT =
      new ServerLimits(
          Duration.ofSeconds(60),
          Duration.ofMillis(700),
          Duration.ofMillis(700),
          Duration.ofMillis(700),
          100_000);

  final PracticeServer server;
  final Secret storePassword = Secret.ofText("Server \"store\\ 1");
  final Secret token = Secret.ofText("token-of-the-administrator");
  final int tlsPort;
  SignIn signIn = new UserPassword("Administrator", Secret.ofText("pass:wörd"));
  BooleanSupplier cancelled = () -> false;
  ServerLimits limits = QUICK;

  Practice() throws IOException {
    server =
        PracticeServer.start(
            List.of(
                new PracticeUser("Administrator", Secret.ofText("pass:wörd"), token, true),
                PracticeUser.of("Reviewer Räuber", Secret.ofText("reviewing"), false)));
    tlsPort = PracticeServer.freePort();
  }

  Practice withToken() {
    signIn = new Token(token);
    return this;
  }

  UploadRequest request() {
    return request(Pairs.server(ISSUED, storePassword), tlsPort);
  }

  UploadRequest request(byte[] keystore, int port) {
    return new UploadRequest(
        server.url(), signIn, () -> keystore, "KeyStore.jks", storePassword, port);
  }

  UploadOutcome upload() {
    return upload(request(), server.fingerprint());
  }

  UploadOutcome upload(UploadRequest request, Fingerprint pinned) {
    return new TeamworkCloud(limits)
        .upload(request, PinnedContext.only(pinned), ServerProgress.none(), cancelled);
  }

  List<String> calls() {
    return server.requests().stream().map(PracticeRequest::call).toList();
  }

  @Override
  public void close() {
    signIn.close();
    storePassword.close();
    token.close();
    server.close();
  }
}
