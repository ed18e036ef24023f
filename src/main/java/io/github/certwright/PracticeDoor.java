package io.github.certwright;

import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.PracticeGround;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.Practice;
import java.nio.file.Path;

/** A practice ground as the wizard sees it; nobody has agreed to its server's certificate yet. */
final class PracticeDoor implements Practice {
  private final PracticeGround ground;
  private final PracticeServices services;

  private PracticeDoor(PracticeGround ground, PracticeServices services) {
    this.ground = ground;
    this.services = services;
  }

  static PracticeDoor open(Workbench bench, ServerTools server) throws ProblemException {
    PracticeGround ground = PracticeGround.open(bench);
    return new PracticeDoor(
        ground,
        new PracticeServices(
            ground.bench(bench), server, Pins.inMemory(), WaitingRequests.inMemory(), ground));
  }

  @Override
  public PracticeServices services() {
    return services;
  }

  @Override
  public Path home() {
    return services.home();
  }

  @Override
  public WhereAnswer where() {
    return ground.where();
  }

  @Override
  public void close() {
    services.close();
    ground.close();
  }
}
