package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.HostPort;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The jobs that mend what a check found.
 *
 * @param open goes over to another job
 */
record Mending(Desk desk, Dialogs dialogs, Picker picker, Consumer<Job> open)
    implements CheckSomething.Remedies {

  @Override
  public void setUp(Optional<HostPort> server) {
    open.accept(
        server
            .map(where -> SetUpComputer.asking(desk, dialogs, picker, where))
            .orElseGet(() -> SetUpComputer.job(desk, dialogs, picker, Optional.empty())));
  }

  @Override
  public boolean renews(CheckReport report) {
    return keystores(report).findAny().isPresent();
  }

  @Override
  public void anew(CheckReport report, List<String> names) {
    List<Path> known = keystores(report).toList();
    desk.background()
        .run(cancellation -> known.stream().filter(Files::isRegularFile).findFirst())
        .onSuccess(
            keystore ->
                open.accept(
                    keystore.isPresent()
                        ? RenewCertificate.job(desk, dialogs, picker, open, keystore)
                        : CreateConnection.job(desk, dialogs, picker, names, open)));
  }

  /** The server's keystores that the report is about, as far as they are known. */
  private Stream<Path> keystores(CheckReport report) {
    return Stream.concat(
        report.contents().flatMap(KeystoreContents::key).stream()
            .flatMap(key -> LookingModel.path(report.asked()).stream()),
        report.fingerprint().stream()
            .flatMap(
                print ->
                    RenewCertificate.keystores(
                        desk.settings().current().history().stream()
                            .filter(job -> job.fingerprint().equals(print.hex())))));
  }
}
