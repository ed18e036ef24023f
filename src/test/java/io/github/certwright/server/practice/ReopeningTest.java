package io.github.certwright.server.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReopeningTest {
  private static ServerSocket open(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void aPortThatIsHeldForAMomentIsOpenedOnceItIsFree() throws IOException {
    AtomicInteger tries = new AtomicInteger();
    ServerSocket held = open(0);
    try (ServerSocket again =
        Reopening.patiently(
            new CountDownLatch(1),
            () -> {
              if (tries.incrementAndGet() == 2) {
                held.close();
              }
              return open(held.getLocalPort());
            })) {
      assertThat(again.getLocalPort()).isEqualTo(held.getLocalPort());
      assertThat(tries).hasValue(2);
    }
  }

  @Test
  void aPortOfSomebodyElseIsGivenUpWhenTheServerCloses() throws IOException {
    try (ServerSocket held = open(0)) {
      assertThatThrownBy(
              () -> Reopening.patiently(new CountDownLatch(0), () -> open(held.getLocalPort())))
          .isInstanceOf(BindException.class);
    }
  }
}
