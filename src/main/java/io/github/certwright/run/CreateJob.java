package io.github.certwright.run;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.tls.Pins;
import java.util.Optional;

/** "Create a secure connection": looks at the disk for the plan, and carries a plan out. */
public final class CreateJob {
  private final Workbench bench;
  private final ServerTools server;
  private final Optional<ElevatedInstall> rights;

  public CreateJob(Workbench bench, ServerTools server) {
    this(bench, server, Optional.empty());
  }

  private CreateJob(Workbench bench, ServerTools server, Optional<ElevatedInstall> rights) {
    this.bench = bench;
    this.server = server;
    this.rights = rights;
  }

  /**
   * The same job, which asks for an administrator's rights where a tool needs them, when all else
   * is done.
   */
  public CreateJob askingAdmin(ElevatedInstall elevated) {
    return new CreateJob(bench, server, Optional.of(elevated));
  }

  /** What stands where the answers point to; reads the disk, writes nothing. */
  public Surroundings survey(WhereAnswer where) {
    return new Survey(bench.machine(), bench.clock()).of(where);
  }

  /**
   * Carries a plan out; takes seconds to minutes. Until the keystore is sent, cancelling and
   * failing leave everything byte for byte as it was; from then on what was made is kept, because
   * the server may already work with it.
   *
   * @param answers the same that gave the plan; only their secrets are used
   * @param pins the server certificates somebody has agreed to
   */
  public Finished run(
      Plan plan, Answers answers, Pins pins, Progress progress, Cancellation cancellation) {
    return new PairRun(bench, server, rights, "create", KeySource.selfSigned(plan.certificate()))
        .run(plan, answers.passwords(), answers.where().upload(), pins, progress, cancellation);
  }
}
