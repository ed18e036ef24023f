package io.github.certwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.answers.UploadAnswer.Token;
import io.github.certwright.secret.Secret;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class SettingsTest {
  private static final byte[] STORE = {1, 2, 3};
  private static final String NAME = "Key \"Störe\" 🔑.jks";
  private static final String PASSWORD = "a\"b\\c\n\u0001ü€🔑</x>";

  private final UploadRequest asked =
      new UploadRequest(
          URI.create("https://twcloud.example.com:8111"),
          new Token(Secret.ofText("t")),
          STORE::clone,
          NAME,
          Secret.ofText(PASSWORD),
          10002);

  @BeforeEach
  void prepare() throws Exception {
    asked.prepare();
  }

  private static TlsSettings settings(boolean enabled, int port, String name, String sha256) {
    return new TlsSettings(enabled, port, name, Optional.ofNullable(sha256));
  }

  @Test
  void everyCharacterOfThePasswordReachesTheServer() {
    List<String> seen = new ArrayList<>();
    try (JsonParser in =
        new JsonFactory().createParser(ObjectReadContext.empty(), TlsSettingsJson.write(asked))) {
      in.nextToken();
      while (in.nextName() != null) {
        in.nextToken();
        seen.add(in.currentName() + "=" + in.getString());
      }
    }

    assertThat(seen)
        .containsExactly(
            "enabled=true",
            "port=10002",
            "serverKeystore=AQID",
            "serverKeystoreName=" + NAME,
            "serverPass=" + PASSWORD);
  }

  @Test
  void settingsAreReadWithOrWithoutAKeystoreAndUnknownFields() {
    assertThat(read("{\"x\":{\"enabled\":1},\"enabled\":true,\"port\":10002,\"serverPass\":null}"))
        .isEqualTo(settings(true, 10002, "", null));
    assertThat(
            read(
                "{\"enabled\":false,\"port\":1,\"serverKeystore\":\"AQID\","
                    + "\"serverKeystoreName\":\"k\"}"))
        .isEqualTo(settings(false, 1, "k", TlsSettingsJson.sha256(STORE)));
  }

  @Test
  void whatIsNoSettingsIsRefused() {
    for (String bad :
        List.of("[]", "{}", "1", "{\"enabled\":true}", "{\"enabled\":tru", "\u0000")) {
      assertThatThrownBy(() -> read(bad)).as(bad).isInstanceOf(JacksonException.class);
    }
  }

  private static TlsSettings read(String json) {
    return TlsSettingsJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readingBackSettlesWhatItCan() {
    TlsSettings off = settings(false, 10002, "", null);
    TlsSettings same = settings(true, 10002, NAME, null);
    String ours = TlsSettingsJson.sha256(STORE);
    String other = TlsSettingsJson.sha256(new byte[] {9});

    assertThat(Settlement.of(off, asked, off)).isEqualTo(Settlement.NOT_APPLIED);
    assertThat(Settlement.of(off, asked, same)).isEqualTo(Settlement.APPLIED);
    assertThat(Settlement.of(same, asked, same)).isEqualTo(Settlement.UNKNOWN);
    assertThat(Settlement.of(same, asked, settings(true, 10002, NAME, ours)))
        .isEqualTo(Settlement.APPLIED);
    assertThat(Settlement.of(same, asked, settings(true, 10002, NAME, other)))
        .isEqualTo(Settlement.NOT_APPLIED);
    assertThat(Settlement.of(off, asked, settings(true, 10003, NAME, ours)))
        .isEqualTo(Settlement.NOT_APPLIED);
  }

  @Test
  void bodyIsSentOnceAndWipedAfterwards() {
    byte[] bytes = {1, 2, 3};
    List<String> heard = new ArrayList<>();
    WipedBody body = new WipedBody(bytes);
    body.subscribe(new Listener(heard));
    body.subscribe(new Listener(heard));

    assertThat(heard).containsExactly("3 bytes", "end", "error");
    assertThat(body.withdraw()).isFalse();
    body.close();
    assertThat(bytes).containsOnly(0);
  }

  private record Listener(List<String> heard) implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(10);
    }

    @Override
    public void onNext(ByteBuffer item) {
      heard.add(item.remaining() + " bytes");
    }

    @Override
    public void onError(Throwable thrown) {
      heard.add("error");
    }

    @Override
    public void onComplete() {
      heard.add("end");
    }
  }
}
