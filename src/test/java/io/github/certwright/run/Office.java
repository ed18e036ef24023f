package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.PairAnswers;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Pins;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A computer on which somebody asks authorities for certificates, or is one. */
final class Office {
  static final String SERVER = "Server-horse9";
  static final String CLIENT = "Client-horse9";

  final Path disk;
  final Path home;
  final WaitingRequests waiting = WaitingRequests.inMemory();
  Clock clock = Clock.system(ZoneOffset.UTC);
  private Disk door = Disk.real();

  Office(Path root) throws IOException {
    disk = Files.createDirectories(root.resolve("disk"));
    home = Files.createDirectories(root.resolve("home"));
  }

  void writesThrough(Disk other) {
    door = other;
  }

  Workbench bench() {
    return new Workbench(
        new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), home),
        door,
        home.resolve("journals"),
        clock,
        new SecureRandom(),
        Text.english());
  }

  RequestAnswers wish(Path folder, String name, String... also) {
    return new RequestAnswers(
        new ServerAnswer(name, List.of(also)),
        new OrganisationAnswer("Müller, Söhne + #1", "", "", "", "DE"),
        Secret.ofText(SERVER),
        Secret.ofText(SERVER),
        false,
        KeyChoice.EC256,
        "teamworkcloud",
        StoreFormat.JKS,
        folder.toString(),
        false);
  }

  /** Makes a key and a request. */
  Finished request(Path folder, String name, String... also) {
    RequestJob job = new RequestJob(bench(), waiting);
    try (RequestAnswers answers = wish(folder, name, also)) {
      RequestPlan plan = good(job.plan(answers));
      return job.run(plan, answers, Progress.none(), new Cancellation());
    }
  }

  HeldKey held(Path keystore) throws Exception {
    try (Secret password = Secret.ofText(SERVER)) {
      return HeldKey.open(keystore, password);
    }
  }

  Checked<Material> read(Path keystore, Path... answers) throws Exception {
    return new CompleteJob(bench()).read(held(keystore), List.of(answers));
  }

  PairAnswers pair(Path folder, boolean replace) {
    return new PairAnswers(
        new PasswordAnswer(
            Secret.ofText(SERVER),
            Secret.ofText(SERVER),
            Secret.ofText(CLIENT),
            Secret.ofText(CLIENT),
            false),
        "teamworkcloud",
        StoreFormat.JKS,
        new WhereAnswer(folder.toString(), replace, Optional.empty(), List.of(), Optional.empty()));
  }

  Finished make(Material material, Path folder) {
    PairJob job = new PairJob(bench(), Scene.quickTools(), waiting);
    PairAnswers answers = pair(folder, false);
    try (PasswordAnswer _ = answers.passwords()) {
      Plan plan = good(job.plan(material, answers));
      return job.run(plan, material, answers, Pins.inMemory(), Progress.none(), new Cancellation());
    }
  }

  static KeystoreContents open(Path store, String word) throws Exception {
    try (Secret password = Secret.ofText(word)) {
      return KeystoreReader.read(Files.readAllBytes(store), password);
    }
  }

  static <T> T good(Checked<T> checked) {
    assertThat(checked.problems()).filteredOn(Problem::stops).isEmpty();
    return switch (checked) {
      case Checked.Good<T>(T value, var _) -> value;
      case Checked.Bad<T>(var problems) -> throw new AssertionError(problems);
    };
  }

  static List<String> stops(Checked<?> checked) {
    return checked.problems().stream().filter(Problem::stops).map(Problem::key).toList();
  }

  static List<String> warnings(Checked<?> checked) {
    return checked.problems().stream().filter(p -> !p.stops()).map(Problem::key).toList();
  }
}
