package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordSourcesTest extends CreateScene {
  @ParameterizedTest
  @CsvSource({
    "'', keystore.pass.problem.empty",
    "'\n', keystore.pass.problem.empty",
    "'two\nlines-long', cli.password.problem.control",
    "'nul\u0000inside', cli.password.problem.control",
    "'Grüße-an-alle', passwords.one.problem.letters"
  })
  void aPasswordFileThatHoldsNoFitPasswordHasItsOwnProblem(String content, String key) {
    String[] given = passwords();
    given[1] = bench.file("other", content);

    assertThat(create(Stream.concat(Stream.of("--json"), Stream.of(given)).toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly(key);
  }

  @Test
  void aFileFarTooLargeIsNoPassword() {
    String[] given = passwords();
    given[1] = bench.file("other", "x".repeat(100_000));
    assertThat(create(Stream.concat(Stream.of("--json"), Stream.of(given)).toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("keystore.pass.problem.tooLarge");
  }

  @Test
  void aByteOrderMarkIsNotPartOfThePassword() {
    String[] given = passwords();
    given[1] = bench.file("marked", "\ufeff" + SERVER_WORD + "\r\n");

    assertThat(create(given)).isZero();
    assertThat(list(Programs.keytools().getFirst(), "KeyStore.jks", SERVER_WORD))
        .contains("PrivateKeyEntry");
  }

  @Test
  void passwordsComeFromStandardInputOneALine() {
    bench.terminal.input =
        (SERVER_WORD + "\n" + CLIENT_WORD + "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(create("--server-password-file=-", "--client-password-file", "-")).isZero();
    assertThat(list(Programs.keytools().getFirst(), "cert.jks", CLIENT_WORD))
        .contains("trustedCertEntry");
  }

  @Test
  void passwordsComeFromTheEnvironment() {
    bench.terminal.environment.put("CERTWRIGHT_SERVER_PASSWORD", SERVER_WORD);
    bench.terminal.environment.put("CERTWRIGHT_CLIENT_PASSWORD", CLIENT_WORD);

    assertThat(create()).isZero();
    assertThat(list(Programs.keytools().getFirst(), "KeyStore.jks", SERVER_WORD))
        .contains("PrivateKeyEntry");
  }
}
