package io.github.certwright.wizard.page;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.ReadPair;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Installs;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Reads the pair from wherever it is, and knows what was agreed to before. */
final class SourceReader {
  private final Desk desk;

  SourceReader(Desk desk) {
    this.desk = desk;
  }

  /**
   * Reads; called on a worker.
   *
   * @return the pair, which the caller closes
   * @throws ProblemException when the source is not fit
   */
  Reading read(PairSource source, Cancellation cancellation) throws ProblemException {
    Installs installs = desk.services().installs();
    Agreement known = new Agreement.First();
    PairSource certain = source;
    if (source instanceof PairSource.Ask ask) {
      Fingerprint shown = installs.shown(ask, cancellation);
      certain = new PairSource.Ask(ask.where(), Optional.of(shown));
      known = Agreement.of(installs.agreed(ask), shown);
    }
    ReadPair read = installs.read(certain, cancellation);
    if (cancellation.isCancelled()) {
      read.close();
      throw new CancellationException();
    }
    return new Reading(read, certain, known);
  }

  /** What was compared once need not be compared again, and a change of it is noticed. */
  void agree(PairSource.Ask server) {
    desk.background()
        .run(
            cancellation -> {
              Installs installs = desk.services().installs();
              installs.agree(server, server.fingerprint().orElseThrow());
              return server;
            });
  }

  /**
   * What was read.
   *
   * @param source where it was read, with the fingerprint that a server showed
   */
  record Reading(ReadPair pair, PairSource source, Agreement agreement) {}
}
