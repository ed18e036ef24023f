package io.github.certwright.server;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.server.UploadOutcome.NotSent;
import io.github.certwright.server.UploadOutcome.Refused;
import io.github.certwright.server.UploadOutcome.Unclear;
import io.github.certwright.server.UploadOutcome.Uploaded;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The calls of one upload between signing in and signing out, and what each failure means. */
final class UploadFlow {
  private final Place place;
  private final Session session;
  private final UploadRequest request;
  private final ServerProgress progress;
  private final BooleanSupplier cancelled;
  private String version = "";
  private String user = "";

  UploadFlow(
      Place place,
      Session session,
      UploadRequest request,
      ServerProgress progress,
      BooleanSupplier cancelled) {
    this.place = place;
    this.session = session;
    this.request = request;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  UploadOutcome run() {
    TlsSettings before;
    try {
      before = look();
      progress.found(before);
      request.prepare();
    } catch (ProblemException e) {
      return new NotSent(e.problem());
    } catch (CancellationException _) {
      return new NotSent(place.problem("", "server.cancelled"));
    }
    progress.next(ServerStep.SEND);
    if (cancelled.getAsBoolean()) {
      return new NotSent(place.problem("", "server.cancelled"));
    }
    try (WipedBody body = new WipedBody(TlsSettingsJson.write(request))) {
      try {
        return answered(before, session.writeTls(body));
      } catch (ProblemException e) {
        return body.withdraw() ? new NotSent(e.problem()) : lost(before, e.problem());
      }
    }
  }

  private TlsSettings look() throws ProblemException {
    progress.next(ServerStep.VERSION);
    version = session.version();
    progress.next(ServerStep.SIGN_IN);
    session.login();
    progress.next(ServerStep.WHO);
    user = session.who();
    progress.next(ServerStep.READ);
    return session.readTls();
  }

  private UploadOutcome answered(TlsSettings before, Reply reply) {
    if (reply.good()) {
      return confirmed(before);
    }
    return switch (reply.status()) {
      case 404, 405 -> new Refused(place.problem("where.url", "server.tls.not-there"));
      case 401, 403, 406, 407, 423 -> new Refused(session.explain(reply).problem());
      default -> {
        if (reply.status() >= 500) {
          yield lost(before, session.explain(reply).problem());
        }
        yield new Refused(
            reply.redirect()
                ? session.explain(reply).problem()
                : place.problem("where.url", "server.upload.keystore-refused", reply.status()));
      }
    };
  }

  /** The server said yes: only what it shows now counts. */
  private UploadOutcome confirmed(TlsSettings before) {
    progress.next(ServerStep.READ_BACK);
    try {
      TlsSettings now = session.readBack();
      if (Settlement.fits(request, now)) {
        return new Uploaded(user, version, before, now, true, List.of());
      }
      Problem differs = place.problem("where.url", "server.upload.readback-differs");
      return new Unclear(differs, differs);
    } catch (ProblemException e) {
      return new Unclear(place.problem("where.url", "server.upload.unclear"), e.problem());
    }
  }

  /** No yes and no plain no: what the server shows now settles it; it is never sent again. */
  private UploadOutcome lost(TlsSettings before, Problem cause) {
    progress.next(ServerStep.READ_BACK);
    Problem unclear = place.problem("where.url", "server.upload.unclear");
    try {
      TlsSettings now = session.readBack();
      return switch (Settlement.of(before, request, now)) {
        case APPLIED -> new Uploaded(user, version, before, now, false, List.of());
        // A server that is merely slow, or was not waited for, may still be at it.
        case NOT_APPLIED ->
            cause.key().equals("server.answer.slow") || cause.key().equals("server.cancelled")
                ? new Unclear(unclear, cause)
                : new Refused(
                    place
                        .problem("where.url", "server.upload.not-taken")
                        .withDetail(cause.key() + " " + cause.args()));
        case UNKNOWN -> new Unclear(unclear, cause);
      };
    } catch (ProblemException _) {
      return new Unclear(unclear, cause);
    }
  }
}
