package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.ListAnswers;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.files.PowerCutDisk;
import io.github.certwright.files.Snapshot;
import io.github.certwright.plan.ListPlan;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.ServerLine;
import io.github.certwright.plan.ServerList;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListJobTest {
  @TempDir Path root;

  private Office office;
  private OpenAuthority authority;
  private ListJob job;
  private Path out;

  @BeforeEach
  void setUp() throws Exception {
    office = new Office(root);
    AuthorityJob authorities = new AuthorityJob(office.bench());
    Path folder = office.home.resolve("authority");
    try (AuthorityAnswers answers =
            new AuthorityAnswers(
                "Example Root",
                OrganisationAnswer.none(),
                KeyChoice.EC384,
                3652,
                List.of("example.com"),
                Secret.ofText("Authority-horse9"),
                Secret.ofText("Authority-horse9"),
                folder.toString(),
                false);
        Finished _ =
            authorities.create(
                Office.good(authorities.plan(answers)),
                answers.password(),
                Progress.none(),
                new Cancellation())) {
      authority = authorities.open(folder.resolve("authority.p12"), answers.password());
    }
    job = new ListJob(office.bench());
    out = office.disk.resolve("servers");
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(office.home.resolve("servers.csv"), text);
  }

  private ListAnswers answers(String password, boolean keepGoing) {
    return new ListAnswers(
        Secret.ofText(password),
        Secret.ofText(Office.CLIENT),
        OrganisationAnswer.none(),
        KeyChoice.EC256,
        825,
        "teamworkcloud",
        StoreFormat.JKS,
        out.toString(),
        false,
        keepGoing);
  }

  private Checked<ListPlan> plan(ListAnswers answers, String csv) throws Exception {
    return job.plan(answers, job.read(csv(csv)), authority);
  }

  private Finished run(ListAnswers answers, ListPlan plan, Progress progress, Cancellation flag) {
    return job.run(plan, authority, answers, progress, flag);
  }

  @Test
  void aListIsReadAsSpreadsheetsWriteIt() throws Exception {
    ServerList commas =
        job.read(
            csv(
                "\ufeffname,also,days\r\n# a remark\r\na.example.com,\"b.example.com, 10.0.0.1\",90"
                    + "\r\n\r\nc.example.com,,\r\nd.example.com\r\n"));
    ServerList semicolons =
        job.read(csv("a.example.com;b.example.com,10.0.0.1;90\nc.example.com;;\nd.example.com\n"));

    assertThat(commas.bad()).isEmpty();
    assertThat(commas.lines()).extracting(ServerLine::number).containsExactly(3, 5, 6);
    assertThat(commas.lines())
        .extracting(ServerLine::server, ServerLine::validDays)
        .isEqualTo(
            semicolons.lines().stream()
                .map(l -> org.assertj.core.groups.Tuple.tuple(l.server(), l.validDays()))
                .toList());
    assertThat(commas.lines().getFirst().server().alsoNames())
        .containsExactly("b.example.com", "10.0.0.1");
  }

  @Test
  void everyServerGetsAFolderThatOpensslAndItsPasswordOpen() throws Exception {
    try (ListAnswers answers = answers("", false)) {
      ListPlan plan =
          Office.good(
              plan(answers, "a.example.com,10.0.0.1,90\n*.example.com\n2001:db8::7,b.example.com"));
      try (Finished finished = run(answers, plan, Progress.none(), new Cancellation())) {
        assertThat(finished.report().state()).isEqualTo(State.DONE);
      }
    }

    Path crt = out.resolve("authority.crt");
    for (String server : List.of("a.example.com", "_.example.com", "2001-db8--7")) {
      Path folder = out.resolve(server);
      String word = Files.readString(folder.resolve("KeyStore.pass"));
      var chain = Office.open(folder.resolve("KeyStore.jks"), word).key().orElseThrow().chain();
      assertThat(chain).hasSize(2);
      assertThat(folder.resolve("certificate.cer")).hasBinaryContent(chain.getFirst().getEncoded());
      Path pem = Files.write(folder.resolve("leaf.pem"), AuthorityJob.pem(chain.getFirst()));
      assertThat(
              Programs.run(
                      List.of(
                          "openssl",
                          "verify",
                          "-x509_strict",
                          "-purpose",
                          "sslserver",
                          "-CAfile",
                          crt.toString(),
                          pem.toString()))
                  .output())
          .contains("OK");
    }
    assertThat(Office.open(out.resolve("cert.jks"), Office.CLIENT).trusted())
        .containsExactly(authority.certificate());
  }

  private static final String BAD =
      """
      name,also,days
      a.example.com
      bad name
      b.example.org
      A.example.com.,,
      c.example.com,,x
      d.example.com,,5,6
      "e.example.com,10.0.0.2
      """;

  @Test
  void badLinesAreAllSaidWithTheirNumbersAndNothingIsIssued() throws Exception {
    Map<String, String> before = Snapshot.of(office.disk);
    try (ListAnswers answers = answers("", false)) {
      Checked<ListPlan> planned = plan(answers, BAD);

      assertThat(planned.problems())
          .filteredOn(Problem::stops)
          .extracting(p -> p.args().getFirst(), Problem::detail)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(3, "server.name.problem.space"),
              org.assertj.core.groups.Tuple.tuple(4, "authority.issue.problem.outside"),
              org.assertj.core.groups.Tuple.tuple(5, "authority.list.problem.twice"),
              org.assertj.core.groups.Tuple.tuple(6, "authority.list.problem.days"),
              org.assertj.core.groups.Tuple.tuple(7, "authority.list.problem.fields"),
              org.assertj.core.groups.Tuple.tuple(8, "authority.list.problem.quote"));
      assertThat(planned).isInstanceOf(Checked.Bad.class);
    }
    assertThat(Snapshot.of(office.disk)).isEqualTo(before);
  }

  @Test
  void whoWantsToKeepGoingGetsTheGoodLines() throws Exception {
    try (ListAnswers answers = answers(Office.SERVER, true)) {
      Checked<ListPlan> planned = plan(answers, BAD);
      assertThat(Office.warnings(planned)).hasSize(6).containsOnly("authority.list.problem.line");
      run(answers, Office.good(planned), Progress.none(), new Cancellation()).close();
    }

    assertThat(out.resolve("a.example.com/KeyStore.jks")).exists();
    assertThat(out.resolve("a.example.com/KeyStore.pass")).doesNotExist();
    assertThat(Snapshot.of(out).keySet()).noneMatch(name -> name.contains("b.example.org"));
  }

  @Test
  void aListWithoutAServerIsRefused() throws Exception {
    try (ListAnswers answers = answers("", true)) {
      assertThat(Office.stops(plan(answers, "name,also\n# nothing\n")))
          .containsExactly("authority.list.problem.empty");
    }
  }

  @Test
  void aCancelledListLeavesNothingBehindAndAnUndoneOneNeither() throws Exception {
    String many =
        IntStream.range(0, 150)
            .mapToObj(i -> "s" + i + ".example.com")
            .collect(Collectors.joining("\n"));
    Map<String, String> before = Snapshot.of(office.disk);
    Cancellation flag = new Cancellation();
    Progress half =
        new Progress() {
          @Override
          public void planned(List<Plan.Step> steps) {}

          @Override
          public void step(StepReport report) {}

          @Override
          public void fraction(String stepId, double fraction) {
            if (fraction > 0.5) {
              flag.cancel();
            }
          }
        };
    try (ListAnswers answers = answers(Office.SERVER, false)) {
      ListPlan plan = Office.good(plan(answers, many));
      try (Finished finished = run(answers, plan, half, flag)) {
        assertThat(finished.report().state()).isEqualTo(State.CANCELLED);
      }
      assertThat(Snapshot.of(office.disk)).isEqualTo(before);

      try (Finished finished = run(answers, plan, Progress.none(), new Cancellation())) {
        assertThat(finished.report().state()).isEqualTo(State.DONE);
        assertThat(out.resolve("s149.example.com/KeyStore.jks")).exists();
        assertThat(finished.undo()).isEmpty();
      }
      assertThat(Snapshot.of(office.disk)).isEqualTo(before);
    }
  }

  @Test
  void aPowerCutLosesNothingOfALongListAndTheJournalIsForcedForManyServersAtOnce()
      throws Exception {
    PowerCutDisk watched = new PowerCutDisk();
    office.writesThrough(watched.disk());
    job = new ListJob(office.bench());
    String csv =
        IntStream.range(0, 70)
            .mapToObj(i -> "s" + i + ".example.com\n")
            .collect(Collectors.joining());
    try (ListAnswers answers = answers("", false);
        Finished done =
            run(answers, Office.good(plan(answers, csv)), Progress.none(), new Cancellation())) {
      assertThat(done.report().state()).isEqualTo(State.DONE);
      assertThat(out.resolve("s69.example.com/KeyStore.jks")).isRegularFile();
    }
    assertThat(watched.commits()).isPositive();
    assertThat(watched.journalForces()).isLessThan(40);
  }

  @Test
  void twoSpellingsOfOneServerAreNotIssuedIntoOneFolder() throws Exception {
    String twice =
        """
        münchen.example.com
        xn--mnchen-3ya.example.com
        2001:db8::7
        2001:db8:0:0:0:0:0:7
        *.example.com
        """;
    try (ListAnswers answers = answers("", false)) {
      Checked<ListPlan> planned = plan(answers, twice);

      assertThat(planned.problems())
          .filteredOn(Problem::stops)
          .extracting(p -> p.args().getFirst(), Problem::detail)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(2, "authority.list.problem.twice"),
              org.assertj.core.groups.Tuple.tuple(4, "authority.list.problem.twice"));
    }
  }

  @Test
  void foldersHaveNamesThatWindowsAllows() throws Exception {
    String devices = "aux.example.com\nauxiliary.example.com\ncom1.example.com\n";
    try (ListAnswers answers = answers("", false)) {
      assertThat(Office.good(plan(answers, devices)).servers())
          .extracting(server -> String.valueOf(server.folder().getFileName()))
          .containsExactly("_aux.example.com", "auxiliary.example.com", "_com1.example.com");
    }
  }
}
