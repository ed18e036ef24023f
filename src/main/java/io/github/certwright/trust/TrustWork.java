package io.github.certwright.trust;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Changes one store and believes it only when it was read back. Nothing is tried where an
 * administrator is needed, and whatever a store does, no exception comes out of it, so that others
 * can go on.
 */
public final class TrustWork {
  private TrustWork() {}

  /**
   * Adds a certificate; when that fails it is taken out again.
   *
   * @param pem where the certificate will stand in PEM for an administrator
   */
  public static TrustOutcome install(TrustStore store, Anchor anchor, Path pem) {
    try {
      return switch (store.look()) {
        case StoreLook.NotHere(Problem problem) -> failed(store, problem);
        case StoreLook.Unusable(Problem problem) -> failed(store, problem);
        case StoreLook.Here(boolean needsRights) ->
            switch (store.state(anchor.fingerprint())) {
              case TrustState.Trusted _ -> new TrustOutcome.AlreadyThere(store.name());
              case TrustState.CannotTell(Problem problem) -> failed(store, problem);
              case TrustState.NotTrusted _ -> add(store, anchor, pem, needsRights, true);
              case TrustState.WithoutTrust _ -> add(store, anchor, pem, needsRights, false);
            };
      };
    } catch (RuntimeException e) {
      return unexpected(store, e);
    }
  }

  private static TrustOutcome add(
      TrustStore store, Anchor anchor, Path pem, boolean needsRights, boolean fresh) {
    Optional<Problem> objection = store.objection(anchor);
    if (objection.isPresent()) {
      return failed(store, objection.get());
    }
    if (needsRights) {
      return new TrustOutcome.NeedsAdminRights(
          store.name(), anchor.certificate(), store.adding(anchor, pem));
    }
    Optional<String> earlier = Optional.empty();
    Problem problem;
    try {
      earlier = store.add(anchor);
      TrustState now = store.state(anchor.fingerprint());
      if (now instanceof TrustState.Trusted) {
        return new TrustOutcome.Installed(store.name(), earlier);
      }
      problem = Problem.of("", "trust.problem.said-yes", store.name()).withDetail(now.word());
    } catch (ProblemException e) {
      problem = e.problem();
    }
    return new TrustOutcome.Failed(
        store.name(), problem, leftBehind(store, anchor.fingerprint(), fresh, earlier));
  }

  /** A certificate that was there before, without trust, is not ours to take out. */
  private static List<Problem> leftBehind(
      TrustStore store, Fingerprint fingerprint, boolean fresh, Optional<String> earlier) {
    if (earlier.isEmpty()) {
      return fresh ? takeOut(store, fingerprint) : List.of();
    }
    try {
      store.restore(fingerprint, earlier.get());
      return List.of();
    } catch (ProblemException e) {
      return List.of(e.problem());
    }
  }

  private static List<Problem> takeOut(TrustStore store, Fingerprint fingerprint) {
    if (store.state(fingerprint) instanceof TrustState.NotTrusted) {
      return List.of();
    }
    String detail = "";
    try {
      store.remove(fingerprint);
    } catch (ProblemException e) {
      detail = e.problem().key() + " " + e.problem().detail();
    }
    return store.state(fingerprint) instanceof TrustState.NotTrusted
        ? List.of()
        : List.of(Problem.of("", "trust.problem.left", store.name()).withDetail(detail));
  }

  /**
   * Takes a certificate out, also one of which nothing is left but its fingerprint.
   *
   * @param pem where the certificate will stand in PEM for an administrator
   */
  public static TrustOutcome remove(TrustStore store, Fingerprint fingerprint, Path pem) {
    try {
      return switch (store.look()) {
        case StoreLook.NotHere(Problem problem) -> failed(store, problem);
        case StoreLook.Unusable(Problem problem) -> failed(store, problem);
        case StoreLook.Here(boolean needsRights) ->
            switch (store.state(fingerprint)) {
              case TrustState.NotTrusted _ -> new TrustOutcome.WasNotThere(store.name());
              case TrustState.CannotTell(Problem problem) -> failed(store, problem);
              case TrustState.Trusted(X509Certificate certificate) ->
                  takeAway(store, certificate, pem, needsRights);
              case TrustState.WithoutTrust(X509Certificate certificate) ->
                  takeAway(store, certificate, pem, needsRights);
            };
      };
    } catch (RuntimeException e) {
      return unexpected(store, e);
    }
  }

  /**
   * Gives a certificate the settings back that it had before it was installed; one that somebody
   * has taken out since stays out.
   *
   * @param earlier in the words of {@link TrustOutcome.Installed}
   * @param pem where the certificate will stand in PEM for an administrator
   */
  public static TrustOutcome restore(
      TrustStore store, Fingerprint fingerprint, String earlier, Path pem) {
    try {
      return switch (store.look()) {
        case StoreLook.NotHere(Problem problem) -> failed(store, problem);
        case StoreLook.Unusable(Problem problem) -> failed(store, problem);
        case StoreLook.Here(boolean needsRights) ->
            switch (store.state(fingerprint)) {
              case TrustState.NotTrusted _ -> new TrustOutcome.WasNotThere(store.name());
              case TrustState.CannotTell(Problem problem) -> failed(store, problem);
              case TrustState.Trusted(X509Certificate certificate) when needsRights ->
                  new TrustOutcome.NeedsAdminRights(
                      store.name(), certificate, store.restoring(fingerprint, earlier, pem));
              case TrustState.WithoutTrust(X509Certificate certificate) when needsRights ->
                  new TrustOutcome.NeedsAdminRights(
                      store.name(), certificate, store.restoring(fingerprint, earlier, pem));
              case TrustState.Trusted _, TrustState.WithoutTrust _ -> {
                store.restore(fingerprint, earlier);
                yield new TrustOutcome.Restored(store.name());
              }
            };
      };
    } catch (ProblemException e) {
      return failed(store, e.problem());
    } catch (RuntimeException e) {
      return unexpected(store, e);
    }
  }

  private static TrustOutcome takeAway(
      TrustStore store, X509Certificate certificate, Path pem, boolean needsRights) {
    Fingerprint fingerprint = Fingerprint.of(certificate);
    Optional<Problem> hindrance = store.hindrance(fingerprint);
    if (hindrance.isPresent()) {
      return failed(store, hindrance.get());
    }
    if (needsRights) {
      return new TrustOutcome.NeedsAdminRights(
          store.name(), certificate, store.removing(fingerprint, pem));
    }
    try {
      store.remove(fingerprint);
    } catch (ProblemException e) {
      return failed(store, e.problem());
    }
    TrustState now = store.state(fingerprint);
    return now instanceof TrustState.NotTrusted
        ? new TrustOutcome.Removed(store.name(), certificate)
        : failed(
            store,
            Problem.of("", "trust.problem.still-there", store.name()).withDetail(now.word()));
  }

  private static TrustOutcome failed(TrustStore store, Problem problem) {
    return new TrustOutcome.Failed(store.name(), problem, List.of());
  }

  private static TrustOutcome unexpected(TrustStore store, RuntimeException e) {
    System.getLogger(TrustWork.class.getName())
        .log(System.Logger.Level.WARNING, "A trust store failed unexpectedly.", e);
    return failed(
        store, Problem.of("", "trust.problem.unexpected", store.name()).withDetail(e.toString()));
  }
}
