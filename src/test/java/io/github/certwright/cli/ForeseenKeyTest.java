package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.KeyChoice;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key a command is going to want. */
class ForeseenKeyTest {
  @Test
  void createWantsTheUsualKeyUnlessItSaysOtherwise() {
    assertThat(foreseen("create --server a.example")).hasValue(CertificateAnswer.defaults().key());
    assertThat(foreseen("create --key ec256 --server a.example")).hasValue(KeyChoice.EC256);
    assertThat(foreseen("create --server a.example --key=RSA4096")).hasValue(KeyChoice.RSA4096);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create --dry-run",
        "create --help",
        "create -h",
        "create --key",
        "create --key=rsa1024",
        "renew --key ec256",
        "tools",
        "--help"
      })
  void whereNoKeyWillBeMadeNoneIsBegun(String line) {
    assertThat(foreseen(line)).isEmpty();
  }

  @Test
  void nothingAtAllWantsNoKey() {
    assertThat(ForeseenKey.of()).isEmpty();
  }

  private static Optional<KeyChoice> foreseen(String line) {
    return ForeseenKey.of(line.split(" ", -1));
  }
}
