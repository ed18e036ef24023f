package io.github.certwright.wizard.page;

import io.github.certwright.WizardDoors;
import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.problem.Checked;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.TrustJob;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Text;
import io.github.certwright.trust.Computer;
import io.github.certwright.trust.Programs;
import io.github.certwright.wizard.FakeServices;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A made-up Debian with a list of its own and a Java, and the real jobs on it. */
final class PreparedStores {
  final Path anchors;
  final Computer computer;

  PreparedStores(Path folder) throws IOException {
    computer = new Computer(folder, OperatingSystem.LINUX);
    Files.createDirectories(computer.root.resolve("etc/ssl/certs"));
    Files.write(computer.root.resolve("etc/os-release"), List.of("ID=debian"));
    anchors = Files.createDirectories(computer.root.resolve("usr/local/share/ca-certificates"));
    Path java = Files.createDirectories(computer.home.resolve("java/lib/security"));
    Files.copy(
        Path.of(System.getProperty("java.home"), "lib/security/cacerts"), java.resolve("cacerts"));
    computer
        .variable("JAVA_HOME", computer.home.resolve("java").toString())
        .with("update-ca-certificates", words -> bundle());
  }

  /** Somebody has changed the password of Java's own list. */
  void lockJava(String password) throws IOException {
    Path cacerts = computer.home.resolve("java/lib/security/cacerts");
    try {
      KeyStore known = KeyStore.getInstance(cacerts.toFile(), "changeit".toCharArray());
      try (OutputStream out = Files.newOutputStream(cacerts)) {
        known.store(out, password.toCharArray());
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Nobody but an administrator may change the system's own list. */
  void forbidSystem() {
    computer.forbid(anchors);
  }

  /** Puts the real jobs behind the doors. */
  void behind(FakeServices services) {
    Workbench bench =
        new Workbench(
            computer.machine(),
            Disk.real(),
            computer.home.resolve("journals"),
            Clock.systemUTC(),
            new SecureRandom(),
            Text.english());
    services.roots = Optional.of(WizardDoors.roots(bench));
    services.trusting =
        Optional.of(WizardDoors.trusting(bench, new TrustJob(bench, computer.tools())));
  }

  /** Makes an authority for example.com and tells its file. */
  Path authority(FakeServices services, String password) {
    Path made = computer.home.resolve("root");
    try (AuthorityAnswers answers =
            new AuthorityAnswers(
                "Example Root",
                OrganisationAnswer.none(),
                KeyChoice.EC384,
                1000,
                List.of("example.com"),
                Secret.ofText(password),
                Secret.ofText(password),
                made.toString(),
                false);
        Secret opens = Secret.ofText(password)) {
      AuthorityPlan plan = ((Checked.Good<AuthorityPlan>) services.roots().plan(answers)).value();
      services.roots().create(plan, opens, Progress.none(), new Cancellation()).close();
    }
    return made.resolve("authority.p12");
  }

  private Programs.Ended bundle() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> all = Files.list(anchors)) {
      for (Path file : all.toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    Files.write(computer.root.resolve("etc/ssl/certs/ca-certificates.crt"), lines);
    return new Programs.Ended(0, "", "");
  }
}
