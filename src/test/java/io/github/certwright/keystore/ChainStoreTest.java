package io.github.certwright.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.issue.Authority;
import io.github.certwright.issue.AuthorityMaker;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.issue.Issued;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.CertificatePlan.NamePart;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keystores whose certificate an authority issued. */
class ChainStoreTest {
  private static final String WORD = "Correct-horse9";

  private final Secret password = Secret.ofText(WORD);

  @TempDir private Path folder;

  private static String keytool(String keytool, Path store) {
    Programs.Ran ran =
        Programs.run(
            List.of(
                keytool,
                "-J-Duser.language=en",
                "-list",
                "-v",
                "-keystore",
                store.toString(),
                "-storepass",
                WORD));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return ran.output();
  }

  @ParameterizedTest
  @EnumSource(StoreFormat.class)
  void aKeyIsReadBackWithTheWholeChainThatIssuedIt(StoreFormat format) throws Exception {
    CertificateMaker maker = new CertificateMaker(new SecureRandom());
    AuthorityPlan rootPlan =
        new AuthorityPlan(
            List.of(new NamePart("CN", "Root")),
            KeyChoice.EC384,
            Instant.now().minus(Duration.ofHours(1)),
            Instant.now().plus(Duration.ofDays(900)),
            List.of(),
            folder,
            false,
            List.of());
    Authority root =
        new AuthorityMaker(new SecureRandom()).root(rootPlan, maker.keyPair(KeyChoice.EC384));
    CertificatePlan plan =
        new CertificatePlan(
            List.of(new NamePart("CN", "a.example")),
            List.of(new HostName.Dns("a.example", "a.example")),
            KeyChoice.EC256,
            Instant.now(),
            Instant.now().plus(Duration.ofDays(9)),
            "a");
    Issued chained = maker.issued(plan, maker.keyPair(KeyChoice.EC256), root);
    byte[] store =
        KeystoreWriter.server(format, "a", chained.privateKey(), chained.chain(), password);

    Path file = Files.write(folder.resolve("store"), store);
    for (String keytool : Programs.keytools()) {
      assertThat(keytool(keytool, file)).contains("Certificate chain length: 2", "CN=Root");
    }
    assertThat(KeystoreReader.read(store, password).key().orElseThrow().chain())
        .isEqualTo(chained.chain());
    assertThat(KeystoreReader.key(store, "a", password)).isEqualTo(chained.privateKey());
  }
}
