package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Origin.Trusted;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.OpensslAuthority;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompleteJobTest extends AnswerScene {
  interface Answer {
    List<Path> of(OpensslAuthority authority, Path signed) throws IOException;
  }

  record Case(String name, Answer answer) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> formsAndOrders() {
    return Stream.of(
        new Case("three PEM files", (a, s) -> List.of(s, a.issuer(), a.root())),
        new Case("three PEM files backwards", (a, s) -> List.of(a.root(), a.issuer(), s)),
        new Case(
            "three DER files", (a, s) -> List.of(a.der(a.issuer()), a.der(s), a.der(a.root()))),
        new Case("one PEM file", (a, s) -> List.of(a.together(s, a.issuer(), a.root()))),
        new Case("one PEM file backwards", (a, s) -> List.of(a.together(a.root(), a.issuer(), s))),
        new Case("PKCS#7 as PEM", (a, s) -> List.of(a.pkcs7("PEM", s, a.issuer(), a.root()))),
        new Case("PKCS#7 as DER", (a, s) -> List.of(a.pkcs7("DER", a.root(), s, a.issuer()))),
        new Case(
            "leaf as DER, chain as PKCS#7",
            (a, s) -> List.of(a.der(s), a.pkcs7("PEM", a.root(), a.issuer()))),
        new Case(
            "everything twice",
            (a, s) -> List.of(a.together(s, s, a.issuer()), a.root(), a.root())));
  }

  @ParameterizedTest
  @MethodSource("formsAndOrders")
  void anAnswerIsCompletedInEveryFormAndOrder(Case form) throws Exception {
    Path signed = authority.sign(csr);

    Material material =
        Office.good(
            office.read(keystore, form.answer().of(authority, signed).toArray(Path[]::new)));
    try (Finished finished = office.make(material, folder)) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
    }

    KeystoreContents server = Office.open(keystore, Office.SERVER);
    assertThat(server.key().orElseThrow().chain())
        .containsExactly(certificate(signed), certificate(authority.issuer()), root());
    assertThat(Office.open(folder.resolve("cert.jks"), Office.CLIENT).trusted())
        .containsExactly(root());
    assertThat(office.waiting.all()).isEmpty();
  }

  @Test
  void keytoolAndOpensslAgreeWithWhatWasCompleted() throws Exception {
    Material material =
        Office.good(
            office.read(keystore, authority.sign(csr), authority.issuer(), authority.root()));
    office.make(material, folder).close();

    for (String keytool : Programs.keytools()) {
      Programs.Ran listed =
          Programs.run(
              List.of(
                  keytool,
                  "-list",
                  "-v",
                  "-keystore",
                  keystore.toString(),
                  "-storepass",
                  Office.SERVER));
      assertThat(listed.output())
          .contains("Entry type: PrivateKeyEntry", "Certificate chain length: 3");
    }
    Path out = folder.resolve("leaf.pem");
    Files.write(out, AuthorityJob.pem(office.held(keystore).certificate()));
    assertThat(
            authority.openssl(
                "verify -purpose sslserver -verify_hostname tw.example.com -CAfile @root.pem"
                    + " -untrusted @issuer.pem",
                out.toString()))
        .contains("OK");
  }

  @Test
  void withoutItsRootTheToolsTrustTheCertificateItselfAndThatIsSaid() throws Exception {
    Path signed = authority.sign(csr);
    Checked<Material> read = office.read(keystore, signed, authority.issuer());

    assertThat(Office.warnings(read)).containsExactly("answer.warning.noRoot");
    Material material = Office.good(read);
    assertThat(material.mayChooseTrusted()).isFalse();
    office.make(material, folder).close();
    assertThat(Office.open(folder.resolve("cert.jks"), Office.CLIENT).trusted())
        .containsExactly(certificate(signed));
  }

  @Test
  void withItsRootAPersonMayStillChooseTheCertificateItself() throws Exception {
    Path signed = authority.sign(csr);
    Material material =
        Office.good(office.read(keystore, signed, authority.issuer(), authority.root()))
            .trusting(Trusted.CERTIFICATE);
    office.make(material, folder).close();

    assertThat(Office.open(folder.resolve("cert.jks"), Office.CLIENT).trusted())
        .containsExactly(certificate(signed));
    assertThat(Office.open(keystore, Office.SERVER).key().orElseThrow().chain()).hasSize(3);
  }

  @Test
  void namesThatTheAuthorityLeftOutAreSaid() throws Exception {
    Path less = folder.resolve("less.cnf");
    Files.writeString(
        less,
        """
        basicConstraints=CA:FALSE
        extendedKeyUsage=serverAuth
        subjectAltName=DNS:tw.example.com
        """);
    Path signed = authority.sign("nameless", csr, "-extfile " + less);

    Checked<Material> read = office.read(keystore, signed, authority.issuer(), authority.root());

    assertThat(Office.warnings(read)).containsExactly("answer.warning.lessNames");
    assertThat(read.problems().getFirst().args()).containsExactly(List.of("10.0.0.7"));
  }

  @Test
  void aKeystoreWithoutAKeyOrWithSeveralIsSaid() throws Exception {
    office
        .make(
            Office.good(
                office.read(keystore, authority.sign(csr), authority.issuer(), authority.root())),
            folder)
        .close();

    assertThat(refusal(folder.resolve("cert.jks"), Office.CLIENT))
        .isEqualTo("keystore.key.problem.noneIn");
    assertThat(refusal(keystore, "wrong password"))
        .isEqualTo("keystore.read.problem.wrongPassword");

    Programs.Ran second =
        Programs.run(
            List.of(
                Programs.keytools().getFirst(),
                "-genkeypair",
                "-alias",
                "second",
                "-keyalg",
                "EC",
                "-dname",
                "CN=second",
                "-keystore",
                keystore.toString(),
                "-storepass",
                Office.SERVER,
                "-keypass",
                Office.SERVER));
    assertThat(second.exitCode()).as(second.output()).isZero();
    assertThat(refusal(keystore, Office.SERVER)).isEqualTo("keystore.key.problem.several");
  }

  private String refusal(Path store, String word) {
    try (Secret password = Secret.ofText(word)) {
      var thrown =
          assertThatThrownBy(() -> new CompleteJob(office.bench()).open(store, password))
              .isInstanceOf(ProblemException.class)
              .actual();
      return ((ProblemException) thrown).problem().key();
    }
  }

  @Test
  void undoingTheAnswerLetsTheRequestWaitAgain() throws Exception {
    byte[] before = Files.readAllBytes(keystore);
    Material material =
        Office.good(
            office.read(keystore, authority.sign(csr), authority.issuer(), authority.root()));
    try (Finished finished = office.make(material, folder)) {
      assertThat(office.waiting.all()).isEmpty();
      assertThat(finished.report().files())
          .extracting(RunReport.WrittenFile::role)
          .containsExactly(
              FileRole.SERVER_KEYSTORE,
              FileRole.CERTIFICATE,
              FileRole.CLIENT_STORE,
              FileRole.CLIENT_PASSWORD,
              FileRole.CLIENT_KIT,
              FileRole.REPORT);

      assertThat(finished.undo()).isEmpty();
    }

    assertThat(keystore).hasBinaryContent(before);
    assertThat(folder.resolve("cert.jks")).doesNotExist();
    assertThat(office.waiting.all()).hasSize(1);
  }

  @Test
  void theRunsOfOneFolderAreToldApartInTheHistory() throws Exception {
    Material material =
        Office.good(
            office.read(keystore, authority.sign(csr), authority.issuer(), authority.root()));
    office.make(material, folder).close();

    List<PastRun> runs = new UndoJob(office.bench()).list();
    assertThat(runs).extracting(PastRun::job).containsExactly("complete", "request");
    assertThat(Map.of("folder", runs.getFirst().folder().orElseThrow()))
        .containsEntry("folder", folder);
  }
}
