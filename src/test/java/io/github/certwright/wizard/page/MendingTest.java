package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.FileCheck;
import io.github.certwright.check.SampleReports;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.settings.PastJob;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a certificate that has to be replaced leads to: its renewal, or a new one. */
final class MendingTest {
  private static final SamplePair PAIR = SamplePair.make("tw.example.com", "Client-horse9");

  @TempDir private Path folder;
  private final Desk desk = Desks.at(new FakeServices());
  private final Mending mending = new Mending(desk, null, null, job -> {});

  @Test
  void aCertificateThatWeMadeIsRenewedAndAnotherIsMadeAnew() throws Exception {
    CheckReport ours = new SampleReports(folder).changed();
    assertThat(mending.renews(ours)).isFalse();
    remember(PastJob.INSTALL, ours.fingerprint().orElseThrow().hex(), Optional.empty());
    assertThat(mending.renews(ours)).as("installed here, made elsewhere").isFalse();
    remember(PastJob.CREATE, ours.fingerprint().orElseThrow().hex(), Optional.of(FakeServices.NOW));
    assertThat(mending.renews(ours)).as("made and undone").isFalse();
    remember(PastJob.CREATE, "ab".repeat(32), Optional.empty());
    assertThat(mending.renews(ours)).as("another pair").isFalse();
    remember(PastJob.CREATE, ours.fingerprint().orElseThrow().hex(), Optional.empty());
    assertThat(mending.renews(ours)).isTrue();
  }

  @Test
  void aServersKeystoreIsRenewedFromItselfAndAFileForClientsIsNot() throws Exception {
    try (Secret word = Secret.ofText("Server-horse9")) {
      byte[] keystore =
          KeystoreWriter.server(
              StoreFormat.JKS,
              "twc",
              PAIR.issued().privateKey(),
              PAIR.issued().certificate(),
              word);
      assertThat(mending.renews(check("KeyStore.jks", keystore, word))).isTrue();
    }
    assertThat(mending.renews(check("one.cer", PAIR.issued().certificate().getEncoded(), null)))
        .isFalse();
  }

  private CheckReport check(String name, byte[] content, Secret password) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    return new FileCheck(Clock.system(ZoneOffset.UTC)).check(file, Optional.ofNullable(password));
  }

  private void remember(String kind, String print, Optional<Instant> undone)
      throws ProblemException {
    PastJob job =
        new PastJob(
            kind,
            "tw.example.com",
            FakeServices.NOW,
            FakeServices.NOW,
            folder.toString(),
            print,
            "",
            undone);
    desk.settings().update(data -> data.withJob(job));
  }
}
