package io.github.certwright.wizard.page;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** How setting this computer up ended, and the way back. */
public final class InstalledModel extends EndModel {
  private final Supplier<Optional<ReadPair>> pair;

  /**
   * @param pair what was installed
   */
  public InstalledModel(Desk desk, Supplier<Optional<ReadPair>> pair) {
    super("installed.page", desk);
    this.pair = pair;
  }

  /** What to type as the server in the login dialog; empty when the source does not say. */
  public String server() {
    return pair.get().map(ReadPair::server).orElse("");
  }

  @Override
  Optional<PastJob> remembered(RunReport how, String receipt) {
    boolean changed = how.tools().stream().anyMatch(tool -> tool.state().equals(INSTALLED));
    return how.certificate()
        .filter(made -> changed)
        .map(
            made ->
                new PastJob(
                    PastJob.INSTALL,
                    FoundPanel.whose(made),
                    desk().clock().instant(),
                    made.notAfter(),
                    "",
                    made.sha256().hex(),
                    receipt,
                    Optional.empty()));
  }

  @Override
  Path forAdministrator() throws ProblemException {
    return desk().services().installs().forAdministrator(pair.get().orElseThrow());
  }
}
