package io.github.certwright.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.testing.RawServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final LocalNames names =
      new LocalNames("twcloud", "twcloud.example.com", List.of("192.0.2.7", "2001:db8::7"));

  @Test
  void portsThatAnswerAndPortsThatDoNotAreToldApartWithoutSendingAByte() throws Exception {
    try (RawServer open = RawServer.silent()) {
      int closed = PracticeServer.freePort();

      assertThat(Reachability.of("localhost", open.port(), closed, LONG, () -> false))
          .isEqualTo(new Reachability(true, true, false));
      assertThat(Reachability.of("127.0.0.1", closed, open.port(), LONG, () -> false))
          .isEqualTo(new Reachability(true, false, true));
      assertThat(open.received()).isEmpty();
    }
  }

  @Test
  void unknownNameDoesNotResolve() {
    assertThat(Reachability.of("no-such-computer.invalid", () -> false))
        .isEqualTo(new Reachability(false, false, false));
  }

  @Test
  void namesAndAddressesOfThisComputerAreRecognisedHoweverTyped() {
    assertThat(
            List.of(
                "TWCloud",
                " twcloud.example.com. ",
                "192.0.2.7",
                "2001:db8::7",
                "localhost",
                "127.0.0.1",
                "127.1.2.3",
                "::1"))
        .allMatch(names::isThisComputer);
    assertThat(List.of("", "twcloud2", "example.com", "192.0.2.8", "127.0.0.1.example.com"))
        .noneMatch(names::isThisComputer);
  }

  @Test
  void unknownOwnNameIsNotTakenForAnEmptyAnswer() {
    assertThat(new LocalNames("", "", List.of()).isThisComputer("  ")).isFalse();
  }

  @Test
  void ownAddressesAreNeitherLoopbackNorLinkLocal() {
    LocalNames here = LocalNames.read();

    assertThat(here.addresses())
        .noneMatch(address -> address.startsWith("127.") || address.startsWith("fe80"))
        .noneMatch(address -> address.contains("%"));
    assertThat(here.hostName()).doesNotContain(".");
  }
}
