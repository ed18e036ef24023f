package io.github.certwright.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Trusted;
import io.github.certwright.trust.Programs.Ended;
import io.github.certwright.trust.TrustOutcome.AlreadyThere;
import io.github.certwright.trust.TrustOutcome.Failed;
import io.github.certwright.trust.TrustOutcome.Installed;
import io.github.certwright.trust.TrustOutcome.NeedsAdminRights;
import io.github.certwright.trust.TrustOutcome.Removed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The distributions' own lists, each in a folder that stands for the whole computer. */
class LinuxStoresTest {
  private static final Ended FINE = new Ended(0, "", "");

  @TempDir Path folder;
  private Trusted root;

  @BeforeEach
  void makeRoot() {
    root = Trusted.root("Example Root");
  }

  private static TrustStore named(Computer computer, String name) {
    TrustStores found = TrustStores.named(computer.tools(), List.of(name), Secret.empty());
    assertThat(found.notes()).isEmpty();
    return found.all().getFirst();
  }

  /** What the distributions' programs do, as far as it matters: all files in one bundle. */
  private static Computer.StandIn bundling(Computer computer, String anchors, String bundle) {
    return words -> {
      Path out = computer.root.resolve(bundle);
      Files.createDirectories(out.getParent());
      List<String> lines = new ArrayList<>();
      try (Stream<Path> all = Files.list(computer.root.resolve(anchors))) {
        for (Path file : all.sorted().toList()) {
          lines.addAll(Files.readAllLines(file));
        }
      }
      Files.write(out, lines);
      return FINE;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "redhat, ID=fedora, update-ca-trust, etc/pki/ca-trust/source/anchors, .pem,"
        + " etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "redhat, ID_LIKE=\"rhel centos fedora\", update-ca-trust, etc/pki/ca-trust/source/anchors,"
        + " .pem, etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "arch, ID=arch, trust, etc/ca-certificates/trust-source/anchors, .crt,"
        + " etc/ca-certificates/extracted/tls-ca-bundle.pem",
    "suse, ID_LIKE=\"suse opensuse\", update-ca-certificates, usr/share/pki/trust/anchors, .pem,"
        + " var/lib/ca-certificates/ca-bundle.pem",
    "debian, ID_LIKE=\"ubuntu debian\", update-ca-certificates, usr/local/share/ca-certificates,"
        + " .crt, etc/ssl/certs/ca-certificates.crt"
  })
  void eachDistributionHasItsOwnFolderAndProgram(
      String name, String release, String program, String anchors, String ending, String bundle)
      throws IOException {
    Computer computer = Computer.linux(folder, "NAME=x", release);
    computer.with(program, bundling(computer, anchors, bundle));
    TrustStore store = named(computer, name);

    assertThat(Computer.install(store, root)).isInstanceOf(Installed.class);
    Path file =
        computer.root.resolve(anchors).resolve(new Anchor(root.certificate()).label() + ending);
    assertThat(file).hasContent(root.pem());
    assertThat(Computer.install(store, root)).isInstanceOf(AlreadyThere.class);
    assertThat(Computer.remove(store, root)).isInstanceOf(Removed.class);
    assertThat(file).doesNotExist();
    assertThat(Computer.state(store, root)).isInstanceOf(TrustState.NotTrusted.class);
  }

  @Test
  void theRealProgramOfDebianTakesItOverAndForgetsItAgain() throws IOException {
    Path program = Path.of("/usr/sbin/update-ca-certificates");
    assumeTrue(Files.isExecutable(program), "update-ca-certificates is not installed");
    Computer computer = Computer.linux(folder, "ID=debian");
    Path anchors =
        Files.createDirectories(computer.root.resolve("usr/local/share/ca-certificates"));
    Path bundle =
        Files.createDirectories(computer.root.resolve("etc/ssl/certs"))
            .resolve("ca-certificates.crt");
    Path none = Files.createDirectories(folder.resolve("none"));
    Path list = Files.writeString(folder.resolve("list.conf"), "# nothing\n");
    computer.with(
        "update-ca-certificates",
        words -> {
          List<String> real = new ArrayList<>(List.of(program.toString()));
          real.addAll(words.subList(1, words.size()));
          real.addAll(List.of("--certsconf", list.toString(), "--certsdir", none.toString()));
          real.addAll(List.of("--localcertsdir", anchors.toString()));
          real.addAll(List.of("--etccertsdir", bundle.getParent().toString()));
          real.addAll(List.of("--hooksdir", none.toString()));
          var done = io.github.certwright.testing.Programs.run(real);
          return new Ended(done.exitCode(), done.output(), "");
        });
    TrustStore store = named(computer, "debian");
    Trusted leaf = Trusted.leaf();

    assertThat(Computer.install(store, root)).isInstanceOf(Installed.class);
    assertThat(Computer.install(store, leaf)).isInstanceOf(Installed.class);
    assertThat(verify(bundle, root.issue())).isTrue();
    assertThat(verify(bundle, leaf)).isTrue();
    assertThat(Computer.remove(store, root)).isInstanceOf(Removed.class);
    assertThat(verify(bundle, root.issue())).isFalse();
    assertThat(Computer.state(store, leaf)).isInstanceOf(TrustState.Trusted.class);
  }

  private boolean verify(Path bundle, Trusted server) throws IOException {
    Path file = server.pemIn(folder, "server.pem");
    return io.github.certwright.testing.Programs.run(
                List.of(
                    "openssl",
                    "verify",
                    "-no-CApath",
                    "-CAfile",
                    bundle.toString(),
                    file.toString()))
            .exitCode()
        == 0;
  }

  @ParameterizedTest
  @CsvSource({"ID=fedora, redhat, update-ca-trust", "ID=arch, arch, trust"})
  void aServersOwnCertificateIsRefusedWhereOnlyAuthoritiesArePassedOn(
      String release, String name, String program) throws IOException {
    Computer computer = Computer.linux(folder, release).with(program, words -> FINE);

    assertThat(problem(Computer.install(named(computer, name), Trusted.leaf())))
        .isEqualTo("trust.problem.authorities-only");
    assertThat(computer.ran).isEmpty();
  }

  private static String problem(TrustOutcome outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    assertThat(((Failed) outcome).leftBehind()).isEmpty();
    return ((Failed) outcome).problem().key();
  }

  @Test
  void aStoreThatSaysYesAndDoesNothingIsNoSuccessAndNothingStays() throws IOException {
    Computer computer =
        Computer.linux(folder, "ID=debian").with("update-ca-certificates", words -> FINE);
    TrustStore store = named(computer, "debian");

    assertThat(problem(Computer.install(store, root))).isEqualTo("trust.problem.said-yes");

    assertThat(computer.root.resolve("usr/local/share/ca-certificates")).isEmptyDirectory();
  }

  @Test
  void aStoreThatSaysGoneAndKeepsItIsNoSuccess() throws IOException {
    Computer computer = Computer.linux(folder, "ID=debian");
    String anchors = "usr/local/share/ca-certificates";
    computer.with(
        "update-ca-certificates",
        words ->
            words.contains("--fresh")
                ? FINE
                : bundling(computer, anchors, "etc/ssl/certs/ca-certificates.crt").run(words));
    TrustStore store = named(computer, "debian");
    Computer.install(store, root);

    assertThat(problem(Computer.remove(store, root))).isEqualTo("trust.problem.still-there");
  }

  @Test
  void aProgramThatFailsLeavesNoFile() throws IOException {
    Computer computer =
        Computer.linux(folder, "ID=debian")
            .with("update-ca-certificates", words -> new Ended(1, "", "disk full"));
    TrustStore store = named(computer, "debian");

    TrustOutcome outcome = Computer.install(store, root);

    assertThat(((Failed) outcome).problem().key()).isEqualTo("trust.anchors.problem.program");
    assertThat(((Failed) outcome).problem().detail()).contains("disk full");
    assertThat(((Failed) outcome).leftBehind()).isEmpty();
    assertThat(computer.root.resolve("usr/local/share/ca-certificates")).isEmptyDirectory();
  }

  @Test
  void withoutRightsNothingIsTriedAndTheCommandsAreExact() throws IOException {
    Computer computer =
        Computer.linux(folder, "ID=debian").with("update-ca-certificates", words -> FINE);
    Path anchors =
        Files.createDirectories(computer.root.resolve("usr/local/share/ca-certificates"));
    computer.forbid(anchors);

    TrustOutcome outcome = Computer.install(named(computer, "debian"), root);

    assertThat(computer.ran).isEmpty();
    assertThat(anchors).isEmptyDirectory();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            NeedsAdminRights.class,
            rights ->
                assertThat(rights.commands())
                    .containsExactly(
                        List.of(
                            "install",
                            "-D",
                            "-m",
                            "644",
                            "/staged/it.crt",
                            anchors
                                .resolve(new Anchor(root.certificate()).label() + ".crt")
                                .toString()),
                        List.of("update-ca-certificates")));
  }

  @Test
  void aFileWithSeveralCertificatesIsLeftAlone() throws IOException {
    Computer computer = Computer.linux(folder, "ID=debian");
    String anchors = "usr/local/share/ca-certificates";
    computer.with(
        "update-ca-certificates", bundling(computer, anchors, "etc/ssl/certs/ca-certificates.crt"));
    Path shared = Files.createDirectories(computer.root.resolve(anchors)).resolve("company.crt");
    Files.writeString(shared, root.pem() + Trusted.root("Other").pem());
    TrustStore store = named(computer, "debian");
    assertThat(Computer.install(store, root)).isInstanceOf(Installed.class);

    assertThat(problem(Computer.remove(store, root)))
        .isEqualTo("trust.anchors.problem.shared-file");
    assertThat(shared).exists();
  }

  @Test
  void anotherDistributionsStoreIsNotHere() throws IOException {
    Computer computer = Computer.linux(folder, "ID=debian").with("trust", words -> FINE);

    TrustStores found = TrustStores.named(computer.tools(), List.of("arch"), Secret.empty());

    assertThat(found.all()).isEmpty();
    assertThat(found.notes())
        .extracting(problem -> problem.key())
        .containsExactly("trust.problem.other-system");
  }

  @Test
  void aMissingProgramIsNamed() throws IOException {
    Computer computer = Computer.linux(folder, "ID=fedora");

    assertThat(problem(Computer.install(named(computer, "redhat"), root)))
        .isEqualTo("trust.anchors.problem.no-program");
  }

  @Test
  void anAdministratorIsNotToldToDeleteAFileThatOthersAreIn() throws IOException {
    Computer computer = Computer.linux(folder, "ID=debian");
    String anchors = "usr/local/share/ca-certificates";
    computer.with(
        "update-ca-certificates", bundling(computer, anchors, "etc/ssl/certs/ca-certificates.crt"));
    Path shared = Files.createDirectories(computer.root.resolve(anchors)).resolve("company.crt");
    Files.writeString(shared, root.pem() + Trusted.root("Other").pem());
    TrustStore store = named(computer, "debian");
    Computer.install(store, root);
    computer.forbid(shared.getParent());

    assertThat(problem(Computer.remove(named(computer, "debian"), root)))
        .isEqualTo("trust.anchors.problem.shared-file");
  }

  @Test
  void aRemovalWhoseProgramFailedIsFinishedByTheNextOne() throws IOException {
    Computer computer = Computer.linux(folder, "ID=debian");
    String anchors = "usr/local/share/ca-certificates";
    Computer.StandIn real = bundling(computer, anchors, "etc/ssl/certs/ca-certificates.crt");
    boolean[] broken = {false};
    computer.with(
        "update-ca-certificates",
        words -> broken[0] ? new Ended(1, "", "disk full") : real.run(words));
    TrustStore store = named(computer, "debian");
    Computer.install(store, root);
    broken[0] = true;
    assertThat(problem(Computer.remove(store, root))).isEqualTo("trust.anchors.problem.program");

    broken[0] = false;
    assertThat(Computer.remove(store, root)).isInstanceOf(Removed.class);
  }
}
