package io.github.certwright.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.testing.Mutations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** Thousands of damaged answers of a server; the number in a failure is the seed that makes it. */
@Tag("thorough")
class ForeignSettingsTest {
  @Test
  void settingsThatAServerSendsAreReadOrRefusedAsNoJson() {
    Mutations mutations =
        new Mutations(
            List.of(
                "{\"enabled\":true,\"port\":10002,\"serverKeystore\":\"AAAA\",\"x\":[1,{}]}"
                    .getBytes(UTF_8),
                "{\"port\":-1e9,\"serverKeystoreName\":\"\\u00fc.jks\",\"enabled\":null}"
                    .getBytes(UTF_8)));
    List<String> wrong = new ArrayList<>();
    int read = 0;
    int refused = 0;
    for (long seed = 0; seed < 40_000; seed++) {
      byte[] bytes = mutations.of(seed);
      try {
        assertThat(TlsSettingsJson.read(bytes).port()).isBetween(0, 65_535);
        read++;
      } catch (JacksonException _) {
        refused++;
      } catch (RuntimeException | StackOverflowError e) {
        wrong.add("seed " + seed + ": " + e);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }
}
