package io.github.certwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class WipedBodyTest {
  private final List<String> heard = new ArrayList<>();

  private final Flow.Subscriber<ByteBuffer> wire =
      new Flow.Subscriber<>() {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
          subscription.request(1);
        }

        @Override
        public void onNext(ByteBuffer item) {
          heard.add("bytes " + item.remaining());
        }

        @Override
        public void onError(Throwable thrown) {
          heard.add("refused");
        }

        @Override
        public void onComplete() {
          heard.add("whole");
        }
      };

  @Test
  void whatWasTakenBackIsNeverSent() {
    try (WipedBody body = new WipedBody(new byte[3])) {
      assertThat(body.withdraw()).isTrue();
      body.subscribe(wire);
      assertThat(heard).containsExactly("refused");
    }
  }

  @Test
  void whatHasBegunCannotBeTakenBack() {
    try (WipedBody body = new WipedBody(new byte[3])) {
      body.subscribe(wire);
      assertThat(heard).containsExactly("bytes 3", "whole");
      assertThat(body.withdraw()).isFalse();
    }
  }
}
