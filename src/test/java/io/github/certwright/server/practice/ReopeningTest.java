package io.github.certwright.server.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
  void aPortOfSomebodyElseIsGivenUp() throws IOException {
    try (ServerSocket held = open(0)) {
      assertThatThrownBy(() -> Reopening.patiently(() -> open(held.getLocalPort())))
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void lookingAtAPortIsInNobodysWayAndFindsWhoListens() throws IOException {
    int port;
    try (ServerSocket held = open(0)) {
      port = held.getLocalPort();
      assertThatThrownBy(() -> Reopening.look(port)).isInstanceOf(BindException.class);
    }
    try (Socket looking = new Socket()) {
      looking.setReuseAddress(true);
      looking.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      Reopening.look(port);
      try (ServerSocket again = open(port)) {
        assertThat(again.getLocalPort()).isEqualTo(port);
      }
    }
  }
}
