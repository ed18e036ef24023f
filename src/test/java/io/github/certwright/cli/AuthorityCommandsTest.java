package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.testing.OpensslAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests, answers, our own authority, renewals and imports on the command line. */
class AuthorityCommandsTest extends AuthorityScene {
  private int request() {
    return run(
        words(
            "request",
            "--server=127.0.0.1",
            "--also=tw.example.com",
            "--key=ec256",
            "--out=" + out),
        serverWord());
  }

  @Test
  void fromTheRequestToAConnectionThatTrustsTheRootOnly() throws IOException {
    assertThat(request()).isZero();
    assertThat(bench.objects("files"))
        .extracting(file -> file.get("role"))
        .containsExactly("server-keystore", "request");
    OpensslAuthority authority = new OpensslAuthority(bench.home.resolve("authority"));
    Path answer =
        authority.pkcs7(
            "DER",
            authority.root(),
            authority.sign(out.resolve("request.csr")),
            authority.issuer());

    try (PracticeServer practice = server()) {
      int code =
          run(
              words(
                  "complete",
                  "--reply=" + answer,
                  "--url=" + practice.url(),
                  "--user=Administrator",
                  "--upload-password-file=" + bench.file("user", USER_WORD),
                  "--port=" + PracticeServer.freePort(),
                  "--fingerprint=" + practice.fingerprint().withColons()),
              serverWord(),
              client());

      assertThat(code).as(bench.terminal.out()).isZero();
      Map<String, Object> document = bench.json();
      assertThat(document)
          .containsEntry("state", "done")
          .containsEntry("uploaded", true)
          .containsKey("verifiedSha256");
      assertThat(String.valueOf(document.get("certificate"))).contains("Example Issuing CA");
    }
    assertNoMarkers();
  }

  @Test
  void aRequestIsNotShownAsACertificateButWithWhatComesNext() {
    String[] generated = {"request", "--server=a.example.com", "--key=ec256", "--out=" + out};
    assertThat(bench.run(generated)).isEqualTo(2);
    assertThat(bench.terminal.err()).contains("--server-password-file, --generate-passwords");

    assertThat(
            bench.run(
                "request",
                "--server=a.example.com",
                "--key=ec256",
                "--generate-passwords",
                "--out=" + out))
        .isZero();
    assertThat(bench.terminal.out())
        .contains("request.csr", "certwright complete --reply FILE")
        .doesNotContain("valid until", "fingerprint");
  }

  @Test
  void withoutAWaitingRequestTheKeystoreMustBeNamed() {
    assertThat(run(words("complete", "--reply=x"), serverWord())).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.complete.problem.none");

    request();
    out = bench.disk.resolve("second");
    request();
    assertThat(run(words("complete", "--reply=x"), serverWord())).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.complete.problem.several");
  }

  @Test
  void ourOwnAuthorityIssuesRenewsAndExports() throws IOException {
    assertThat(authority()).as(bench.terminal.out()).isZero();
    int issued =
        run(
            words(
                "authority",
                "issue",
                "--server=tw.example.com",
                "--key=ec256",
                "--valid-days=30",
                "--out=" + out),
            root(),
            serverWord(),
            client());
    assertThat(issued).as(bench.terminal.out()).isZero();
    byte[] clients = Files.readAllBytes(out.resolve("cert.pass"));

    assertThat(
            run(words("renew", "--keystore=" + out.resolve("KeyStore.jks")), root(), serverWord()))
        .as(bench.terminal.out())
        .isZero();
    assertThat(bench.problemKeys()).isEmpty();
    assertThat(out.resolve("cert.pass")).hasBinaryContent(clients);
    assertThat(bench.json().get("certificate").toString()).contains("daysLeft=82");

    Path crt = bench.disk.resolve("root.crt");
    assertThat(run(words("authority", "export", "--out=" + crt), root())).isZero();
    assertThat(crt).content().startsWith("-----BEGIN CERTIFICATE-----");
    assertThat(bench.terminal.out() + bench.terminal.err())
        .doesNotContain(ROOT_WORD, SERVER_WORD, CLIENT_WORD);
  }

  @Test
  void aCertificateOfAnAuthorityIsNotRenewedWithoutIt() {
    authority();
    run(
        words("authority", "issue", "--server=tw.example.com", "--key=ec256", "--out=" + out),
        root(),
        serverWord(),
        client());

    assertThat(run(words("renew", "--keystore=" + out.resolve("KeyStore.jks")), serverWord()))
        .isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("renew.problem.authority");
    assertThat(run(words("request", "--keystore=" + out.resolve("KeyStore.jks")), serverWord()))
        .isZero();
    assertThat(out.resolve("request.csr")).exists();
  }

  @Test
  void aSelfSignedCertificateIsRenewedWithAWord() {
    create(passwords());

    assertThat(
            run(
                words("renew", "--new-key", "--keystore=" + out.resolve("KeyStore.jks")),
                serverWord()))
        .isZero();
    assertThat(bench.problemKeys()).containsExactly("renew.warning.newFiles");
  }

  @Test
  void anExistingKeystoreIsTakenOverAndAsksForTheRightKey() {
    create(passwords());
    Path other = bench.disk.resolve("other");
    String[] from =
        words(
            "import",
            "--from=" + out.resolve("KeyStore.jks"),
            "--from-password-file=" + bench.file("from", SERVER_WORD),
            "--out=" + other);

    assertThat(run(from, serverWord(), client(), words("--from-alias=x"))).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("import.problem.unknownAlias");
    assertThat(run(from, serverWord(), client())).as(bench.terminal.out()).isZero();
    assertThat(other.resolve("cert.jks")).exists();
    assertThat(run(from, serverWord(), client())).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("where.folder.problem.exists");
  }

  @Test
  void aPasswordThatWasNotGivenIsNotCalledWrong() {
    create(passwords());
    String from = "--from=" + out.resolve("KeyStore.jks");

    assertThat(run(words("import", from, "--out=" + bench.disk.resolve("x")))).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.import.problem.noPassword");
    assertThat(run(words("authority", "create", "--name=R", "--out=" + bench.disk.resolve("x"))))
        .isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.password.problem.none");
  }

  @Test
  void aDryRunOfEachWritesNothing() throws IOException {
    authority();
    create(passwords());
    Map<String, String> before = io.github.certwright.files.Snapshot.of(bench.disk);
    String[] keystore = words("--keystore=" + out.resolve("KeyStore.jks"), "--dry-run");
    String[] elsewhere = words("--dry-run", "--out=" + bench.disk.resolve("none"));

    assertThat(run(words("renew"), keystore, serverWord())).isZero();
    assertThat(bench.json()).containsEntry("state", "planned");
    assertThat(run(words("request"), keystore, serverWord())).isZero();
    assertThat(run(words("request", "--server=a"), elsewhere, serverWord())).isZero();
    assertThat(
            run(
                words("authority", "issue", "--server=a.example.com"),
                elsewhere,
                root(),
                serverWord(),
                client()))
        .isZero();
    assertThat(
            run(
                words("authority", "create", "--name=R"),
                elsewhere,
                words("--authority-password-file=" + bench.file("root", ROOT_WORD))))
        .isZero();
    assertThat(io.github.certwright.files.Snapshot.of(bench.disk)).isEqualTo(before);
  }

  @Test
  void whatDoesNotFitTogetherIsSaid() {
    assertThat(run(words("authority"))).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.authority.problem.noCommand");
    assertThat(run(words("authority", "issue", "--key=x", "--trusted=y"))).isEqualTo(2);
    assertThat(bench.problemKeys())
        .containsExactlyInAnyOrder(
            "cli.key.problem.unknown",
            "cli.trusted.problem.unknown",
            "cli.authority.problem.noFile",
            "cli.authority.problem.oneOrList");
    assertThat(run(words("authority", "export"))).isEqualTo(2);
    assertThat(bench.problemKeys())
        .containsExactly("cli.authority.problem.noFile", "cli.authority.problem.noOut");
    assertThat(run(words("renew"))).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.held.problem.noKeystore");
    create(passwords());
    assertThat(
            run(
                words(
                    "renew",
                    "--keystore=" + out.resolve("KeyStore.jks"),
                    "--trusted=root",
                    "--dry-run"),
                serverWord()))
        .isEqualTo(2);
    assertThat(bench.problemKeys()).contains("cli.trusted.problem.noChoice");
  }
}
