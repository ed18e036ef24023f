package io.github.certwright.cli;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ServerGate;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.TrustDecision;
import java.net.URI;
import java.util.Optional;

/**
 * Asks once whether a server's certificate is the right one; the answer is No unless somebody says
 * yes.
 */
final class TrustQuestion {
  private final Wiring wiring;
  private final Terminal terminal;
  private final Text text;
  private final boolean mayAsk;

  TrustQuestion(Wiring wiring, Terminal terminal, Text text, boolean mayAsk) {
    this.wiring = wiring;
    this.terminal = terminal;
    this.text = text;
    this.mayAsk = mayAsk;
  }

  /**
   * What a server may show: exactly the fingerprint given; or, without one, what is remembered or
   * what a person now confirms.
   */
  Pins pins(URI url, Optional<Fingerprint> given) {
    if (given.isPresent()) {
      return Pins.expecting(given.get());
    }
    if (mayAsk) {
      ask(url);
    }
    return wiring.pins();
  }

  private void ask(URI url) {
    try {
      ServerGate gate = new ServerGate(wiring.server().probe(), wiring.pins());
      if (gate.look(url, () -> false).decision() instanceof TrustDecision.AskFirst ask) {
        Fingerprint now = ask.fingerprint();
        Text.ProblemText words =
            text.problem(
                Problem.of(
                    "", "run.trust.ask", ServerGate.shown(url), url.getPort(), now.withColons()));
        terminal.err().println(words.what());
        terminal.err().println(words.why());
        if (terminal.confirm(text.of("cli.trust.question"), text.of("cli.answer.yes"))) {
          wiring.pins().remember(ServerGate.host(url), url.getPort(), now);
        }
      }
    } catch (ProblemException _) {
      // The job looks again and reports it in its own words.
      return;
    }
  }
}
