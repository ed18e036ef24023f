package io.github.certwright.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.testing.SamplePair;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kits that somebody made to do harm, or that were spoilt on their way. */
class HostileKitTest {
  private static final int CENTRAL = 0x02014b50;
  private static SampleKit sample;
  private static SamplePair pair;

  @BeforeAll
  static void make() {
    sample = SampleKit.make();
    pair = sample.pair();
  }

  @Test
  void aKitWithAPrivateKeyIsRefused() throws Exception {
    SampleKit.assertRefused(sample.goodWith("cert.jks", pair.serverStore()), "kit.problem.key");
  }

  @Test
  void missingAndUnexpectedFilesAreNamed() throws Exception {
    for (String name : List.of("certificate.cer", "cert.jks", "cert.pass")) {
      Map<String, byte[]> files = sample.good();
      files.remove(name);
      SampleKit.assertRefused(SampleKit.zip(files), "kit.problem.incomplete");
    }
    SampleKit.assertRefused(sample.goodWith("KeyStore.jks", new byte[4]), "kit.problem.unexpected");
    SampleKit.assertRefused(sample.goodWith("sub/cert.jks", new byte[4]), "kit.problem.unexpected");
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
    SampleKit.assertRefused(sample.goodWith(name, new byte[4]), "kit.problem.unsafe-name");
  }

  @Test
  void namesThatDifferOnlyInLetterCaseAreRefused() throws Exception {
    SampleKit.assertRefused(sample.goodWith("CERT.jks", pair.store()), "kit.problem.duplicate");
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws Exception {
    byte[] bytes = sample.goodWith("cert.jkz", pair.store());
    SampleKit.assertRefused(replace(bytes, "cert.jkz", "cert.jks"), "kit.problem.duplicate");
  }

  @Test
  void aLinkIsRefused() throws Exception {
    ByteBuffer zip = buffer(SampleKit.zip(sample.good()));
    zip.putInt(centralAt(zip) + 38, 0120777 << 16);
    SampleKit.assertRefused(bytes(zip), "kit.problem.link");
  }

  @Test
  void twoTablesOfContentsThatDifferAreRefused() throws Exception {
    ByteBuffer name = buffer(SampleKit.zip(sample.good()));
    name.put(centralAt(name) + 46, (byte) 'd');
    SampleKit.assertRefused(bytes(name), "kit.problem.header-mismatch");
    ByteBuffer method = buffer(SampleKit.zip(sample.good()));
    method.putShort(8, (short) 0);
    SampleKit.assertRefused(bytes(method), "kit.problem.header-mismatch");
    ByteBuffer offset = buffer(SampleKit.zip(sample.good()));
    offset.putInt(centralAt(offset) + 42, 4);
    SampleKit.assertRefused(bytes(offset), "kit.problem.header-mismatch");
    ByteBuffer overlap = buffer(SampleKit.zip(sample.good()));
    int second = centralAt(overlap) + 46 + "certificate.cer".length();
    assertThat(overlap.getInt(second)).isEqualTo(CENTRAL);
    overlap.putInt(second + 42, 0);
    SampleKit.assertRefused(bytes(overlap), "kit.problem.header-mismatch");
  }

  @Test
  void bombsAreRefusedBeforeTheyAreUnpacked() throws Exception {
    SampleKit.assertRefused(
        sample.goodWith("READ-ME.html", new byte[9 * 1024 * 1024]), "kit.problem.bomb");
    byte[] noise = new byte[6 * 1024 * 1024];
    new Random(1).nextBytes(noise);
    SampleKit.assertRefused(twice(noise), "kit.problem.bomb");
    Map<String, byte[]> many = sample.good();
    for (int i = 0; i < 20; i++) {
      many.put("f" + i, new byte[1]);
    }
    SampleKit.assertRefused(SampleKit.zip(many), "kit.problem.bomb");
    ByteBuffer liar = buffer(SampleKit.zip(sample.good()));
    liar.putInt(centralAt(liar) + 24, Integer.MAX_VALUE);
    liar.putInt(22, 0);
    SampleKit.assertRefused(bytes(liar), "kit.problem.bomb");
  }

  private static byte[] twice(byte[] noise) throws Exception {
    Map<String, byte[]> files = sample.good();
    files.put("a", noise);
    files.put("b", noise);
    return SampleKit.zip(files);
  }

  @Test
  void noChangedByteMakesItFailInAnotherWayThanWithAProblem() throws Exception {
    byte[] small = SampleKit.zip(sample.good());
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
