package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorityJobTest {
  private static final String ROOT = "Authority-horse9";

  @TempDir Path root;

  private Office office;
  private AuthorityJob job;
  private Path folder;

  @BeforeEach
  void setUp() throws IOException {
    office = new Office(root);
    job = new AuthorityJob(office.bench());
    folder = office.disk.resolve("authority");
  }

  private AuthorityAnswers answers(KeyChoice key, int days, String... domains) {
    return new AuthorityAnswers(
        "Example Root, \"+1\"",
        new OrganisationAnswer("Example", "", "", "", "DE"),
        key,
        days,
        List.of(domains),
        Secret.ofText(ROOT),
        Secret.ofText(ROOT),
        folder.toString(),
        false);
  }

  private OpenAuthority made(int days, String... domains) throws ProblemException {
    try (AuthorityAnswers answers = answers(KeyChoice.EC384, days, domains);
        Finished finished = create(answers)) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
    }
    try (Secret password = Secret.ofText(ROOT)) {
      return job.open(folder.resolve("authority.p12"), password);
    }
  }

  private Finished create(AuthorityAnswers answers) {
    AuthorityPlan plan = Office.good(job.plan(answers));
    return job.create(plan, answers.password(), Progress.none(), new Cancellation());
  }

  private static CertificateAnswer certificate(int days) {
    return new CertificateAnswer(KeyChoice.EC256, days, "teamworkcloud", StoreFormat.JKS);
  }

  private Checked<Material> issue(OpenAuthority authority, int days, String name, String... also) {
    return job.issue(
        authority,
        new ServerAnswer(name, List.of(also)),
        OrganisationAnswer.none(),
        certificate(days));
  }

  private static String openssl(String... words) {
    Programs.Ran ran = Programs.run(List.of(words));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return ran.output().replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @EnumSource(names = {"EC384", "RSA4096"})
  void opensslReadsARootThatIssuesForTheDomainsOnly(KeyChoice key) {
    try (AuthorityAnswers answers = answers(key, 3652, "example.com", ".bücher.example")) {
      create(answers).close();
    }

    String file = folder.resolve("authority.crt").toString();
    assertThat(openssl("openssl", "x509", "-noout", "-text", "-in", file))
        .contains("CA:TRUE, pathlen:0")
        .contains("X509v3 Basic Constraints: critical")
        .contains("X509v3 Key Usage: critical Certificate Sign, CRL Sign")
        .contains("X509v3 Name Constraints: critical Permitted:")
        .contains("DNS:example.com DNS:xn--bcher-kva.example")
        .contains("X509v3 Subject Key Identifier", "(" + key.bits() + " bit)")
        .doesNotContain("Authority Key Identifier");
    assertThat(openssl("openssl", "verify", "-CAfile", file, file)).contains("OK");
  }

  @Test
  void theKeyIsInAPkcs12ThatOnlyItsOwnerReads() throws Exception {
    made(3652);
    Path file = folder.resolve("authority.p12");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(
            openssl(
                "openssl", "pkcs12", "-in", file.toString(), "-passin", "pass:" + ROOT, "-noenc"))
        .contains("BEGIN PRIVATE KEY");
    assertThat(Programs.run(List.of("strings", file.toString())).output()).doesNotContain(ROOT);
  }

  @Test
  void opensslAndAHandshakeAcceptWhatItIssues() throws Exception {
    OpenAuthority authority = made(3652, "example.com");
    Material material = Office.good(issue(authority, 825, "tw.example.com", "10.0.0.7"));
    Path server = office.disk.resolve("server");

    try (Finished finished = office.make(material, server)) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
    }

    Path leaf = office.disk.resolve("leaf.pem");
    Files.write(leaf, AuthorityJob.pem(office.held(server.resolve("KeyStore.jks")).certificate()));
    String root = folder.resolve("authority.crt").toString();
    for (List<String> name :
        List.of(List.of("-verify_hostname", "tw.example.com"), List.of("-verify_ip", "10.0.0.7"))) {
      assertThat(
              openssl(
                  "openssl",
                  "verify",
                  "-x509_strict",
                  "-purpose",
                  "sslserver",
                  name.get(0),
                  name.get(1),
                  "-CAfile",
                  root,
                  leaf.toString()))
          .contains("OK");
    }
    assertThat(Office.open(server.resolve("cert.jks"), Office.CLIENT).trusted())
        .containsExactly(authority.certificate());
    assertThat(openssl("openssl", "x509", "-noout", "-text", "-in", leaf.toString()))
        .contains("CA:FALSE", "TLS Web Server Authentication", "Authority Key Identifier");
  }

  @Test
  void aNameOutsideTheDomainsIsRefusedBeforeAnybodyElseDoes() throws Exception {
    OpenAuthority authority = made(3652, "example.com");

    assertThat(Office.stops(issue(authority, 825, "tw.example.com", "notexample.com", "b.org")))
        .containsExactly("authority.issue.problem.outside", "authority.issue.problem.outside");
  }

  @Test
  void aCertificateNeverOutlivesItsAuthority() throws Exception {
    OpenAuthority authority = made(100);

    Checked<Material> issued = issue(authority, 825, "tw.example.com");

    assertThat(Office.warnings(issued)).containsExactly("authority.issue.warning.shortened");
    assertThat(Office.good(issued).certificate().notAfter())
        .isEqualTo(authority.certificate().getNotAfter().toInstant());
  }

  @Test
  void aServersKeystoreIsNoAuthority() throws Exception {
    Path server = office.disk.resolve("server");
    office.request(server, "tw.example.com").close();

    try (Secret password = Secret.ofText(Office.SERVER)) {
      assertThatThrownBy(() -> job.open(server.resolve("KeyStore.jks"), password))
          .hasMessage("authority.open.problem.notOne");
    }
  }

  @Test
  void anAuthorityThatHasEndedIssuesNothing() throws Exception {
    made(10);
    office.clock = java.time.Clock.offset(office.clock, java.time.Duration.ofDays(11));

    try (Secret password = Secret.ofText(ROOT)) {
      assertThatThrownBy(
              () ->
                  new AuthorityJob(office.bench()).open(folder.resolve("authority.p12"), password))
          .hasMessage("authority.open.problem.expired");
    }
  }

  @Test
  void theCertificateIsExportedAsTextAndAsBytesAndNeverTheKey() throws Exception {
    OpenAuthority authority = made(3652);
    for (AuthorityJob.Form form : AuthorityJob.Form.values()) {
      Path file = office.disk.resolve("export").resolve(form + ".crt");
      PlannedFile planned =
          Office.good(job.planExport(folder.resolve("authority.p12"), file, false));
      try (Finished finished =
          job.export(planned, authority, form, Progress.none(), new Cancellation())) {
        assertThat(finished.report().state()).isEqualTo(State.DONE);
      }
      assertThat(
              openssl(
                  "openssl",
                  "x509",
                  "-inform",
                  form.name(),
                  "-noout",
                  "-ext",
                  "basicConstraints",
                  "-in",
                  file.toString()))
          .contains("CA:TRUE");
      assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("PRIVATE");
      assertThat(Office.stops(job.planExport(folder.resolve("authority.p12"), file, false)))
          .containsExactly("authority.export.problem.exists");
    }
  }

  @Test
  void everyWrongAnswerIsSaidAtOnce() {
    try (AuthorityAnswers bad =
        new AuthorityAnswers(
            " ",
            new OrganisationAnswer("", "", "", "", "XX"),
            KeyChoice.RSA2048,
            0,
            List.of("*.example.com", "10.0.0.1", "a b"),
            Secret.ofText("abc"),
            Secret.ofText("abd"),
            "",
            false)) {
      assertThat(Office.stops(job.plan(bad)))
          .containsExactlyInAnyOrder(
              "authority.name.problem.empty",
              "organisation.country.problem.unknown",
              "authority.key.problem.weak",
              "authority.days.problem.range",
              "authority.domains.problem.shape",
              "authority.domains.problem.shape",
              "server.name.problem.space",
              "passwords.one.problem.short",
              "passwords.again.problem.differs",
              "where.folder.problem.empty");
    }
  }

  @Test
  void theAuthorityIsNotReplacedByItsOwnCertificate() throws Exception {
    made(3652);

    assertThat(
            Office.stops(
                job.planExport(
                    folder.resolve("authority.p12"), folder.resolve("authority.p12"), true)))
        .containsExactly("authority.export.problem.keystore");
  }
}
