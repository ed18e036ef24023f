package io.github.certwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.Surroundings.FolderFacts;
import io.github.certwright.plan.Surroundings.FolderState;
import io.github.certwright.plan.Surroundings.ToolFacts;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
  private static final Path FOLDER = Path.of("/files");
  private static final Path TOOL = Path.of("/opt/csm");
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  private static Answers answers(String name, boolean replace, boolean generated) {
    Secret server = Secret.ofText("Correct-horse9");
    Secret client = Secret.ofText("Other-horse99");
    return new Answers(
        new ServerAnswer(name, List.of("192.168.1.20", name)),
        new OrganisationAnswer("Acme", "", "", "", "de"),
        new PasswordAnswer(server, server.copy(), client, client.copy(), generated),
        CertificateAnswer.defaults(),
        new WhereAnswer(
            "/files",
            replace,
            Optional.empty(),
            List.of(TOOL),
            Optional.of(
                new UploadAnswer(
                    "a.example",
                    new UploadAnswer.UserPassword("admin", Secret.ofText("x")),
                    UploadAnswer.DEFAULT_TLS_PORT))));
  }

  private static Surroundings surroundings(FolderState state, Set<String> names, long free) {
    return new Surroundings(
        NOW,
        new FolderFacts(FOLDER, state, names, free, ""),
        false,
        List.of(new ToolFacts(TOOL, "Cameo Systems Modeler", true, true, true, true, false)));
  }

  private static Plan good(Answers answers, Surroundings surroundings) {
    return switch (Planner.plan(answers, surroundings)) {
      case Checked.Good<Plan> good -> good.value();
      case Checked.Bad<Plan> bad -> throw new AssertionError(bad.problems());
    };
  }

  @Test
  void theKitNeverTakesThePlaceOfTheKeystore() {
    Answers answers = answers("a.example", true, true);
    WhereAnswer where =
        new WhereAnswer(
            "/files",
            true,
            Optional.of(FOLDER.resolve("sub/../KeyStore.jks")),
            List.of(),
            Optional.empty());

    Checked<Plan> checked =
        Planner.plan(
            new Answers(
                answers.server(),
                answers.organisation(),
                answers.passwords(),
                answers.certificate(),
                where),
            surroundings(FolderState.WRITABLE, Set.of("KeyStore.jks"), 1L << 30));

    assertThat(checked).isInstanceOf(Checked.Bad.class);
    assertThat(checked.problems()).extracting(Problem::key).contains("where.kit.problem.ours");
  }

  @Test
  void aPlanSaysEverythingThatWillBeTouchedInOrder() {
    Plan plan =
        good(answers("a.example", false, true), surroundings(FolderState.NEW, Set.of(), 1L << 30));

    assertThat(plan.steps())
        .extracting(Plan.Step::id)
        .containsExactly(
            "sign-in",
            "key",
            "certificate",
            "write.server-keystore",
            "write.server-password",
            "write.certificate",
            "write.client-store",
            "write.client-password",
            "write.client-kit",
            "install.1",
            "upload",
            "verify",
            "write.report");
    assertThat(plan.newFolder()).isTrue();
    assertThat(plan.installs().getFirst().replaces()).isTrue();
    assertThat(plan.upload().orElseThrow().url()).hasToString("https://a.example:8111");
    assertThat(plan.files()).noneMatch(Plan.PlannedFile::replaces);
    assertThat(plan).asString().doesNotContain("horse");
  }

  @Test
  void thePasswordFileIsOnlyPlannedForPasswordsThatNobodyTyped() {
    Plan plan =
        good(
            answers("a.example", false, false),
            surroundings(FolderState.WRITABLE, Set.of(), 1L << 30));
    assertThat(plan.files()).noneMatch(file -> file.role() == FileRole.SERVER_PASSWORD);
  }

  @Test
  void theCertificateIsValidFromAnHourAgoInWholeSecondsAndNamesEachNameOnce() {
    CertificatePlan certificate = Planner.certificate(answers("a.example", false, false), NOW);
    assertThat(certificate.notBefore()).isEqualTo(Instant.parse("2026-11-21T11:34:56Z"));
    assertThat(certificate.notAfter()).isEqualTo(Instant.parse("2029-02-23T12:34:56Z"));
    assertThat(certificate.names())
        .containsExactly(
            new HostName.Dns("a.example", "a.example"), new HostName.Ip("192.168.1.20"));
    assertThat(certificate.subject())
        .extracting(CertificatePlan.NamePart::type, CertificatePlan.NamePart::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CN", "a.example"),
            org.assertj.core.groups.Tuple.tuple("O", "Acme"),
            org.assertj.core.groups.Tuple.tuple("C", "DE"));
  }

  @ParameterizedTest
  @CsvSource({"'',twcloud", "*.,twcloud"})
  void aNameTooLongForACommonNameStandsInFullAmongTheAlternativeNamesOnly(
      String star, String common) {
    String name = star + "twcloud." + "a".repeat(60) + ".example";
    CertificatePlan certificate = Planner.certificate(answers(name, false, false), NOW);
    assertThat(certificate.subject().getFirst().value()).isEqualTo(common);
    assertThat(certificate.names().getFirst().ascii()).isEqualTo(name);
  }

  @Test
  void existingFilesStopThePlanUnlessTheyMayBeReplaced() {
    Surroundings used =
        surroundings(FolderState.WRITABLE, Set.of("KeyStore.jks", "notes.txt"), 1L << 30);

    assertThat(Planner.plan(answers("a.example", false, false), used).problems())
        .extracting(Problem::key)
        .containsExactly("where.folder.problem.exists");
    assertThat(good(answers("a.example", true, false), used).files())
        .filteredOn(Plan.PlannedFile::replaces)
        .extracting(Plan.PlannedFile::role)
        .containsExactly(FileRole.SERVER_KEYSTORE);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_A_PATH, 1000000000, where.folder.problem.notAPath",
    "NOT_A_FOLDER, 1000000000, where.folder.problem.notAFolder",
    "NOT_WRITABLE, 1000000000, where.folder.problem.notWritable",
    "WRITABLE, 1000, where.folder.problem.full"
  })
  void aFolderThatCannotBeUsedIsSaidToBeSo(FolderState state, long free, String key) {
    assertThat(
            Planner.plan(answers("a.example", false, false), surroundings(state, Set.of(), free))
                .problems())
        .extracting(Problem::key)
        .containsExactly(key);
  }
}
