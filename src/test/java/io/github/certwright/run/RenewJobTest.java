package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.run.RenewJob.Wanted;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.OpensslAuthority;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenewJobTest {
  @TempDir Path root;

  private Office office;
  private RenewJob job;
  private Path folder;
  private Path keystore;

  @BeforeEach
  void setUp() throws IOException {
    office = new Office(root);
    job = new RenewJob(office.bench());
    folder = office.disk.resolve("server");
    keystore = folder.resolve("KeyStore.jks");
  }

  private Renewal open() throws Exception {
    try (Secret password = Secret.ofText(Office.SERVER)) {
      return job.open(keystore, password);
    }
  }

  private X509Certificate now() throws Exception {
    return Office.open(keystore, Office.SERVER).key().orElseThrow().chain().getFirst();
  }

  private OpenAuthority authority() throws Exception {
    Path place = office.home.resolve("authority");
    AuthorityJob authorities = new AuthorityJob(office.bench());
    try (AuthorityAnswers answers =
            new AuthorityAnswers(
                "Example Root",
                OrganisationAnswer.none(),
                KeyChoice.EC384,
                3652,
                List.of(),
                Secret.ofText("Authority-horse9"),
                Secret.ofText("Authority-horse9"),
                place.toString(),
                false);
        Finished _ =
            authorities.create(
                Office.good(authorities.plan(answers)),
                answers.password(),
                Progress.none(),
                new Cancellation())) {
      return authorities.open(place.resolve("authority.p12"), answers.password());
    }
  }

  private void issuedBy(OpenAuthority authority) {
    Material material =
        Office.good(
            new AuthorityJob(office.bench())
                .issue(
                    authority,
                    new ServerAnswer("tw.example.com", List.of("10.0.0.7")),
                    new OrganisationAnswer("Example + Söhne", "", "", "", ""),
                    new CertificateAnswer(KeyChoice.EC256, 100, "teamworkcloud", StoreFormat.JKS)));
    office.make(material, folder).close();
  }

  /** Whether the trust manager of a client with this store accepts a server. */
  private static boolean accepted(Path store, X509Certificate... chain) throws Exception {
    KeyStore trust;
    try (Secret password = Secret.ofText(Office.CLIENT)) {
      trust = KeystoreReader.open(Files.readAllBytes(store), password);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trust);
    X509TrustManager manager = (X509TrustManager) factory.getTrustManagers()[0];
    try {
      manager.checkServerTrusted(chain, "ECDHE_ECDSA");
      return true;
    } catch (CertificateException _) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCertificateThatSignsItselfKeepsItsNamesAndItsOldFiles(boolean newKey) throws Exception {
    office.request(folder, "tw.example.com", "bücher.example", "10.0.0.7").close();
    X509Certificate old = now();
    byte[] before = Files.readAllBytes(keystore);
    Renewal renewal = open();
    assertThat(renewal.selfSigned()).isTrue();
    assertThat(renewal.clients(Optional.empty())).isEqualTo(Renewal.Clients.NEED_NEW_FILES);

    var made =
        job.material(
            renewal, new Wanted(newKey ? Optional.of(KeyChoice.EC384) : Optional.empty(), 400));
    assertThat(Office.warnings(made)).containsExactly("renew.warning.newFiles");
    office.make(Office.good(made), folder).close();

    X509Certificate renewed = now();
    assertThat(renewed.getSubjectX500Principal().getEncoded())
        .isEqualTo(old.getSubjectX500Principal().getEncoded());
    assertThat(renewed.getExtensionValue("2.5.29.17"))
        .isEqualTo(old.getExtensionValue("2.5.29.17"));
    assertThat(renewed.getPublicKey().equals(old.getPublicKey())).isEqualTo(!newKey);
    assertThat(renewed.getSerialNumber()).isNotEqualTo(old.getSerialNumber());
    assertThat(renewed.getNotAfter()).isAfter(old.getNotAfter());
    renewed.verify(renewed.getPublicKey());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("KeyStore.jks.")))
          .singleElement()
          .satisfies(backup -> assertThat(backup).hasBinaryContent(before));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theClientFilesOfOurOwnRootKeepWorking(boolean newKey) throws Exception {
    OpenAuthority authority = authority();
    issuedBy(authority);
    X509Certificate old = now();
    Path clients = Files.copy(folder.resolve("cert.jks"), office.disk.resolve("at-a-client.jks"));
    Renewal renewal = open();
    assertThat(renewal.clients(Optional.of(authority))).isEqualTo(Renewal.Clients.KEEP_WORKING);

    var made =
        job.material(
            renewal,
            new Wanted(newKey ? Optional.of(KeyChoice.EC256) : Optional.empty(), 825),
            authority);
    assertThat(Office.warnings(made)).isEmpty();
    office.make(Office.good(made), folder).close();

    X509Certificate renewed = now();
    assertThat(renewed.getSubjectX500Principal()).isEqualTo(old.getSubjectX500Principal());
    assertThat(renewed.getPublicKey().equals(old.getPublicKey())).isEqualTo(!newKey);
    assertThat(accepted(clients, renewed, authority.certificate())).isTrue();
    assertThat(Office.open(folder.resolve("cert.jks"), Office.CLIENT).trusted())
        .containsExactly(authority.certificate());
  }

  /** What the warning says: Java takes the old certificate for no issuer, even with one key. */
  @Test
  void theClientFilesOfACertificateThatSignedItselfStopWorking() throws Exception {
    office.request(folder, "tw.example.com").close();
    office.make(Office.good(job.material(open(), Wanted.usual())), folder).close();
    Path clients = Files.copy(folder.resolve("cert.jks"), office.disk.resolve("at-a-client.jks"));
    assertThat(accepted(clients, now())).isTrue();

    office.make(Office.good(job.material(open(), Wanted.usual())), folder).close();

    assertThat(accepted(clients, now())).isFalse();
    assertThat(accepted(folder.resolve("cert.jks"), now())).isTrue();
  }

  @Test
  void aCertificateOfAnotherAuthorityTakesANewRequest() throws Exception {
    office.request(folder, "tw.example.com").close();
    OpensslAuthority other = new OpensslAuthority(office.home.resolve("other"));
    Path signed = other.sign(folder.resolve("request.csr"));
    office
        .make(Office.good(office.read(keystore, signed, other.issuer(), other.root())), folder)
        .close();
    Renewal renewal = open();

    var refused = job.material(renewal, Wanted.usual());
    assertThat(Office.stops(refused)).containsExactly("renew.problem.authority");
    assertThat(refused.problems().getFirst().args()).containsExactly("Example Issuing CA");

    RequestJob requests = new RequestJob(office.bench(), office.waiting);
    try (Finished finished =
        requests.run(
            requests.plan(renewal.held()), renewal.held(), Progress.none(), new Cancellation())) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
    }
    Path again = other.sign(folder.resolve("request.csr"));
    // The issuers are in the keystore from the first time.
    office.make(Office.good(office.read(keystore, again)), folder).close();
    assertThat(now()).isEqualTo(CertificateReader.read(Files.readAllBytes(again)).getFirst());
    assertThat(Office.open(folder.resolve("cert.jks"), Office.CLIENT).trusted())
        .containsExactly(CertificateReader.read(Files.readAllBytes(other.root())).getFirst());
  }

  @Test
  void movingToOurOwnRootSaysThatClientsNeedNewFiles() throws Exception {
    office.request(folder, "tw.example.com").close();
    office.make(Office.good(job.material(open(), Wanted.usual())), folder).close();

    assertThat(Office.warnings(job.material(open(), Wanted.usual(), authority())))
        .containsExactly("renew.warning.newFiles");
  }

  @Test
  void aKeyThatIsTooShortIsNotKept() throws Exception {
    Files.createDirectories(folder);
    Programs.Ran made =
        Programs.run(
            List.of(
                Programs.keytools().getFirst(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-keysize",
                "1024",
                "-dname",
                "CN=tw.example.com",
                "-keystore",
                keystore.toString(),
                "-storepass",
                Office.SERVER));
    assertThat(made.exitCode()).as(made.output()).isZero();

    assertThat(Office.stops(job.material(open(), Wanted.usual())))
        .containsExactly("renew.problem.weakKey");
    office
        .make(
            Office.good(job.material(open(), new Wanted(Optional.of(KeyChoice.EC256), 90))), folder)
        .close();
    // keytool gave it no alternative names; a renewed one has them all the same.
    assertThat(now().getSubjectAlternativeNames())
        .singleElement()
        .satisfies(name -> assertThat(name.get(1)).isEqualTo("tw.example.com"));
  }
}
