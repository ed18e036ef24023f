package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.files.Snapshot;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.plan.WaitingRequest;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestJobTest {
  @TempDir Path root;

  private Office office;
  private Path folder;

  @BeforeEach
  void setUp() throws IOException {
    office = new Office(root);
    folder = office.disk.resolve("asked");
  }

  private String openssl(String... more) {
    List<String> command =
        new java.util.ArrayList<>(
            List.of("openssl", "req", "-in", folder.resolve("request.csr").toString()));
    command.addAll(List.of(more));
    Programs.Ran ran = Programs.run(command);
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return ran.output().replaceAll("\\s+", " ");
  }

  @Test
  void opensslVerifiesTheRequestAndReadsEveryNameInIt() {
    try (Finished finished =
        office.request(
            folder,
            "tw.example.com",
            "*.example.com",
            "bücher.example",
            "10.0.0.7",
            "2001:db8::7")) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
    }

    assertThat(openssl("-noout", "-verify")).contains("verify OK");
    assertThat(openssl("-noout", "-text", "-nameopt", "utf8,sep_comma_plus"))
        .contains("Subject: C=DE,O=Müller, Söhne + #1,CN=tw.example.com")
        .contains("Requested Extensions: X509v3 Subject Alternative Name")
        .contains("DNS:tw.example.com, DNS:*.example.com, DNS:xn--bcher-kva.example")
        .contains("IP Address:10.0.0.7, IP Address:2001:DB8:0:0:0:0:0:7");
  }

  @Test
  void theKeyWaitsInAKeystoreThatOnlyItsOwnerReads() throws Exception {
    office.request(folder, "tw.example.com").close();

    Path keystore = folder.resolve("KeyStore.jks");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)))
        .isEqualTo("rw-------");
    String inRequest = openssl("-noout", "-pubkey");
    Path certificate = folder.resolve("placeholder.pem");
    Files.write(certificate, AuthorityJob.pem(office.held(keystore).certificate()));
    Programs.Ran held =
        Programs.run(
            List.of("openssl", "x509", "-noout", "-pubkey", "-in", certificate.toString()));
    assertThat(held.output().replaceAll("\\s+", " ")).isEqualTo(inRequest);
  }

  @Test
  void theRequestIsFoundAgainUntilItIsUndone() throws Exception {
    try (Finished finished = office.request(folder, "tw.example.com")) {
      RequestJob job = new RequestJob(office.bench(), office.waiting);
      assertThat(job.waiting())
          .extracting(WaitingRequest::server, WaitingRequest::folder, WaitingRequest::keystore)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "tw.example.com", folder.toString(), folder.resolve("KeyStore.jks").toString()));

      assertThat(finished.undo()).isEmpty();
      assertThat(job.waiting()).isEmpty();
      assertThat(folder).doesNotExist();
    }
  }

  @Test
  void aRequestWhoseKeystoreIsGoneIsNotOfferedAnyMore() throws Exception {
    office.request(folder, "tw.example.com").close();
    Files.delete(folder.resolve("KeyStore.jks"));

    assertThat(new RequestJob(office.bench(), office.waiting).waiting()).isEmpty();
  }

  @Test
  void aSecondRequestForTheSameKeyLeavesTheKeystoreAlone() throws Exception {
    office.request(folder, "tw.example.com", "10.0.0.7").close();
    String first = openssl("-noout", "-pubkey");
    Path keystore = folder.resolve("KeyStore.jks");
    byte[] before = Files.readAllBytes(keystore);
    RequestJob job = new RequestJob(office.bench(), office.waiting);
    HeldKey held = office.held(keystore);
    RequestPlan plan = job.plan(held);

    assertThat(plan.files())
        .extracting(file -> file.role(), file -> file.replaces())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(FileRole.REQUEST, true));
    try (Finished finished = job.run(plan, held, Progress.none(), new Cancellation())) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
    }
    assertThat(keystore).hasBinaryContent(before);
    assertThat(openssl("-noout", "-pubkey")).isEqualTo(first);
    assertThat(openssl("-noout", "-verify", "-text")).contains("verify OK", "IP Address:10.0.0.7");
    assertThat(job.waiting()).hasSize(1);
  }

  @Test
  void whatIsThereAlreadyIsNotReplacedWithoutAWord() throws Exception {
    office.request(folder, "tw.example.com").close();

    try (RequestAnswers again = office.wish(folder, "tw.example.com")) {
      assertThat(Office.stops(new RequestJob(office.bench(), office.waiting).plan(again)))
          .containsExactly("where.folder.problem.exists");
    }
  }

  @Test
  void everyWrongAnswerIsSaidAtOnce() {
    try (RequestAnswers bad =
        new RequestAnswers(
            new io.github.certwright.answers.ServerAnswer("a b", List.of("https://x")),
            new io.github.certwright.answers.OrganisationAnswer("", "", "", "", "XX"),
            io.github.certwright.secret.Secret.ofText("abc"),
            io.github.certwright.secret.Secret.ofText("abd"),
            false,
            io.github.certwright.answers.KeyChoice.EC256,
            "",
            io.github.certwright.answers.StoreFormat.JKS,
            "",
            false)) {
      assertThat(Office.stops(new RequestJob(office.bench(), office.waiting).plan(bad)))
          .containsExactlyInAnyOrder(
              "server.name.problem.space",
              "server.name.problem.url",
              "organisation.country.problem.unknown",
              "passwords.one.problem.short",
              "passwords.again.problem.differs",
              "certificate.alias.problem.empty",
              "where.folder.problem.empty");
    }
  }

  @Test
  void aCancelledRequestLeavesNothingBehind() throws Exception {
    Map<String, String> before = Snapshot.of(office.disk);
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    RequestJob job = new RequestJob(office.bench(), office.waiting);
    try (RequestAnswers answers = office.wish(folder, "tw.example.com");
        Finished finished =
            job.run(Office.good(job.plan(answers)), answers, Progress.none(), cancellation)) {
      assertThat(finished.report().state()).isEqualTo(State.CANCELLED);
    }

    assertThat(Snapshot.of(office.disk)).isEqualTo(before);
    assertThat(office.waiting.all()).isEmpty();
  }
}
