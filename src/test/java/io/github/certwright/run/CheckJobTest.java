package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckTarget;
import io.github.certwright.check.HostPort;
import io.github.certwright.check.Level;
import io.github.certwright.files.Snapshot;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.tls.Pins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckJobTest {
  @TempDir private Path root;

  @Test
  void eachThingLookedAtHasAVerdictAndNothingIsChanged() throws IOException {
    try (Scene scene = new Scene(root)) {
      Path certificate = scene.everything.resolve("certificate.cer");
      SamplePair pair = SamplePair.make("tw.example.com", "Client-horse9");
      Files.write(certificate, encoded(pair));
      Map<String, String> before = Snapshot.of(root);

      List<CheckReport> reports =
          new CheckJob(scene.bench(), Pins.inMemory())
              .run(
                  List.of(
                      new CheckTarget.OfFile(certificate),
                      new CheckTarget.Server(new HostPort("127.0.0.1", scene.server.port()))),
                  Optional.empty(),
                  Optional.empty(),
                  _ -> {},
                  scene.cancellation);

      assertThat(reports).hasSize(2);
      assertThat(reports.getFirst().level()).isEqualTo(Level.GREEN);
      assertThat(reports.getLast().level()).isNotEqualTo(Level.GREEN);
      assertThat(Snapshot.of(root)).isEqualTo(before);
      assertThat(scene.server.requests()).isEmpty();
    }
  }

  private static byte[] encoded(SamplePair pair) {
    try {
      return pair.issued().certificate().getEncoded();
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
