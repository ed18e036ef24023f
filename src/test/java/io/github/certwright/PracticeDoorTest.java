package io.github.certwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.Finding;
import io.github.certwright.check.HostPort;
import io.github.certwright.check.Level;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Planner;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.NewConnection;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.ServerLook;
import io.github.certwright.wizard.Services.Ended;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A practice in the wizard: the whole way, nothing outside it, and nothing left of it. */
class PracticeDoorTest {
  private static final String OTHER = "https://twcloud.example.com:8111";

  @TempDir private Path root;
  private PracticeDoor practice;
  private PracticeServices services;
  private WhereAnswer where;
  private UploadAnswer upload;

  @BeforeEach
  void open() throws ProblemException {
    practice =
        PracticeDoor.open(
            new Workbench(
                new Machine(
                    Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), root),
                Disk.real(),
                root.resolve("journals"),
                Clock.system(ZoneOffset.UTC),
                new SecureRandom(),
                Text.english()),
            ServerTools.usual());
    services = practice.services();
    where = practice.where();
    upload = where.upload().orElseThrow();
  }

  @AfterEach
  void close() {
    if (Files.exists(practice.home())) {
      practice.close();
    }
  }

  @Test
  void theWholeWayIsPlayedAndNothingIsLeftOfIt() throws Exception {
    assertThat(services.findTools(new Cancellation())).hasSize(1);
    assertThat(services.look(upload.url())).isInstanceOf(ServerLook.AskFirst.class);
    ServerLook.AskFirst asked = (ServerLook.AskFirst) services.look(upload.url());
    services.agree(upload.url(), asked.fingerprint());
    assertThat(services.testSignIn(upload, new Cancellation()).mayChange()).isTrue();
    CheckReport early = services.check(connection(asked, List.of()), new Cancellation());
    assertThat(early.level()).as("another certificate than the new one").isEqualTo(Level.AMBER);
    assertThat(early.findings()).extracting(Finding::key).containsExactly("wizard.check.other");

    Ended how = run();
    assertThat(how.report().state()).isEqualTo(RunReport.State.DONE);
    everyLookSaysWhatItAsked(how.report());
    practice.close();
    assertThat(practice.home()).doesNotExist();
    nothingStays();
    int port = URI.create(upload.url()).getPort();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }

  private void everyLookSaysWhatItAsked(RunReport report) {
    NewConnection made =
        new NewConnection(
            new HostPort("localhost", upload.tlsPort()),
            Path.of(where.folder()).resolve(FileRole.CLIENT_STORE.fileName()),
            report.tools(),
            report.certificate().orElseThrow().sha256());
    CheckReport seen = services.check(made, new Cancellation());
    assertThat(seen.verdict().key()).isEqualTo("check.verdict.trusted");
    assertThat(seen.trusts()).hasSize(1);
    CheckReport byFile =
        services.check(
            new NewConnection(made.where(), made.clientStore(), List.of(), made.fingerprint()),
            new Cancellation());
    assertThat(byFile.verdict().key()).isEqualTo("wizard.check.trusted");
    CheckReport byNothing =
        services.check(
            new NewConnection(
                made.where(), root.resolve("none.jks"), List.of(), made.fingerprint()),
            new Cancellation());
    assertThat(byNothing.verdict().key()).isEqualTo("wizard.check.same");
  }

  @Test
  void noWayLeadsToARealServerARealToolOrAFolderThatStays() {
    assertThat(services.look(OTHER))
        .isInstanceOfSatisfying(
            ServerLook.Refused.class,
            refused -> assertThat(refused.problem().key()).isEqualTo("practice.server.other"));
    UploadAnswer real = new UploadAnswer(OTHER, upload.signIn(), 10002);
    refused(() -> services.testSignIn(real, new Cancellation()), "practice.server.other");
    refused(() -> services.lookAtTool(root), "practice.tool.other");
    refused(() -> services.saveCopy(root, root.resolve("copy")), "practice.kept");
    refused(() -> services.saveReminder(null, root.resolve("end.ics")), "practice.kept");
    where =
        new WhereAnswer(
            root.resolve("real").toString(), false, Optional.empty(), List.of(), Optional.empty());
    assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class);
    nothingStays();
  }

  @Test
  void aCheckAsksThePretendServerWhateverAddressWasTyped() throws Exception {
    ServerLook.AskFirst asked = (ServerLook.AskFirst) services.look(upload.url());
    try (ServerSocket real = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      NewConnection typed =
          new NewConnection(
              new HostPort("127.0.0.1", real.getLocalPort()),
              root.resolve("none.jks"),
              List.of(),
              asked.fingerprint());
      CheckReport seen = services.check(typed, new Cancellation());
      assertThat(seen.asked()).isEqualTo("localhost:" + upload.tlsPort());
      // A connection would stand in the queue by now.
      real.setSoTimeout(1);
      assertThatThrownBy(real::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** The room for journals is made at the first job and stays. */
  private void nothingStays() {
    assertThat(root).isDirectoryNotContaining(file -> !file.endsWith("journals"));
    assertThat(root.resolve("journals")).isEmptyDirectory();
  }

  private static void refused(ThrowingCallable door, String key) {
    assertThatThrownBy(door)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
  }

  private NewConnection connection(ServerLook.AskFirst asked, List<RunReport.ToolReport> tools) {
    String print = asked.fingerprint().hex();
    char other = print.charAt(0) == '0' ? '1' : '0';
    return new NewConnection(
        new HostPort("localhost", URI.create(upload.url()).getPort()),
        root.resolve("none.jks"),
        tools,
        new Fingerprint(other + print.substring(1)));
  }

  private Ended run() {
    Secret server = Secret.ofText("Server-horse9");
    Secret client = Secret.ofText("Client-horse9");
    Answers answers =
        new Answers(
            new ServerAnswer("localhost", List.of()),
            OrganisationAnswer.none(),
            new PasswordAnswer(server, server.copy(), client, client.copy(), false),
            CertificateAnswer.defaults(),
            where);
    return switch (Planner.plan(answers, services.survey(where))) {
      case Checked.Good<Plan>(Plan plan, var warnings) ->
          services.run(plan, answers, Rights.OWN, Progress.none(), new Cancellation());
      case Checked.Bad<Plan>(var problems) -> throw new AssertionError(problems);
    };
  }
}
