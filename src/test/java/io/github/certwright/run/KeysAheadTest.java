package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.KeyChoice;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Keys that are begun before anybody asks for them. */
class KeysAheadTest {
  private final CountDownLatch asked = new CountDownLatch(1);

  /** Tells when somebody makes a key with it. */
  private final SecureRandom random =
      new SecureRandom() {
        @Override
        public void nextBytes(byte[] bytes) {
          asked.countDown();
          super.nextBytes(bytes);
        }
      };

  private final KeysAhead keys = new KeysAhead(random);

  @Test
  void aKeyIsMadeBeforeSomebodyWantsIt() throws InterruptedException {
    keys.begin(KeyChoice.EC256);
    asked.await();

    assertThat(keys.pair(KeyChoice.EC256).getPublic()).isInstanceOf(ECPublicKey.class);
  }

  @Test
  void noTwoJobsGetTheSameKey() {
    keys.begin(KeyChoice.EC256);
    keys.begin(KeyChoice.EC256);

    KeyPair first = keys.pair(KeyChoice.EC256);
    KeyPair second = keys.pair(KeyChoice.EC256);
    assertThat(first.getPublic()).isNotEqualTo(second.getPublic());
  }

  @Test
  void whoWantsAnotherKindGetsThatKind() {
    keys.begin(KeyChoice.EC256);

    ECPublicKey large = (ECPublicKey) keys.pair(KeyChoice.EC384).getPublic();
    assertThat(large.getParams().getOrder().bitLength()).isEqualTo(384);
  }
}
