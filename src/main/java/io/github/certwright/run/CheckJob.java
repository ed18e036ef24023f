package io.github.certwright.run;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.check.CheckTarget;
import io.github.certwright.check.ClientStore;
import io.github.certwright.check.ConnectionCheck;
import io.github.certwright.check.FileCheck;
import io.github.certwright.check.Prober;
import io.github.certwright.install.ToolFinder;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Pins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** "Check": looks at connections and files; changes nothing. */
public final class CheckJob {
  private final Workbench bench;
  private final Pins pins;

  /**
   * @param pins what is remembered of servers; hears what is seen now
   */
  public CheckJob(Workbench bench, Pins pins) {
    this.bench = bench;
    this.pins = pins;
  }

  /** A client store named by the person, asked instead of those of the tools found. */
  public record Client(Path store, Secret password) {}

  /**
   * Checks each target.
   *
   * @param password opens the files among them
   * @param heard hears what is being looked at
   */
  public List<CheckReport> run(
      List<CheckTarget> targets,
      Optional<Secret> password,
      Optional<Client> client,
      Consumer<Sentence> heard,
      Cancellation cancellation) {
    boolean anyServer = targets.stream().anyMatch(CheckTarget.Server.class::isInstance);
    List<ClientStore> clients = anyServer ? clients(client, cancellation) : List.of();
    return targets.stream()
        .map(
            target ->
                switch (target) {
                  case CheckTarget.Server(var where) ->
                      new ConnectionCheck(Prober.real(), pins, bench.clock())
                          .check(where, clients, heard, cancellation::isCancelled);
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
