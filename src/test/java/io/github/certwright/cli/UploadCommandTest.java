package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.server.practice.PracticeRequest;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadCommandTest extends CreateScene {
  private static final Fingerprint OLD = new Fingerprint("0".repeat(64));
  private static final String PUT = "PUT /osmc/admin/tls";

  private PracticeServer server;
  private int port;

  @BeforeEach
  void makePairAndServer() throws IOException {
    create(passwords());
    server = server();
    port = PracticeServer.freePort();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int upload(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "upload",
                "--url=" + server.url(),
                "--user=Administrator",
                "--password-file=" + bench.file("user", USER_WORD),
                "--port=" + port,
                "--keystore=" + out.resolve("KeyStore.jks"),
                "--keystore-password-file=" + bench.file("server", SERVER_WORD)));
    args.addAll(List.of(more));
    return bench.run(args.toArray(String[]::new));
  }

  private void agreedTo(Fingerprint fingerprint) {
    bench.pins.remember("127.0.0.1", server.port(), fingerprint);
  }

  private List<String> calls() {
    return server.requests().stream().map(PracticeRequest::call).toList();
  }

  @Test
  void dryRunSendsNothingAndSaysWhatWillBeCompared() {
    assertThat(upload("--dry-run")).isZero();

    assertThat(bench.terminal.out())
        .contains("compare them with the new ones (TLS on or off, port, keystore file)");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void scriptIsToldTheDifferenceInOneSessionOfSevenCalls() throws IOException {
    agreedTo(server.fingerprint());

    assertThat(upload("--json")).isZero();

    assertThat(bench.objects("change"))
        .extracting(line -> line.get("text"))
        .containsExactly(
            "Secured connections (TLS): off now → on",
            "Port: 10002 now → " + port,
            "Keystore file: none now → KeyStore.jks");
    assertThat(calls())
        .containsExactly(
            "GET /osmc/version",
            "GET /osmc/login",
            "GET /osmc/admin/currentUser",
            "GET /osmc/admin/tls",
            PUT,
            "GET /osmc/admin/tls",
            "GET /osmc/logout");
    assertNoMarkers();
  }

  @Test
  void personSeesTheDifferenceBeforeAnythingIsSentAndMaySayNo() throws IOException {
    bench.terminal.answers = new ArrayDeque<>(List.of("yes", "no"));

    assertThat(upload()).isEqualTo(130);

    String said = bench.terminal.err();
    assertThat(said).contains(server.fingerprint().withColons(), "off now → on");
    assertThat(said.indexOf("off now")).isLessThan(said.indexOf("Go on?"));
    assertThat(calls()).doesNotContain(PUT).endsWith("GET /osmc/logout");
    assertThat(server.openSessions()).isZero();
    assertNoMarkers();
  }

  @Test
  void personWhoAgreesHasItSentInASessionOfItsOwn() {
    agreedTo(server.fingerprint());
    bench.terminal.answers = new ArrayDeque<>(List.of("yes"));

    upload();

    assertThat(bench.terminal.err()).containsOnlyOnce("off now → on");
    assertThat(calls()).contains(PUT);
    assertThat(server.openSessions()).isZero();
  }

  @Test
  void personWhoDoesNotKnowTheFingerprintSendsNothing() {
    bench.terminal.answers = new ArrayDeque<>(List.of("no", "yes"));

    assertThat(upload()).isEqualTo(5);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void changedCertificateEndsInFiveWithBothFingerprintsAlsoForAPerson() {
    agreedTo(OLD);

    assertThat(upload("--json")).isEqualTo(5);
    assertThat(bench.problemKeys()).containsExactly("run.trust.changed");
    bench.terminal.answers = new ArrayDeque<>(List.of("yes", "yes", "yes"));
    assertThat(upload()).isEqualTo(5);

    assertThat(bench.terminal.err()).contains(OLD.withColons(), server.fingerprint().withColons());
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void givenFingerprintMustMatchAlsoWhereTheServerWasAgreedToBefore() {
    agreedTo(server.fingerprint());

    assertThat(upload("--fingerprint=" + OLD.withColons())).isEqualTo(5);

    assertThat(bench.terminal.err())
        .contains(OLD.withColons(), server.fingerprint().withColons())
        .contains("Nothing was sent");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void olderServerWithoutTheCallLeadsToTheConsoleSteps() {
    agreedTo(server.fingerprint());
    server.misbehave(Misbehaviour.STATUS_404, "GET /osmc/admin/tls");

    assertThat(upload("--json")).isEqualTo(2);

    assertThat(bench.problemKeys()).containsExactly("server.tls.not-there");
    assertThat(bench.objects("byHand")).hasSize(4);
    assertThat(bench.objects("byHand").get(1).get("text").toString()).contains("" + port);
  }

  @Test
  void olderServerStillLeavesThePairWithTheConsoleStepsAndWhatRemainsElsewhere()
      throws IOException {
    server.misbehave(Misbehaviour.STATUS_404, "GET /osmc/admin/tls");
    out = bench.disk.resolve("other");

    int code = createAndUpload(server, bench.tool("Cameo Systems Modeler 2021x"), "--json");

    assertThat(code).isEqualTo(3);
    assertThat(out.resolve("KeyStore.jks")).exists();
    assertThat(bench.objects("byHand")).hasSize(4);
    assertThat(bench.json()).doesNotContainKey("toFinish");
    assertThat(bench.objects("afterwards"))
        .extracting(step -> String.valueOf(step.get("text")))
        .contains("twc.client.tls=true", "twc.client.keystore.password=********")
        .contains("twc.client.keystore.path=" + out.resolve("cert.jks"))
        .anyMatch(words -> words.contains("3579"));
    assertThat(calls()).doesNotContain(PUT);
    assertNoMarkers();
  }
}
