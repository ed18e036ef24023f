package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Origin.Trusted;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.OpensslAuthority;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One authority for all; each test has its own request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompleteJobTest {
  private Path shared;
  private OpensslAuthority authority;
  private Office office;
  private Path folder;
  private Path csr;
  private Path keystore;
  private int count;

  @BeforeAll
  void authority(@TempDir Path folder) throws IOException {
    shared = folder;
    authority = new OpensslAuthority(shared.resolve("authority"));
  }

  @BeforeEach
  void setUp() throws IOException {
    office = new Office(shared.resolve("office-" + ++count));
    folder = office.disk.resolve("asked");
    office.request(folder, "tw.example.com", "10.0.0.7").close();
    csr = folder.resolve("request.csr");
    keystore = folder.resolve("KeyStore.jks");
  }

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

  record Wrong(String key, Function<CompleteJobTest, List<Path>> answer) {
    @Override
    public String toString() {
      return key;
    }
  }

  static Stream<Wrong> wrongAnswers() {
    return Stream.of(
        new Wrong("answer.problem.otherKey", t -> t.with(t.otherKey())),
        new Wrong("answer.problem.otherName", t -> t.with(t.signed("nameless", ""))),
        new Wrong(
            "answer.problem.expired",
            t ->
                t.with(t.signed("issuing", "-startdate 20200101000000Z -enddate 20210101000000Z"))),
        new Wrong(
            "answer.problem.early",
            t ->
                t.with(t.signed("issuing", "-startdate 20480101000000Z -enddate 20490101000000Z"))),
        new Wrong("answer.problem.selfSigned", t -> List.of(t.placeholder())),
        new Wrong(
            "answer.problem.onlyAuthority", t -> List.of(t.authority.issuer(), t.authority.root())),
        new Wrong(
            "answer.problem.leafIsAuthority",
            t -> t.with(t.signed("rooted", "-extensions authority"))),
        new Wrong(
            "answer.problem.notForServers", t -> t.with(t.signed("issuing", "-extensions person"))),
        new Wrong("answer.problem.missingIssuer", t -> List.of(t.signed("issuing", ""))),
        new Wrong(
            "answer.problem.missingIssuer",
            t -> List.of(t.signed("issuing", ""), t.authority.root())),
        new Wrong("answer.problem.weak", t -> t.with(t.signed("issuing", "-md sha1"))),
        new Wrong("answer.problem.isRequest", t -> List.of(t.csr)),
        new Wrong("answer.problem.isKey", t -> List.of(t.authority.file("root.key"))),
        new Wrong("answer.problem.isKeystore", t -> List.of(t.keystore)),
        new Wrong("answer.problem.notACertificate", t -> List.of(t.text())),
        new Wrong("run.source.problem.missing", t -> List.of(t.folder.resolve("none.crt"))),
        new Wrong("answer.problem.empty", t -> List.of()));
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void everyWrongAnswerIsRefusedByItsOwnName(Wrong wrong) throws Exception {
    byte[] before = Files.readAllBytes(keystore);

    Checked<Material> read = office.read(keystore, wrong.answer().apply(this).toArray(Path[]::new));

    assertThat(Office.stops(read)).containsExactly(wrong.key());
    assertThat(keystore).hasBinaryContent(before);
  }

  @Test
  void everyFileThatIsNoAnswerIsNamedAtOnce() throws Exception {
    assertThat(Office.stops(office.read(keystore, csr, text(), authority.root())))
        .containsExactly("answer.problem.isRequest", "answer.problem.notACertificate");
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
  void everySentenceOfAWrongAnswerCanBeSaid() throws Exception {
    Checked<Material> read = office.read(keystore, signed("issuing", ""));

    Problem problem = read.problems().getFirst();
    assertThat(office.bench().text().problem(problem).what())
        .isEqualTo("The certificate of Example Issuing CA is missing.");
  }

  private List<Path> with(Path leaf) {
    return List.of(leaf, authority.issuer(), authority.root());
  }

  private Path signed(String section, String more) {
    return authority.sign(section, csr, more);
  }

  private Path otherKey() {
    Path other = office.disk.resolve("other");
    office.request(other, "tw.example.com").close();
    return authority.sign(other.resolve("request.csr"));
  }

  private Path placeholder() {
    try {
      return Files.write(
          folder.resolve("placeholder.crt"), AuthorityJob.pem(office.held(keystore).certificate()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Path text() {
    try {
      return Files.writeString(folder.resolve("page.crt"), "<html>Please sign in</html>");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private X509Certificate root() throws Exception {
    return certificate(authority.root());
  }

  private static X509Certificate certificate(Path file) throws Exception {
    return CertificateReader.read(Files.readAllBytes(file)).getFirst();
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
