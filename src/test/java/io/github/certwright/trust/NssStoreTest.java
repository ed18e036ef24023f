package io.github.certwright.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.Trusted;
import io.github.certwright.trust.TrustOutcome.AlreadyThere;
import io.github.certwright.trust.TrustOutcome.Failed;
import io.github.certwright.trust.TrustOutcome.Installed;
import io.github.certwright.trust.TrustOutcome.NeedsAdminRights;
import io.github.certwright.trust.TrustOutcome.Removed;
import io.github.certwright.trust.TrustOutcome.WasNotThere;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Browsers' databases, made and judged by Mozilla's own certutil. */
class NssStoreTest {
  private static final Path CERTUTIL = Path.of("/usr/bin/certutil");

  @TempDir Path folder;
  private Computer computer;

  @BeforeEach
  void programIsThere() throws IOException {
    assumeTrue(Files.isExecutable(CERTUTIL), "certutil (libnss3-tools) is not installed");
    computer = Computer.linux(folder, "ID=debian").withReal("certutil");
  }

  private Path database(Path at) throws IOException {
    Files.createDirectories(at);
    assertThat(certutil("-N", at, "--empty-password").exitCode()).isZero();
    return at;
  }

  private static Programs.Ran certutil(String act, Path at, String... more) {
    List<String> words =
        new java.util.ArrayList<>(List.of(CERTUTIL.toString(), act, "-d", "sql:" + at));
    words.addAll(Arrays.asList(more));
    return Programs.run(words);
  }

  private TrustStore chromium() throws IOException {
    database(computer.home.resolve(".pki/nssdb"));
    return TrustStores.named(computer.tools(), List.of("chromium"), Secret.empty())
        .all()
        .getFirst();
  }

  private Path place(TrustStore store) {
    return store.name().place().orElseThrow();
  }

  @Test
  void anAuthorityIsTrustedAsOneAndTakenOutAgain() throws IOException {
    TrustStore store = chromium();
    Trusted root = Trusted.root("Example Root");

    assertThat(Computer.state(store, root)).isInstanceOf(TrustState.NotTrusted.class);
    assertThat(Computer.remove(store, root)).isInstanceOf(WasNotThere.class);
    assertThat(Computer.install(store, root)).isInstanceOf(Installed.class);
    String label = new Anchor(root.certificate()).label();
    assertThat(certutil("-L", place(store)).output()).containsPattern(label + " +C,,");
    assertThat(certutil("-V", place(store), "-u", "L", "-n", label).exitCode()).isZero();
    assertThat(Computer.install(store, root)).isInstanceOf(AlreadyThere.class);
    assertThat(Computer.remove(store, root)).isInstanceOf(Removed.class);
    assertThat(certutil("-L", place(store)).output()).doesNotContain(label);
  }

  @Test
  void aServersOwnCertificateIsAPeerBecauseChromiumRefusesItAsAnAuthority() throws IOException {
    TrustStore store = chromium();
    Trusted leaf = Trusted.leaf();

    assertThat(Computer.install(store, leaf)).isInstanceOf(Installed.class);

    assertThat(certutil("-L", place(store)).output()).contains("P,,").doesNotContain("C,,");
    assertThat(Computer.remove(store, leaf)).isInstanceOf(Removed.class);
  }

  @Test
  void anEndedCertificateCanBeInstalledAndRemovedAllTheSame() throws IOException {
    TrustStore store = chromium();
    Trusted ended = Trusted.ended();

    assertThat(Computer.install(store, ended)).isInstanceOf(Installed.class);
    assertThat(Computer.remove(store, ended)).isInstanceOf(Removed.class);
  }

  @Test
  void anAuthorityBelowAnotherAndAnIssuedServerCanBeTrustedAsTheyStand() throws IOException {
    TrustStore store = chromium();
    Trusted root = Trusted.root("Example Root");

    assertThat(Computer.install(store, root.below("Department"))).isInstanceOf(Installed.class);
    assertThat(Computer.install(store, root.issue())).isInstanceOf(Installed.class);
  }

  @Test
  void aRenewedAuthorityOfTheSameNameDoesNotTakeTheOldOneWithIt() throws IOException {
    TrustStore store = chromium();
    Trusted old = Trusted.root("Example Root");
    Trusted renewed = Trusted.root("Example Root");
    Computer.install(store, old);
    assertThat(Computer.install(store, renewed)).isInstanceOf(Installed.class);

    assertThat(Computer.remove(store, old)).isInstanceOf(Removed.class);

    assertThat(Computer.state(store, renewed)).isInstanceOf(TrustState.Trusted.class);
    assertThat(Computer.state(store, old)).isInstanceOf(TrustState.NotTrusted.class);
  }

  @Test
  void whatSomebodyElsePutInUnderAnotherNameIsFoundByItsFingerprint() throws IOException {
    TrustStore store = chromium();
    Trusted root = Trusted.root("Example Root");
    Path file = root.pemIn(folder, "root.pem");
    certutil("-A", place(store), "-t", "C,,", "-n", "by hand", "-i", file.toString());

    assertThat(Computer.state(store, root)).isInstanceOf(TrustState.Trusted.class);
    assertThat(Computer.remove(store, root)).isInstanceOf(Removed.class);
    assertThat(certutil("-L", place(store)).output()).doesNotContain("by hand");
  }

  @Test
  void anAuthorityWhoseTrustWasSwitchedOffIsTrustedAgain() throws IOException {
    TrustStore store = chromium();
    Trusted root = Trusted.root("Example Root");
    Computer.install(store, root);
    certutil("-M", place(store), "-t", ",,", "-n", new Anchor(root.certificate()).label());

    assertThat(Computer.state(store, root)).isInstanceOf(TrustState.WithoutTrust.class);
    assertThat(Computer.install(store, root)).isInstanceOf(Installed.class);
  }

  @Test
  void aDatabaseWithAPasswordIsExplainedAndLeftAsItWas() throws IOException {
    Path at = Files.createDirectories(folder.resolve("primary"));
    Path pass = Files.writeString(folder.resolve("pass"), "correct horse\n");
    certutil("-N", at, "-f", pass.toString());
    TrustStore store = new NssStore(computer.tools(), StoreKind.FIREFOX, at);

    TrustOutcome outcome = Computer.install(store, Trusted.root("Example Root"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.problem().key()).isEqualTo("trust.nss.problem.password");
              assertThat(failed.leftBehind()).isEmpty();
            });
    assertThat(certutil("-L", at).output()).doesNotContain("certwright");
  }

  @Test
  void aDamagedDatabaseIsToldFromALockedOne() throws IOException {
    TrustStore damaged =
        new NssStore(computer.tools(), StoreKind.FIREFOX, database(folder.resolve("damaged")));
    Files.writeString(folder.resolve("damaged/cert9.db"), "not a database at all".repeat(500));
    Path at = database(folder.resolve("locked"));
    TrustStore locked = new NssStore(computer.tools(), StoreKind.FIREFOX, at);

    assertThat(key(Computer.install(damaged, Trusted.leaf())))
        .isEqualTo("trust.nss.problem.damaged");
    // The bytes by which SQLite locks a database for writing: fileformat.html, "The Lock-Byte".
    try (FileChannel channel =
            FileChannel.open(
                at.resolve("cert9.db"), StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock _ = channel.lock(0x40000000L, 512, false)) {
      assertThat(key(Computer.install(locked, Trusted.leaf())))
          .isEqualTo("trust.nss.problem.locked");
    }
    assertThat(Computer.install(locked, Trusted.leaf())).isInstanceOf(Installed.class);
  }

  private static String key(TrustOutcome outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed) outcome).problem().key();
  }

  @Test
  void withoutTheRightToWriteTheCommandForItIsGiven() throws IOException {
    TrustStore store = chromium();
    computer.forbid(place(store));
    Trusted leaf = Trusted.leaf();
    TrustStore again = new NssStore(computer.tools(), StoreKind.CHROMIUM, place(store));

    TrustOutcome outcome = Computer.install(again, leaf);

    assertThat(outcome).isInstanceOf(NeedsAdminRights.class);
    List<String> command = ((NeedsAdminRights) outcome).commands().getFirst();
    assertThat(command)
        .containsSubsequence("certutil", "-A", "sql:" + place(store), "P,,", "/staged/it.crt");
    assertThat(Computer.state(store, leaf)).isInstanceOf(TrustState.NotTrusted.class);
  }
}
