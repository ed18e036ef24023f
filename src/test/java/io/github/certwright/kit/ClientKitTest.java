package io.github.certwright.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.text.Text;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKitTest {
  private static final Text TEXT = new Text(Locale.UK, ZoneOffset.UTC);
  private static final int CENTRAL = 0x02014b50;
  private static SamplePair pair;
  private static SamplePair other;
  private static byte[] kit;

  @TempDir private Path temp;

  @BeforeAll
  static void make() {
    pair = SamplePair.make("twcloud.example.com", "Correct-horse 9");
    other = SamplePair.make("other.example.com", "Other-horse 9");
    kit = write(manifest(pair));
  }

  private static KitManifest manifest(SamplePair of) {
    return new KitManifest(
        List.of("twcloud.example.com", "twcloud"),
        10_002,
        of.fingerprint(),
        of.notAfter(),
        Instant.parse("2026-11-21T20:14:55Z"));
  }

  private static byte[] write(KitManifest manifest) {
    return ClientKit.write(
        manifest, pair.issued().certificate(), pair.store(), pair.password(), TEXT);
  }

  /** The entries of a good kit, to be spoilt. */
  private static Map<String, byte[]> good() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("certificate.cer", pair.issued().certificate().getEncoded());
    files.put("cert.jks", pair.store());
    files.put("cert.pass", pair.password());
    files.put("manifest.json", manifest(pair).toJson());
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] goodWith(String name, byte[] content) throws Exception {
    Map<String, byte[]> files = good();
    files.put(name, content);
    return zip(files);
  }

  private static void assertRefused(byte[] bytes, String key) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ClientKit.read(bytes))
        .satisfies(
            e -> {
              assertThat(e.problem().key()).isEqualTo(key);
              assertThat(TEXT.problem(e.problem()).hints()).hasSize(2);
            });
  }

  @Test
  void aKitIsReadBackAsItWasMadeAndMadeTwiceTheSame() throws Exception {
    assertThat(ClientKit.read(zip(good())).manifest()).isEqualTo(manifest(pair));
    try (Kit read = ClientKit.read(Files.write(temp.resolve("client-kit.zip"), kit))) {
      assertThat(read.manifest()).isEqualTo(manifest(pair));
      assertThat(read.certificate()).isEqualTo(pair.issued().certificate());
      assertThat(read.password()).isEqualTo(pair.password());
    }
    byte[] store = pair.store();
    byte[] once =
        ClientKit.write(manifest(pair), pair.issued().certificate(), store, pair.password(), TEXT);
    byte[] twice =
        ClientKit.write(manifest(pair), pair.issued().certificate(), store, pair.password(), TEXT);
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
    assertRefused(new byte[0], "kit.problem.not-a-kit");
    assertRefused("hello".getBytes(UTF_8), "kit.problem.not-a-kit");
    assertRefused(pair.store(), "kit.problem.not-a-kit");
    assertRefused(zip(Map.of("word/document.xml", new byte[9])), "kit.problem.not-a-kit");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ClientKit.read(temp.resolve("gone.zip")))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo("kit.problem.missing"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ClientKit.read(temp))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo("kit.problem.unreadable"));
  }

  @Test
  void aDamagedKitIsCalledDamaged() throws Exception {
    assertRefused(Arrays.copyOf(kit, kit.length - 40), "kit.problem.damaged");
    assertRefused(goodWith("manifest.json", "{".getBytes(UTF_8)), "kit.problem.damaged");
    assertRefused(goodWith("manifest.json", "[]".getBytes(UTF_8)), "kit.problem.damaged");
    assertRefused(
        goodWith("manifest.json", "{\"format\":1}".getBytes(UTF_8)), "kit.problem.damaged");
    assertRefused(goodWith("cert.jks", new byte[30]), "kit.problem.damaged");
    assertRefused(goodWith("certificate.cer", new byte[30]), "kit.problem.damaged");
  }

  @Test
  void aNewerKitIsRefusedWithThatReasonWhateverElseItHolds() throws Exception {
    Map<String, byte[]> files = good();
    files.put("manifest.json", "{\"later\":[{}],\"format\":2}".getBytes(UTF_8));
    files.put("something-new.bin", new byte[5]);
    assertRefused(zip(files), "kit.problem.newer");
  }

  @Test
  void filesThatDoNotBelongTogetherAreRefused() throws Exception {
    assertRefused(
        goodWith("certificate.cer", other.issued().certificate().getEncoded()),
        "kit.problem.disagree");
    assertRefused(goodWith("manifest.json", manifest(other).toJson()), "kit.problem.disagree");
    Map<String, byte[]> files = good();
    files.put("cert.jks", other.store());
    assertRefused(zip(files), "kit.problem.password");
    files.put("cert.pass", other.password());
    assertRefused(zip(files), "kit.problem.disagree");
    assertRefused(goodWith("cert.pass", new byte[0]), "kit.problem.password");
  }

  @Test
  void aKitWithAPrivateKeyIsRefused() throws Exception {
    assertRefused(goodWith("cert.jks", pair.serverStore()), "kit.problem.key");
  }

  @Test
  void missingAndUnexpectedFilesAreNamed() throws Exception {
    for (String name : List.of("certificate.cer", "cert.jks", "cert.pass")) {
      Map<String, byte[]> files = good();
      files.remove(name);
      assertRefused(zip(files), "kit.problem.incomplete");
    }
    assertRefused(goodWith("KeyStore.jks", new byte[4]), "kit.problem.unexpected");
    assertRefused(goodWith("sub/cert.jks", new byte[4]), "kit.problem.unexpected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../cert.jks",
        "a/../../cert.jks",
        "/etc/passwd",
        "..\\cert.jks",
        "a\\b",
        "C:cert.jks",
        "C:/cert.jks",
        "a/./b",
        "cert.jks\u0000.txt",
        ".."
      })
  void namesThatLeadOutOfTheKitAreRefused(String name) throws Exception {
    assertRefused(goodWith(name, new byte[4]), "kit.problem.unsafe-name");
  }

  @Test
  void namesThatDifferOnlyInLetterCaseAreRefused() throws Exception {
    assertRefused(goodWith("CERT.jks", pair.store()), "kit.problem.duplicate");
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws Exception {
    byte[] bytes = goodWith("cert.jkz", pair.store());
    assertRefused(replace(bytes, "cert.jkz", "cert.jks"), "kit.problem.duplicate");
  }

  @Test
  void aLinkIsRefused() throws Exception {
    ByteBuffer zip = buffer(zip(good()));
    zip.putInt(centralAt(zip) + 38, 0120777 << 16);
    assertRefused(bytes(zip), "kit.problem.link");
  }

  @Test
  void twoTablesOfContentsThatDifferAreRefused() throws Exception {
    ByteBuffer name = buffer(zip(good()));
    name.put(centralAt(name) + 46, (byte) 'd');
    assertRefused(bytes(name), "kit.problem.header-mismatch");
    ByteBuffer method = buffer(zip(good()));
    method.putShort(8, (short) 0);
    assertRefused(bytes(method), "kit.problem.header-mismatch");
    ByteBuffer offset = buffer(zip(good()));
    offset.putInt(centralAt(offset) + 42, 4);
    assertRefused(bytes(offset), "kit.problem.header-mismatch");
    ByteBuffer overlap = buffer(zip(good()));
    int second = centralAt(overlap) + 46 + "certificate.cer".length();
    assertThat(overlap.getInt(second)).isEqualTo(CENTRAL);
    overlap.putInt(second + 42, 0);
    assertRefused(bytes(overlap), "kit.problem.header-mismatch");
  }

  @Test
  void bombsAreRefusedBeforeTheyAreUnpacked() throws Exception {
    assertRefused(goodWith("READ-ME.html", new byte[9 * 1024 * 1024]), "kit.problem.bomb");
    byte[] noise = new byte[6 * 1024 * 1024];
    new Random(1).nextBytes(noise);
    assertRefused(twice(noise), "kit.problem.bomb");
    Map<String, byte[]> many = good();
    for (int i = 0; i < 20; i++) {
      many.put("f" + i, new byte[1]);
    }
    assertRefused(zip(many), "kit.problem.bomb");
    ByteBuffer liar = buffer(zip(good()));
    liar.putInt(centralAt(liar) + 24, Integer.MAX_VALUE);
    liar.putInt(22, 0);
    assertRefused(bytes(liar), "kit.problem.bomb");
  }

  private static byte[] twice(byte[] noise) throws Exception {
    Map<String, byte[]> files = good();
    files.put("a", noise);
    files.put("b", noise);
    return zip(files);
  }

  @Test
  void noChangedByteMakesItFailInAnotherWayThanWithAProblem() throws Exception {
    byte[] small = zip(good());
    Random random = new Random(7);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      byte[] spoilt = small.clone();
      for (int j = 0; j <= i % 3; j++) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }
      try (Kit read = ClientKit.read(spoilt)) {
        assertThat(read.manifest().fingerprint()).isEqualTo(pair.fingerprint());
      } catch (ProblemException e) {
        keys.add(e.problem().key());
      }
    }
    assertThat(keys).hasSizeGreaterThan(800).allMatch(key -> key.startsWith("kit.problem."));
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(ByteBuffer zip) {
    byte[] bytes = new byte[zip.limit()];
    zip.get(0, bytes);
    return bytes;
  }

  private static int centralAt(ByteBuffer zip) {
    return zip.getInt(zip.limit() - 6);
  }

  private static byte[] replace(byte[] bytes, String from, String to) {
    String text = new String(bytes, ISO_8859_1);
    return text.replace(from, to).getBytes(ISO_8859_1);
  }
}
