package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ImportJob.FoundKey;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.OpensslAuthority;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One authority and one wildcard certificate for all, in every form in which others hand it out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportJobTest {
  private static final String WORD = "From-it-42";

  private OpensslAuthority authority;
  private Path shared;
  private Path leaf;
  private Path key;
  private Office office;
  private Path out;
  private int count;

  @BeforeAll
  void wildcard(@TempDir Path folder) throws IOException {
    shared = folder;
    authority = new OpensslAuthority(folder.resolve("authority"));
    key = authority.file("wildcard.key");
    authority.openssl(
        "req -new -newkey rsa:2048 -noenc -keyout @wildcard.key -out @wildcard.csr"
            + " -config @openssl.cnf -addext subjectAltName=DNS:*.example.com -subj",
        "/CN=*.example.com");
    leaf = authority.sign(authority.file("wildcard.csr"));
  }

  @BeforeEach
  void setUp() throws IOException {
    office = new Office(shared.resolve("office-" + ++count));
    out = office.disk.resolve("out");
  }

  private List<FoundKey> look(String word, Path... files) throws ProblemException {
    try (Secret password = word.isEmpty() ? Secret.empty() : Secret.ofText(word)) {
      return new ImportJob(office.bench()).look(List.of(files), password);
    }
  }

  private void refused(String problem, String word, Path... files) {
    assertThatThrownBy(() -> look(word, files))
        .isInstanceOf(ProblemException.class)
        .hasMessage(problem);
  }

  private static X509Certificate certificate(Path file) throws Exception {
    return CertificateReader.read(Files.readAllBytes(file)).getFirst();
  }

  private Path pfx(String name, String more) throws IOException {
    Path chain = authority.together(authority.issuer(), authority.root());
    authority.openssl(
        "pkcs12 -export -inkey "
            + key
            + " -in "
            + leaf
            + " -certfile "
            + chain
            + " -name wildcard -passout pass:"
            + WORD
            + " "
            + more
            + " -out @"
            + name);
    return authority.file(name);
  }

  record Form(String name, Maker maker) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Maker {
    List<Path> make(ImportJobTest test) throws IOException;
  }

  private Path converted(String name, String words) {
    authority.openssl(words + " -in " + key + " -out @" + name);
    return authority.file(name);
  }

  private List<Path> with(Path theKey) {
    return List.of(theKey, leaf, authority.issuer(), authority.root());
  }

  static Stream<Form> forms() {
    return Stream.of(
        new Form(".pfx of today", t -> List.of(t.pfx("new.pfx", ""))),
        new Form(
            ".pfx of yesterday",
            t ->
                List.of(
                    t.pfx("old.pfx", "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1"))),
        new Form("PKCS#8 PEM without a password", t -> t.with(t.key)),
        new Form(
            "PKCS#8 PEM, PBKDF2",
            t -> t.with(t.converted("v2.key", "pkcs8 -topk8 -passout pass:" + WORD))),
        new Form(
            "PKCS#8 PEM, scrypt",
            t -> t.with(t.converted("scrypt.key", "pkcs8 -topk8 -scrypt -passout pass:" + WORD))),
        new Form(
            "PKCS#8 PEM, as before 1.0",
            t ->
                t.with(
                    t.converted("v1.key", "pkcs8 -topk8 -v1 PBE-SHA1-3DES -passout pass:" + WORD))),
        new Form("traditional PEM", t -> t.with(t.converted("rsa.key", "rsa -traditional"))),
        new Form(
            "traditional PEM with a password",
            t -> t.with(t.converted("aes.key", "rsa -traditional -aes128 -passout pass:" + WORD))),
        new Form(
            "one PEM for all, the key last",
            t ->
                List.of(
                    t.authority.together(t.leaf, t.authority.issuer(), t.authority.root(), t.key))),
        new Form(
            "key in PEM, certificates in PKCS#7",
            t ->
                List.of(
                    t.key,
                    t.authority.pkcs7("DER", t.authority.root(), t.leaf, t.authority.issuer()))));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theRightPairComesOutOfEveryForm(Form form) throws Exception {
    List<FoundKey> found = look(WORD, form.maker().make(this).toArray(Path[]::new));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().certificate().names()).containsExactly("*.example.com");
    assertThat(found.getFirst().rootKnown()).isTrue();
    Material material = Office.good(new ImportJob(office.bench()).choose(found, ""));
    try (Finished finished = office.make(material, out)) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
    }
    Path keystore = out.resolve("KeyStore.jks");
    assertThat(Office.open(keystore, Office.SERVER).key().orElseThrow().chain())
        .containsExactly(
            certificate(leaf), certificate(authority.issuer()), certificate(authority.root()));
    assertThat(Office.open(out.resolve("cert.jks"), Office.CLIENT).trusted())
        .containsExactly(certificate(authority.root()));
    HeldKey held = office.held(keystore);
    assertThat(KeyMatch.fits(held.key(), certificate(leaf).getPublicKey())).isTrue();
  }

  private Path keytool(String... more) {
    Path store = office.home.resolve("several.jks");
    List<String> command =
        new ArrayList<>(
            List.of(
                Programs.keytools().getFirst(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "JKS",
                "-keystore",
                store.toString(),
                "-storepass",
                WORD));
    command.addAll(List.of(more));
    Programs.Ran ran = Programs.run(command);
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return store;
  }

  @Test
  void ofSeveralKeysOneIsChosen() throws Exception {
    keytool("-alias", "old", "-dname", "CN=old.example.com", "-keypass", WORD);
    Path store = keytool("-alias", "New", "-dname", "CN=new.example.com", "-keypass", WORD);
    ImportJob job = new ImportJob(office.bench());
    List<FoundKey> found = look(WORD, store);

    assertThat(found).extracting(FoundKey::alias).containsExactly("new", "old");
    assertThat(Office.stops(job.choose(found, ""))).containsExactly("import.problem.several");
    assertThat(Office.stops(job.choose(found, "x"))).containsExactly("import.problem.unknownAlias");
    office.make(Office.good(job.choose(found, "NEW")), out).close();
    assertThat(office.held(out.resolve("KeyStore.jks")).certificate().getSubjectX500Principal())
        .hasToString("CN=new.example.com");
    assertThat(Office.open(out.resolve("cert.jks"), Office.CLIENT).trusted())
        .containsExactly(office.held(out.resolve("KeyStore.jks")).certificate());
  }

  @Test
  void aKeyWithAPasswordOfItsOwnIsSaid() {
    Path store = keytool("-alias", "a", "-dname", "CN=a.example.com", "-keypass", "Another-42");

    refused("keystore.key.problem.otherPassword", WORD, store);
  }

  @Test
  void everyFileThatIsNotFitHasAReasonOfItsOwn() throws Exception {
    Path locked = converted("locked.key", "pkcs8 -topk8 -passout pass:" + WORD);
    Path older = converted("older.key", "rsa -traditional -aes128 -passout pass:" + WORD);
    Path cut =
        Files.writeString(office.home.resolve("cut.key"), Files.readString(key).substring(0, 500));

    refused("import.problem.empty", "");
    refused("keystore.pem.problem.passwordMissing", "", locked, leaf);
    refused("keystore.pem.problem.wrongPassword", "wrong-word", locked, leaf);
    refused("keystore.pem.problem.wrongPassword", "wrong-word", older, leaf);
    refused("keystore.pem.problem.damaged", "", cut, leaf);
    refused("import.problem.noKey", "", leaf, authority.root());
    refused("import.problem.noCertificate", "", key);
    refused("import.problem.otherCertificate", "", key, authority.root());
    refused("keystore.read.problem.wrongPassword", "wrong-word", pfx("wrong.pfx", ""));
    refused(
        "keystore.read.problem.notAKeystore",
        WORD,
        Files.writeString(office.home.resolve("notes.txt"), "nothing of the kind"));
    refused("run.source.problem.missing", WORD, office.home.resolve("none.pfx"));
  }

  @Test
  void aKeyThatAsksForEndlessPasswordRoundsIsRefused() throws Exception {
    Path endless = converted("endless.key", "pkcs8 -topk8 -iter 2100000 -passout pass:" + WORD);

    refused("keystore.read.problem.rounds", WORD, endless, leaf);
  }

  @Test
  void anExpiredCertificateIsTakenWithAWarning() throws Exception {
    Path old =
        authority.sign(
            "issuing",
            authority.file("wildcard.csr"),
            "-startdate 20200101000000Z -enddate 20210101000000Z");

    Checked<Material> chosen = new ImportJob(office.bench()).choose(look("", key, old), "");

    assertThat(Office.warnings(chosen))
        .containsExactly("import.warning.expired", "import.warning.noRoot");
  }

  @Test
  void aCertificateThatOnlyOldProgramsTakeIsTakenWithWarnings() throws Exception {
    Path old = authority.file("old.pem");
    authority.openssl(
        "req -x509 -key " + key + " -days 30 -subj /CN=tw.example.com -out", "" + old);

    Checked<Material> chosen = new ImportJob(office.bench()).choose(look("", key, old), "");

    assertThat(Office.warnings(chosen))
        .containsExactly("import.warning.authority", "import.warning.noNames");
  }
}
