package io.github.certwright.wizard;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.secret.Secret;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.StoreName;
import io.github.certwright.trust.TrustStores;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What trust stores ask of the world outside the window; slow like all services. */
public interface Trusting {

  /** Reads a certificate; the warnings say what a person should know before trusting it. */
  Checked<Anchor> read(Path file);

  /** The certificates that were put into trust stores of this computer, each once, by name. */
  List<Anchor> known();

  /**
   * Every trust store of this computer, and what it has of the certificate.
   *
   * @param javaPassword of Java's own list, which the caller closes once the stores are of no more
   *     use; empty for the one that Java is delivered with
   */
  Seen look(Anchor anchor, Secret javaPassword);

  /** What would be written for other computers, file by file. */
  List<Plan.Step> exporting(Anchor anchor, Path folder);

  /** Has stores trust the certificate. */
  Ended install(Anchor anchor, TrustStores stores, Progress progress, Cancellation cancellation);

  /** Takes the certificate out of stores. */
  Ended remove(Anchor anchor, TrustStores stores, Progress progress, Cancellation cancellation);

  /** Writes the files by which management programs make other computers trust the certificate. */
  Ended export(Anchor anchor, Path folder, Progress progress);

  /**
   * What was seen.
   *
   * @param stores the stores, to be handed back for a change
   * @param sights one for each of them, in the same order
   */
  record Seen(TrustStores stores, List<Sight> sights) {
    public Seen {
      sights = List.copyOf(sights);
    }
  }

  /**
   * One store.
   *
   * @param state what it has of the certificate
   * @param needsRights whether only an administrator may change it
   * @param why it cannot be asked, if it cannot
   */
  record Sight(StoreName store, Has state, boolean needsRights, Optional<Problem> why) {}

  /** What a store has of a certificate. */
  enum Has {
    /** It trusts it. */
    TRUST,
    /** It holds it without trusting it. */
    NO_TRUST_IN_IT,
    /** It does not hold it. */
    NOTHING,
    /** It cannot be asked. */
    UNKNOWN
  }
}
