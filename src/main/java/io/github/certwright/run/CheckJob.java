package io.github.certwright.run;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckTarget;
import io.github.certwright.check.ClientStore;
import io.github.certwright.check.ConnectionCheck;
import io.github.certwright.check.FileCheck;
import io.github.certwright.check.Prober;
import io.github.certwright.install.ToolFinder;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** "Check": looks at connections and files; changes nothing. */
public final class CheckJob {
  private final Workbench bench;

  public CheckJob(Workbench bench) {
    this.bench = bench;
  }

  /** A client store named by the person, asked instead of those of the tools found. */
  public record Client(Path store, Secret password) {}

  /**
   * Checks each target.
   *
   * @param password opens the files among them
   */
  public List<CheckReport> run(
      List<CheckTarget> targets,
      Optional<Secret> password,
      Optional<Client> client,
      Cancellation cancellation) {
    boolean anyServer = targets.stream().anyMatch(CheckTarget.Server.class::isInstance);
    List<ClientStore> clients = anyServer ? clients(client, cancellation) : List.of();
    return targets.stream()
        .map(
            target ->
                switch (target) {
                  case CheckTarget.Server(var where) ->
                      new ConnectionCheck(Prober.real(), bench.clock())
                          .check(where, clients, cancellation::isCancelled);
                  case CheckTarget.OfFile(Path file) ->
                      new FileCheck(bench.clock()).check(file, password);
                })
        .toList();
  }

  private List<ClientStore> clients(Optional<Client> client, Cancellation cancellation) {
    return client
        .map(given -> List.of(ClientStore.ofFile(given.store(), given.password())))
        .orElseGet(
            () ->
                ToolFinder.find(bench.machine(), cancellation::isCancelled).stream()
                    .map(ClientStore::of)
                    .toList());
  }
}
