package io.github.certwright.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.text.Text;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A good kit, whole and in pieces that can be spoilt. */
record SampleKit(SamplePair pair) {
  private static final Text TEXT = new Text(Locale.UK, ZoneOffset.UTC);

  static SampleKit make() {
    return new SampleKit(SamplePair.make("twcloud.example.com", "Correct-horse 9"));
  }

  static KitManifest manifest(SamplePair of) {
    return new KitManifest(
        List.of("twcloud.example.com", "twcloud"),
        10_002,
        of.fingerprint(),
        of.notAfter(),
        Instant.parse("2026-11-21T20:14:55Z"));
  }

  /** The kit as Certwright makes it. */
  byte[] bytes() {
    return write(manifest(pair));
  }

  byte[] write(KitManifest manifest) {
    return ClientKit.write(
        manifest, pair.issued().certificate(), pair.store(), pair.password(), TEXT);
  }

  /** The entries of a good kit, to be spoilt. */
  Map<String, byte[]> good() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("certificate.cer", pair.issued().certificate().getEncoded());
    files.put("cert.jks", pair.store());
    files.put("cert.pass", pair.password());
    files.put("manifest.json", manifest(pair).toJson());
    return files;
  }

  static byte[] zip(Map<String, byte[]> files) throws Exception {
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

  byte[] goodWith(String name, byte[] content) throws Exception {
    Map<String, byte[]> files = good();
    files.put(name, content);
    return zip(files);
  }

  static void assertRefused(byte[] bytes, String key) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ClientKit.read(bytes))
        .satisfies(
            e -> {
              assertThat(e.problem().key()).isEqualTo(key);
              assertThat(TEXT.problem(e.problem()).hints()).hasSize(2);
            });
  }
}
