package io.github.certwright.trust;

import io.github.certwright.problem.Problem;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What became of one store. */
public sealed interface TrustOutcome {

  /** The store it is about. */
  StoreName store();

  /**
   * It trusts the certificate now; read back.
   *
   * @param earlier how it stood there before, without trust, in the store's own words
   */
  record Installed(StoreName store, Optional<String> earlier) implements TrustOutcome {}

  /** The certificate stands in it as it did before, without trust; read back. */
  record Restored(StoreName store) implements TrustOutcome {}

  /** It trusted the certificate before; nothing was changed. */
  record AlreadyThere(StoreName store) implements TrustOutcome {}

  /**
   * The certificate is out of it; read back.
   *
   * @param certificate what was taken out
   */
  record Removed(StoreName store, X509Certificate certificate) implements TrustOutcome {}

  /** The certificate was not in it; nothing was changed. */
  record WasNotThere(StoreName store) implements TrustOutcome {}

  /**
   * Only an administrator may change it; nothing was tried.
   *
   * @param certificate what is to be added or taken out
   * @param commands what an administrator runs, word by word
   */
  record NeedsAdminRights(StoreName store, X509Certificate certificate, List<List<String>> commands)
      implements TrustOutcome {
    public NeedsAdminRights {
      commands = commands.stream().map(List::copyOf).toList();
    }
  }

  /**
   * It did not work.
   *
   * @param leftBehind what could not be taken back; almost always empty
   */
  record Failed(StoreName store, Problem problem, List<Problem> leftBehind)
      implements TrustOutcome {
    public Failed {
      leftBehind = List.copyOf(leftBehind);
    }
  }

  /** Whether the store was changed. */
  default boolean changed() {
    return switch (this) {
      case Installed _, Restored _, Removed _ -> true;
      case AlreadyThere _, WasNotThere _, NeedsAdminRights _, Failed _ -> false;
    };
  }

  /** The word of the command line's JSON. */
  default String word() {
    return switch (this) {
      case Installed _ -> "installed";
      case AlreadyThere _ -> "already-there";
      case Restored _ -> "there-without-trust";
      case Removed _ -> "removed";
      case WasNotThere _ -> "not-there";
      case NeedsAdminRights _ -> "needs-admin";
      case Failed _ -> "failed";
    };
  }
}
