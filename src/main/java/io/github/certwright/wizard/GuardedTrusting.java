package io.github.certwright.wizard;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Checked;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.secret.Secret;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.TrustStores;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;

/** Trust stores behind the guard. */
record GuardedTrusting(Trusting doors, FxGuard guard) implements Trusting {
  @Override
  public Checked<Anchor> read(Path file) {
    guard.opening("read");
    return doors.read(file);
  }

  @Override
  public List<Anchor> known() {
    guard.opening("known");
    return doors.known();
  }

  @Override
  public Seen look(Anchor anchor, Secret javaPassword) {
    guard.opening("look");
    return doors.look(anchor, javaPassword);
  }

  @Override
  public List<Plan.Step> exporting(Anchor anchor, Path folder) {
    guard.opening("exporting");
    return doors.exporting(anchor, folder);
  }

  @Override
  public Ended install(
      Anchor anchor, TrustStores stores, Progress progress, Cancellation cancellation) {
    guard.opening("install");
    return new GuardedEnded(doors.install(anchor, stores, progress, cancellation), guard);
  }

  @Override
  public Ended remove(
      Anchor anchor, TrustStores stores, Progress progress, Cancellation cancellation) {
    guard.opening("remove");
    return new GuardedEnded(doors.remove(anchor, stores, progress, cancellation), guard);
  }

  @Override
  public Ended export(Anchor anchor, Path folder, Progress progress) {
    guard.opening("export");
    return new GuardedEnded(doors.export(anchor, folder, progress), guard);
  }
}
