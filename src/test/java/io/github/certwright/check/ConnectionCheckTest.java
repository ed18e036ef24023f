package io.github.certwright.check;

import static io.github.certwright.check.TestCertificate.dns;
import static io.github.certwright.check.TestCertificate.good;
import static io.github.certwright.check.TestCertificate.ip;
import static io.github.certwright.check.TestCertificate.pair;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.check.ChainLink.Joint;
import io.github.certwright.check.TestCertificate.Made;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Pins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prepared servers, right or wrong in one way each, and what is said about them. */
class ConnectionCheckTest {
  private static final String HOST = "twcloud.example.com";
  private static final Text TEXT = Text.english();

  @TempDir Path folder;

  /** Asks for any name, but reaches the server on loopback under it. */
  static CheckReport check(PreparedServer server, String host, List<ClientStore> clients) {
    return check(new PreparedProber(server), new HostPort(host, HostPort.DEFAULT_PORT), clients);
  }

  private static CheckReport check(Prober prober, HostPort where, List<ClientStore> clients) {
    return check(prober, where, clients, Pins.inMemory());
  }

  static CheckReport check(Prober prober, HostPort where, List<ClientStore> clients, Pins pins) {
    CheckReport report =
        new ConnectionCheck(prober, pins, TestCertificate.clock())
            .check(where, clients, ConnectionCheckTest::sayable, () -> false);
    sayable(report);
    return report;
  }

  private static void sayable(CheckReport.Sentence sentence) {
    assertThat(TEXT.of(sentence.key(), sentence.args().toArray())).doesNotContain("{");
  }

  /** Every sentence can be said, and every alarm has a cause and a next step. */
  static void sayable(CheckReport report) {
    sayable(report.verdict());
    for (Finding finding : report.findings()) {
      var words = TEXT.problem(finding.asProblem());
      assertThat(words.what()).doesNotContain("{");
      if (finding.level() != Level.GREEN) {
        assertThat(words.hints()).as(finding.key()).hasSize(2);
      }
    }
  }

  static void verdict(CheckReport report, Level level, String key) {
    assertThat(report.verdict().key()).isEqualTo(key);
    assertThat(report.level()).isEqualTo(level);
    assertThat(report.exitCode()).isEqualTo(level == Level.GREEN ? 0 : 6);
  }

  /** A server that a tool trusts: only the certificate itself can be wrong. */
  private void trusted(TestCertificate certificate, String host, Level level, String key)
      throws IOException {
    Made made = certificate.make();
    try (PreparedServer server = PreparedServer.tls(made)) {
      verdict(
          check(server, host, List.of(PreparedTools.in(folder, "CSM", made.certificate()))),
          level,
          key);
    }
  }

  private void failing(PreparedServer prepared, String key) throws IOException {
    try (PreparedServer server = prepared) {
      verdict(check(server, HOST, List.of()), Level.RED, key);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void soundServersRaiseNoAlarm() throws IOException {
    trusted(good(), HOST, Level.GREEN, "check.verdict.trusted");
    trusted(good().key(pair("RSA", 3072)), HOST, Level.GREEN, "check.verdict.trusted");
    trusted(good().key(pair("EC", 256)), HOST, Level.GREEN, "check.verdict.trusted");
    trusted(good().key(pair("EC", 384)), HOST, Level.GREEN, "check.verdict.trusted");
    trusted(good().names(dns("*.example.com")), HOST, Level.GREEN, "check.verdict.trusted");
    trusted(good().names(ip("192.0.2.17")), "192.0.2.17", Level.GREEN, "check.verdict.trusted");
    trusted(good().until(3650), HOST, Level.GREEN, "check.verdict.trusted");
  }

  @Test
  void anInternationalNameIsShownInBothForms() throws IOException {
    Made made = good().names(dns("xn--bcher-kva.example")).make();
    try (PreparedServer server = PreparedServer.tls(made)) {
      CheckReport report =
          check(
              server,
              "xn--bcher-kva.example",
              List.of(PreparedTools.in(folder, "CSM", made.certificate())));
      verdict(report, Level.GREEN, "check.verdict.trusted");
      assertThat(report.verdict().args())
          .containsExactly(
              "bücher.example (xn--bcher-kva.example)",
              made.certificate().getNotAfter().toInstant());
      assertThat(report.chain()).containsExactly(made.certificate());
    }
  }

  @Test
  void theEndDateIsSaidInTime() throws IOException {
    TestCertificate begun = good().from(-200);
    trusted(begun.until(50), HOST, Level.AMBER, "check.end.notice");
    trusted(begun.until(20), HOST, Level.AMBER, "check.end.soon");
    trusted(begun.until(3), HOST, Level.AMBER, "check.end.urgent");
    trusted(begun.until(-2), HOST, Level.RED, "check.end.over");
    trusted(good().from(2), HOST, Level.RED, "check.end.notYet");
  }

  @Test
  void wrongNamesAreSaid() throws IOException {
    trusted(good().names(dns("other.example.com")), HOST, Level.RED, "check.name.other");
    trusted(good().names(), HOST, Level.AMBER, "check.name.commonOnly");
    trusted(good().names().subject("CN=First Last"), HOST, Level.RED, "check.name.none");
    trusted(good().names(dns("192.0.2.1")), "192.0.2.1", Level.RED, "check.name.misplaced");
  }

  @Test
  void weakAndMisusedCertificatesAreSaid() throws IOException {
    trusted(good().key(pair("RSA", 1024)), HOST, Level.AMBER, "check.key.short");
    trusted(good().signature("SHA1withRSA"), HOST, Level.RED, "check.signature.old");
    trusted(good().authority(), HOST, Level.AMBER, "check.usage.authority");
    trusted(
        good().purpose(KeyPurposeId.id_kp_clientAuth), HOST, Level.AMBER, "check.usage.notServer");
  }

  @Test
  void onlyOldTlsKeyUseIsSaid() throws IOException {
    Made made = good().usage(KeyUsage.keyAgreement).make();
    try (PreparedServer server = PreparedServer.tls(made)) {
      verdict(
          check(server, HOST, List.of(PreparedTools.in(folder, "CSM", made.certificate()))),
          Level.AMBER,
          "check.usage.noSignature");
    }
  }

  @Test
  void chainsAreJudged() throws IOException {
    Made root =
        good().subject("CN=Example Root").authority().names().key(pair("EC", 256, "root")).make();
    Made middle =
        good()
            .subject("CN=Example Issuing")
            .authority()
            .names()
            .key(pair("EC", 256, "middle"))
            .issuedBy(root)
            .make();
    Made leaf = good().issuedBy(middle).make();
    Made forged = good().issuedBy(middle).forgedWith(root.key()).make();
    try (PreparedServer whole = PreparedServer.tls(leaf, middle.certificate());
        PreparedServer alone = PreparedServer.tls(leaf);
        PreparedServer mixed = PreparedServer.tls(leaf, root.certificate());
        PreparedServer wrong = PreparedServer.tls(forged, middle.certificate())) {
      ClientStore knowsRoot = PreparedTools.in(folder, "knows-root", root.certificate());
      verdict(check(whole, HOST, List.of(knowsRoot)), Level.GREEN, "check.verdict.trusted");
      verdict(check(alone, HOST, List.of()), Level.AMBER, "check.chain.incomplete");
      verdict(check(mixed, HOST, List.of()), Level.AMBER, "check.chain.order");
      verdict(check(wrong, HOST, List.of()), Level.RED, "check.chain.forged");
      drawn(check(whole, HOST, List.of(knowsRoot)), Joint.NEXT, Joint.KNOWN_HERE);
      drawn(check(alone, HOST, List.of()), Joint.MISSING);
      drawn(check(mixed, HOST, List.of()), Joint.NOT_NEXT, Joint.ITSELF);
      drawn(check(wrong, HOST, List.of()), Joint.FORGED, Joint.STRANGER);
    }
  }

  private static void drawn(CheckReport report, Joint... joints) {
    assertThat(report.links()).extracting(ChainLink::joint).containsExactly(joints);
  }

  @Test
  void aSelfSignedCertificateThatNobodyHereKnowsIsSaidBesideTheVerdict() throws IOException {
    Made made = good().make();
    ClientStore empty = ClientStore.ofTool("CSM", folder.resolve("bare"));
    try (PreparedServer server = PreparedServer.tls(made)) {
      CheckReport report = check(server, HOST, List.of(empty));
      verdict(report, Level.RED, "check.verdict.missing");
      assertThat(report.findings()).extracting(Finding::key).contains("check.chain.unknown");
      assertThat(report.findings().getFirst().remedy())
          .contains(new Remedy.SetUp(Optional.of(new HostPort(HOST, 10002))));
      drawn(report, Joint.ITSELF);
    }
  }

  @Test
  void failedConnectionsNameTheirCause() throws IOException {
    failing(PreparedServer.raw(bytes("HTTP/1.1 400 Bad Request\r\n\r\n")), "tls.handshake.http");
    failing(PreparedServer.raw(bytes("SSH-2.0-OpenSSH_9.2\r\n")), "tls.handshake.not-tls");
    failing(PreparedServer.raw(new byte[] {0x15, 3, 1, 0, 2, 2, 70}), "tls.handshake.too-old");
    failing(PreparedServer.raw(connection -> {}), "tls.handshake.closed");
    failing(
        PreparedServer.raw(
            connection ->
                connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream())),
        "tls.handshake.timeout");
    PreparedServer gone = PreparedServer.raw(connection -> {});
    gone.close();
    failing(gone, "tls.connect.refused");
  }

  @Test
  void anUnknownHostIsSaid() {
    CheckReport report = check(Prober.real(), new HostPort("nobody.invalid", 10002), List.of());
    verdict(report, Level.RED, "tls.host.unknown");
    assertThat(report.chain()).isEmpty();
    assertThat(report.fingerprint()).isEqualTo(Optional.empty());
  }

  @Test
  void aBrowserPortExplainsTheWarning() throws IOException {
    Made made = good().make();
    try (PreparedServer server = PreparedServer.tls(made)) {
      CheckReport report =
          check(
              new PreparedProber(server),
              new HostPort(HOST, 8111),
              List.of(PreparedTools.in(folder, "CSM")));
      verdict(report, Level.AMBER, "check.browser.warns");
      assertThat(report.trusts()).isEmpty();
    }
  }
}
