package io.github.certwright.run;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Planner;
import io.github.certwright.problem.Checked;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.ServerLimits;
import io.github.certwright.server.TeamworkCloud;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.server.practice.PracticeUser;
import io.github.certwright.text.Text;
import io.github.certwright.tls.FingerprintWatch;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.TlsLimits;
import io.github.certwright.tls.TlsProbe;
import io.github.certwright.tls.TrustHandshake;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A computer with one modeling tool, a practice server, and an administrator's answers. */
final class Scene implements AutoCloseable {
  final Path home;
  final Path everything;
  final Path files;
  final Path tool;
  final PracticeServer server;
  final int tlsPort;
  final Pins pins = Pins.inMemory();
  final Cancellation cancellation = new Cancellation();
  boolean replace;
  boolean upload = true;
  String user = "Administrator";
  Disk disk = Disk.real();

  Scene(Path root) throws IOException {
    home = Files.createDirectories(root.resolve("home"));
    everything = root.resolve("disk");
    files = everything.resolve("files");
    tool = everything.resolve("opt").resolve("Cameo Systems Modeler 2021x");
    for (String folder : List.of("bin", "lib", "plugins")) {
      Files.createDirectories(tool.resolve(folder));
    }
    Files.writeString(tool.resolve("bin/csm.properties"), "JAVA_HOME=\nJAVA_ARGS=\nCLASSPATH=\n");
    server =
        PracticeServer.start(
            List.of(
                PracticeUser.of("Administrator", Secret.ofText("let me in"), true),
                PracticeUser.of("Reviewer", Secret.ofText("let me in"), false)));
    tlsPort = PracticeServer.freePort();
    pins.remember("127.0.0.1", server.port(), server.fingerprint());
    pins.remember(server.url().getHost(), server.port(), server.fingerprint());
  }

  Workbench bench() {
    return new Workbench(
        new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), home),
        disk,
        home.resolve("journals"),
        Clock.system(ZoneOffset.UTC),
        new SecureRandom(),
        Text.english());
  }

  static ServerTools quickTools() {
    Duration minute = Duration.ofSeconds(60);
    TlsLimits limits = new TlsLimits(minute, minute);
    Duration two = Duration.ofSeconds(2);
    return new ServerTools(
        new TlsProbe(limits),
        new TeamworkCloud(new ServerLimits(minute, minute, minute, minute, 1 << 20)),
        new FingerprintWatch(),
        new TrustHandshake(limits),
        two);
  }

  Answers answers() {
    Secret serverPassword = Secret.ofText("Server-horse9");
    Secret clientPassword = Secret.ofText("Client-horse9");
    Optional<UploadAnswer> where =
        upload
            ? Optional.of(
                new UploadAnswer(
                    server.url().toString(),
                    new UploadAnswer.UserPassword(user, Secret.ofText("let me in")),
                    tlsPort))
            : Optional.empty();
    return new Answers(
        new ServerAnswer("localhost", List.of("127.0.0.1")),
        OrganisationAnswer.none(),
        new PasswordAnswer(
            serverPassword, serverPassword.copy(), clientPassword, clientPassword.copy(), true),
        new CertificateAnswer(KeyChoice.EC256, 825, "teamworkcloud", StoreFormat.JKS),
        new WhereAnswer(files.toString(), replace, Optional.empty(), List.of(tool), where));
  }

  Plan plan() {
    CreateJob job = new CreateJob(bench(), quickTools());
    return switch (Planner.plan(answers(), job.survey(answers().where()))) {
      case Checked.Good<Plan> good -> good.value();
      case Checked.Bad<Plan> bad -> throw new AssertionError(bad.problems());
    };
  }

  Finished run(Progress progress) {
    return new CreateJob(bench(), quickTools())
        .run(plan(), answers(), pins, progress, cancellation);
  }

  /** Files of an earlier job stand in every place that this one writes to. */
  void olderFilesAreThere() throws IOException {
    Files.createDirectories(files);
    for (FileRole role : FileRole.PAIR) {
      Files.writeString(files.resolve(role.fileName()), "old " + role);
    }
    Files.createDirectories(tool.resolve("certs"));
    Files.writeString(tool.resolve("certs/cert.jks"), "old store");
    Files.writeString(tool.resolve("certs/cert.pass"), "old password");
    Files.writeString(tool.resolve("certs/other.txt"), "not ours");
    replace = true;
  }

  @Override
  public void close() {
    server.close();
  }
}
