package io.github.certwright;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Checked;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.TrustExport;
import io.github.certwright.run.TrustJob;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.StoreLook;
import io.github.certwright.trust.TrustState;
import io.github.certwright.trust.TrustStore;
import io.github.certwright.trust.TrustStores;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.Trusting;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The trust stores of a computer, as the wizard asks for them. */
final class TrustDoor implements Trusting {
  private final TrustJob job;
  private final TrustExport export;

  /**
   * @param job with the stores of this computer, or of one that was prepared
   */
  TrustDoor(Workbench bench, TrustJob job) {
    this.job = job;
    export = new TrustExport(bench);
  }

  @Override
  public Checked<Anchor> read(Path file) {
    return job.read(file);
  }

  @Override
  public List<Anchor> known() {
    return job.stores(List.of(), Secret.empty()).all().stream()
        .flatMap(store -> store.added().stream())
        .distinct()
        .map(Anchor::new)
        .sorted(Comparator.comparing(TrustJob::title))
        .toList();
  }

  @Override
  public Seen look(Anchor anchor, Secret javaPassword) {
    TrustStores stores = job.stores(List.of(), javaPassword);
    return new Seen(stores, stores.all().stream().map(store -> sight(store, anchor)).toList());
  }

  @Override
  public List<Plan.Step> exporting(Anchor anchor, Path folder) {
    return export.steps(anchor, folder);
  }

  @Override
  public Ended install(
      Anchor anchor, TrustStores stores, Progress progress, Cancellation cancellation) {
    return new FinishedRun(job.install(anchor, stores, progress, cancellation));
  }

  @Override
  public Ended remove(
      Anchor anchor, TrustStores stores, Progress progress, Cancellation cancellation) {
    return new FinishedRun(job.remove(anchor.fingerprint(), stores, progress, cancellation));
  }

  @Override
  public Ended export(Anchor anchor, Path folder, Progress progress) {
    return new FinishedRun(export.run(anchor, folder, true, progress));
  }

  private static Sight sight(TrustStore store, Anchor anchor) {
    return switch (store.look()) {
      case StoreLook.NotHere(var why) ->
          new Sight(store.name(), Has.UNKNOWN, false, Optional.of(why));
      case StoreLook.Unusable(var why) ->
          new Sight(store.name(), Has.UNKNOWN, false, Optional.of(why));
      case StoreLook.Here(boolean needsRights) -> {
        TrustState state = store.state(anchor.fingerprint());
        yield new Sight(store.name(), has(state), needsRights, state.trouble());
      }
    };
  }

  private static Has has(TrustState state) {
    return switch (state) {
      case TrustState.Trusted _ -> Has.TRUST;
      case TrustState.WithoutTrust _ -> Has.NO_TRUST_IN_IT;
      case TrustState.NotTrusted _ -> Has.NOTHING;
      case TrustState.CannotTell _ -> Has.UNKNOWN;
    };
  }
}
