package io.github.certwright.check;

import static io.github.certwright.check.ConnectionCheckTest.check;
import static io.github.certwright.check.ConnectionCheckTest.verdict;
import static io.github.certwright.check.TestCertificate.good;
import static io.github.certwright.check.TestCertificate.now;
import static io.github.certwright.check.TestCertificate.pair;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.check.TestCertificate.Made;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of a server, compared with what it shows now. */
class RememberedServersTest {
  private static final HostPort WHERE = new HostPort("twcloud.example.com", 10002);
  private static final Fingerprint OTHER = new Fingerprint("ab".repeat(32));

  @TempDir Path folder;

  private static CheckReport look(Made made, Pins pins, List<ClientStore> clients)
      throws IOException {
    try (PreparedProber server = new PreparedProber(PreparedServer.tls(made))) {
      return check(server, WHERE, clients, pins);
    }
  }

  private static List<String> keys(CheckReport report) {
    return report.findings().stream().map(Finding::key).toList();
  }

  @Test
  void theSameCertificateTwiceIsNoChange() throws IOException {
    Pins pins = Pins.inMemory();
    Made made = good().make();
    verdict(look(made, pins, List.of()), Level.GREEN, "check.verdict.noTool");
    verdict(look(made, pins, List.of()), Level.GREEN, "check.verdict.noTool");
    assertThat(pins.sighting(WHERE.host(), WHERE.port()))
        .contains(new Pins.Sighting(Fingerprint.of(made.certificate()), now()));
    assertThat(pins.find(WHERE.host(), WHERE.port())).as("seen is not agreed to").isEmpty();
  }

  @Test
  void aCertificateThatChangedSinceLastTimeIsSaidWithTheFingerprintToCompare() throws IOException {
    Pins pins = Pins.inMemory();
    look(good().make(), pins, List.of());
    Made second = good().key(pair("EC", 256, "second")).make();
    CheckReport report = look(second, pins, List.of());
    verdict(report, Level.AMBER, "check.changed.unknown");
    assertThat(report.findings().getFirst().remedy())
        .contains(new Remedy.Compare(Fingerprint.of(second.certificate())));
    verdict(look(second, pins, List.of()), Level.GREEN, "check.verdict.noTool");
  }

  @Test
  void aChangeThatThisComputerWasSetUpForIsNoAlarm() throws IOException {
    Pins pins = Pins.inMemory();
    pins.saw(WHERE.host(), WHERE.port(), new Pins.Sighting(OTHER, now()));
    pins.remember(WHERE.host(), WHERE.port(), OTHER);
    Made made = good().make();
    CheckReport report =
        look(made, pins, List.of(PreparedTools.in(folder, "CSM", made.certificate())));
    verdict(report, Level.GREEN, "check.verdict.trusted");
    assertThat(keys(report)).contains("check.changed.known");
  }

  @Test
  void anAgreementToAnotherCertificateIsNotForgotten() throws IOException {
    Pins pins = Pins.inMemory();
    pins.remember(WHERE.host(), WHERE.port(), OTHER);
    Made made = good().make();
    verdict(look(made, pins, List.of()), Level.AMBER, "check.changed.agreed");
    verdict(look(made, pins, List.of()), Level.AMBER, "check.changed.agreed");
    assertThat(pins.find(WHERE.host(), WHERE.port())).contains(OTHER);
  }

  @Test
  void aNewerCertificateMadeHereThatTheServerDoesNotShowYetPointsToTheConsole() throws IOException {
    Made shown = good().from(-100).make();
    CheckReport report = look(shown, history(now().minus(Duration.ofDays(1))), List.of());
    verdict(report, Level.AMBER, "check.made.waiting");
    assertThat(report.findings().getFirst().remedy()).contains(new Remedy.Console(10002));
  }

  @Test
  void anOlderCertificateMadeHereIsNobodysBusiness() throws IOException {
    Made shown = good().from(-100).make();
    verdict(
        look(shown, history(now().minus(Duration.ofDays(200))), List.of()),
        Level.GREEN,
        "check.verdict.noTool");
  }

  private static Pins history(Instant when) {
    return new Pins() {
      @Override
      public Optional<Fingerprint> find(String host, int port) {
        return Optional.empty();
      }

      @Override
      public void remember(String host, int port, Fingerprint fingerprint) {
        throw new AssertionError("A check agrees to nothing.");
      }

      @Override
      public Optional<Sighting> made(String host) {
        return host.equals(WHERE.host())
            ? Optional.of(new Sighting(OTHER, when))
            : Optional.empty();
      }
    };
  }
}
