package io.github.certwright.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientKitTest {
  private static final Text TEXT = new Text(Locale.UK, ZoneOffset.UTC);
  private static SampleKit sample;
  private static SamplePair pair;
  private static SamplePair other;
  private static byte[] kit;

  @TempDir private Path temp;

  @BeforeAll
  static void make() {
    sample = SampleKit.make();
    pair = sample.pair();
    other = SamplePair.make("other.example.com", "Other-horse 9");
    kit = sample.bytes();
  }

  @Test
  void aKitIsReadBackAsItWasMadeAndMadeTwiceTheSame() throws Exception {
    assertThat(ClientKit.read(SampleKit.zip(sample.good())).manifest())
        .isEqualTo(SampleKit.manifest(pair));
    try (Kit read = ClientKit.read(Files.write(temp.resolve("client-kit.zip"), kit))) {
      assertThat(read.manifest()).isEqualTo(SampleKit.manifest(pair));
      assertThat(read.certificate()).isEqualTo(pair.issued().certificate());
      assertThat(read.password()).isEqualTo(pair.password());
    }
    byte[] store = pair.store();
    byte[] once =
        ClientKit.write(
            SampleKit.manifest(pair), pair.issued().certificate(), store, pair.password(), TEXT);
    byte[] twice =
        ClientKit.write(
            SampleKit.manifest(pair), pair.issued().certificate(), store, pair.password(), TEXT);
    assertThat(once).isEqualTo(twice);
  }

  @Test
  void otherProgramsUnpackItAndKeytoolReadsItsStore() throws Exception {
    Path file = Files.write(temp.resolve("client-kit.zip"), kit);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly(
              "READ-ME.html", "certificate.cer", "cert.jks", "cert.pass", "manifest.json");
      Path store = temp.resolve("cert.jks");
      Files.copy(zip.getInputStream(zip.getEntry("cert.jks")), store);
      Path pass = temp.resolve("cert.pass");
      Files.copy(zip.getInputStream(zip.getEntry("cert.pass")), pass);
      Programs.Ran ran =
          Programs.run(
              List.of(
                  Programs.keytools().getFirst(),
                  "-list",
                  "-keystore",
                  store.toString(),
                  "-storepass:file",
                  pass.toString()));
      assertThat(ran.output()).contains("trustedCertEntry").doesNotContain("PrivateKeyEntry");
    }
  }

  @Test
  void somethingElseIsNotAKit() throws Exception {
    SampleKit.assertRefused(new byte[0], "kit.problem.not-a-kit");
    SampleKit.assertRefused("hello".getBytes(UTF_8), "kit.problem.not-a-kit");
    SampleKit.assertRefused(pair.store(), "kit.problem.not-a-kit");
    SampleKit.assertRefused(
        SampleKit.zip(Map.of("word/document.xml", new byte[9])), "kit.problem.not-a-kit");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ClientKit.read(temp.resolve("gone.zip")))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo("kit.problem.missing"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ClientKit.read(temp))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo("kit.problem.not-a-file"));
  }

  @Test
  void aDamagedKitIsCalledDamaged() throws Exception {
    SampleKit.assertRefused(Arrays.copyOf(kit, kit.length - 40), "kit.problem.damaged");
    SampleKit.assertRefused(
        sample.goodWith("manifest.json", "{".getBytes(UTF_8)), "kit.problem.damaged");
    SampleKit.assertRefused(
        sample.goodWith("manifest.json", "[]".getBytes(UTF_8)), "kit.problem.damaged");
    SampleKit.assertRefused(
        sample.goodWith("manifest.json", "{\"format\":1}".getBytes(UTF_8)), "kit.problem.damaged");
    SampleKit.assertRefused(sample.goodWith("cert.jks", new byte[30]), "kit.problem.damaged");
    SampleKit.assertRefused(
        sample.goodWith("certificate.cer", new byte[30]), "kit.problem.damaged");
  }

  @Test
  void aNewerKitIsRefusedWithThatReasonWhateverElseItHolds() throws Exception {
    Map<String, byte[]> files = sample.good();
    files.put("manifest.json", "{\"later\":[{}],\"format\":2}".getBytes(UTF_8));
    files.put("something-new.bin", new byte[5]);
    SampleKit.assertRefused(SampleKit.zip(files), "kit.problem.newer");
  }

  @Test
  void filesThatDoNotBelongTogetherAreRefused() throws Exception {
    SampleKit.assertRefused(
        sample.goodWith("certificate.cer", other.issued().certificate().getEncoded()),
        "kit.problem.disagree");
    SampleKit.assertRefused(
        sample.goodWith("manifest.json", SampleKit.manifest(other).toJson()),
        "kit.problem.disagree");
    Map<String, byte[]> files = sample.good();
    files.put("cert.jks", other.store());
    SampleKit.assertRefused(SampleKit.zip(files), "kit.problem.password");
    files.put("cert.pass", other.password());
    SampleKit.assertRefused(SampleKit.zip(files), "kit.problem.disagree");
    SampleKit.assertRefused(sample.goodWith("cert.pass", new byte[0]), "kit.problem.password");
  }
}
