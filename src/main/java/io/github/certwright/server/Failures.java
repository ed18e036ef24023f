package io.github.certwright.server;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.HostText;
import io.github.certwright.tls.PinnedContext;
import io.github.certwright.tls.SystemProxy;
import io.github.certwright.tls.TlsLimits;
import io.github.certwright.tls.TlsProbe;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;

/** What java.net.http throws, as problems a person can act on. */
final class Failures {
  private final Place place;
  private final ServerLimits limits;
  private final SystemProxy proxies;

  Failures(Place place, ServerLimits limits, SystemProxy proxies) {
    this.place = place;
    this.limits = limits;
    this.proxies = proxies;
  }

  ProblemException explain(Throwable thrown, Duration limit, BooleanSupplier cancelled) {
    Optional<PinnedContext.OtherCertificate> other = PinnedContext.refusalIn(thrown);
    if (other.isPresent()) {
      return otherCertificate(other.get());
    }
    if (find(thrown, CappedBody.TooLong.class)) {
      return place.failed("where.url", "server.answer.endless", limits.bodyBytes());
    }
    Optional<ProblemException> between = proxy(cancelled);
    if (between.isPresent()) {
      return between.get();
    }
    if (find(thrown, HttpConnectTimeoutException.class)) {
      return place.failed("where.url", "tls.connect.timeout", limits.connect().toSeconds());
    }
    if (find(thrown, HttpTimeoutException.class)) {
      return slow(limit);
    }
    if (find(thrown, ConnectException.class) || find(thrown, NoRouteToHostException.class)) {
      return connect(thrown);
    }
    if (find(thrown, SSLException.class)) {
      return tls(thrown, cancelled);
    }
    return with(place.problem("where.url", "server.answer.cut-off"), thrown);
  }

  ProblemException slow(Duration limit) {
    return place.failed("where.url", "server.answer.slow", Math.max(1, limit.toSeconds()));
  }

  /** java.net.http says in one sentence for all of them that the tunnel failed: look once more. */
  private Optional<ProblemException> proxy(BooleanSupplier cancelled) {
    if (proxies.before(place.host(), place.port()).isEmpty()) {
      return Optional.empty();
    }
    try {
      lookAgain(cancelled);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e).filter(seen -> seen.problem().key().startsWith("tls.proxy."));
    }
  }

  private void lookAgain(BooleanSupplier cancelled) throws ProblemException {
    new TlsProbe(new TlsLimits(limits.connect(), limits.connect()), proxies)
        .look(place.host(), place.port(), cancelled);
  }

  private ProblemException otherCertificate(PinnedContext.OtherCertificate other) {
    return new ProblemException(
        Problem.of(
            "where.fingerprint",
            "tls.trust.other-certificate",
            HostText.both(place.host()),
            place.port(),
            other.agreed().withColons(),
            other.seen().withColons()));
  }

  private ProblemException connect(Throwable thrown) {
    String said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    String key =
        find(thrown, UnresolvedAddressException.class)
            ? "tls.host.unknown"
            : said.contains("unreachable") || find(thrown, NoRouteToHostException.class)
                ? "tls.connect.no-route"
                : "tls.connect.refused";
    return with(place.problem("where.url", key), thrown);
  }

  private ProblemException tls(Throwable thrown, BooleanSupplier cancelled) {
    if (find(thrown, CertificateException.class)) {
      return with(place.problem("where.fingerprint", "tls.trust.refused"), thrown);
    }
    // JSSE says in one sentence for all of them that it did not understand: look once more.
    try {
      lookAgain(cancelled);
      return with(place.problem("where.url", "tls.handshake.failed"), thrown);
    } catch (ProblemException e) {
      return e;
    }
  }

  private static ProblemException with(Problem problem, Throwable thrown) {
    return new ProblemException(problem.withDetail(thrown.getMessage()), thrown);
  }

  private static boolean find(Throwable thrown, Class<? extends Throwable> kind) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
