package io.github.certwright.server;

import io.github.certwright.problem.ProblemException;
import java.net.URI;

/** Answers that are not the good one, as problems a person can act on. */
final class Statuses {
  private static final String URL = "where.url";

  private final Place place;

  Statuses(Place place) {
    this.place = place;
  }

  /** What every call has in common. */
  ProblemException explain(Reply reply) {
    if (reply.redirect()) {
      return redirect(reply);
    }
    int status = reply.status();
    return switch (status) {
      case 401 -> place.failed("where.password", "server.signin.ended");
      case 403 -> place.failed("where.user", "server.permission.missing");
      case 404 -> place.failed(URL, "server.answer.not-teamwork-cloud");
      case 406 -> place.failed(URL, "server.answer.not-acceptable");
      case 407 -> place.failed(URL, "server.answer.proxy");
      case 423 -> place.failed(URL, "server.answer.locked");
      default ->
          status >= 500
              ? place.failed(URL, "server.answer.error", status)
              : place.failed(URL, "server.answer.refused", status);
    };
  }

  ProblemException notTeamworkCloud() {
    return place.failed(URL, "server.answer.not-teamwork-cloud");
  }

  ProblemException empty() {
    return place.failed(URL, "server.answer.empty");
  }

  ProblemException cutOff() {
    return place.failed(URL, "server.answer.cut-off");
  }

  /** A redirect is never followed; says where it would have led, without user, path or query. */
  ProblemException redirect(Reply reply) {
    try {
      URI target = place.at("/").resolve(URI.create(reply.location().orElse("")));
      String shown =
          target.getScheme()
              + "://"
              + target.getHost()
              + (target.getPort() < 0 ? "" : ":" + target.getPort());
      return "http".equalsIgnoreCase(target.getScheme())
          ? place.failed(URL, "server.answer.redirect-http", shown)
          : place.failed(URL, "server.answer.redirect", shown);
    } catch (IllegalArgumentException _) {
      return notTeamworkCloud();
    }
  }
}
