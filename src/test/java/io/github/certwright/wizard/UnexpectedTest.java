package io.github.certwright.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnexpectedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.IOException: password=HUSH",
        "Authorization: Basic HUSH",
        "Authorization: Token HUSH",
        "{\"serverPass\":\"HUSH\",\"port\":1}",
        "token = HUSH at line 3",
        "clientPassword: HUSH",
        "Cookie: HUSH",
      })
  void nothingThatIsCalledASecretIsShown(String details) {
    assertThat(Unexpected.scrubbed(details)).contains("•••").doesNotContain("HUSH");
  }

  @Test
  void theRestIsKeptBecauseSomebodyMustFindTheFault() {
    String details = Unexpected.details(new IllegalStateException("port 8111 is odd"));
    assertThat(Unexpected.scrubbed(details))
        .contains("port 8111 is odd")
        .contains("UnexpectedTest");
  }
}
