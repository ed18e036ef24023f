package io.github.certwright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.files.Disk;
import io.github.certwright.plan.WaitingRequest;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
  private static final PastJob JOB =
      new PastJob(
          "bücher.example",
          Instant.parse("2026-11-12T08:00:00Z"),
          Instant.parse("2029-02-14T08:00:00Z"),
          "/home/anna/Certwright/bücher \"quoted\"",
          "ab".repeat(32));

  @TempDir Path home;

  @Test
  void everythingIsThereAgainAtTheNextStart() throws Exception {
    Preferences preferences =
        new Preferences(
            Theme.DARK,
            150,
            Optional.of(new WindowPlace(-20, 30, 1000, 700, true)),
            new OrganisationAnswer("Müller & Söhne", "", "Zürich", "ZH", "CH"),
            "/home/anna");
    open().update(data -> data.withPreferences(preferences).withJob(JOB).withPin("h:8111", "cd"));

    SettingsData again = open().current();
    assertThat(again.preferences()).isEqualTo(preferences);
    assertThat(again.history()).containsExactly(JOB);
    assertThat(again.pins()).containsExactly(Map.entry("h:8111", "cd"));
  }

  @Test
  void aRequestIsFoundAgainDaysLaterUntilItIsAnswered() throws Exception {
    WaitingRequest first =
        new WaitingRequest("tw.example.com", "/a", "/a/KeyStore.jks", JOB.created());
    WaitingRequest second =
        new WaitingRequest("bücher.example", "/b \"q\"", "/b/KeyStore.jks", JOB.ends());
    new SettingsRequests(open()).remember(first);
    new SettingsRequests(open()).remember(second);
    new SettingsRequests(open()).remember(first);
    open().update(data -> data.withJob(JOB).withPin("h:1", "aa"));

    assertThat(new SettingsRequests(open()).all()).containsExactly(first, second);
    new SettingsRequests(open()).forget("/a/KeyStore.jks");
    assertThat(new SettingsRequests(open()).all()).containsExactly(second);
    assertThat(open().current().history()).containsExactly(JOB);
  }

  @Test
  void theFirstStartHasDefaultsAndNothingToComplainAbout() {
    Settings settings = open();
    assertThat(settings.current()).isEqualTo(SettingsData.defaults());
    assertThat(settings.notices()).isEmpty();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void whatANewerCertwrightWroteIsReadAsFarAsItIsKnown() throws Exception {
    write(
        "{\"format\":9,\"new\":{\"a\":[1,{}]},\"preferences\":{\"theme\":\"dark\",\"mood\":3},"
            + "\"pins\":{\"h:1\":\"aa\",\"odd\":{\"x\":1}}}");
    Settings settings = open();
    assertThat(settings.notices()).isEmpty();
    assertThat(settings.current().preferences().theme()).isEqualTo(Theme.DARK);
    assertThat(settings.current().pins()).containsOnlyKeys("h:1");
  }

  @Test
  void aFileThatCannotBeReadMeansDefaultsAndANotice() {
    Settings settings = Settings.open(new Broken());
    assertThat(settings.current()).isEqualTo(SettingsData.defaults());
    assertThat(settings.notices())
        .extracting(Problem::key)
        .containsExactly("settings.file.unreadable");
  }

  @Test
  void changesHoldForThisRunEvenWhenTheyCannotBeWritten() {
    Settings settings = Settings.open(new Broken());
    assertThatThrownBy(() -> settings.update(data -> data.withPin("h:1", "aa")))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> settings.update(data -> data.withPin("h:2", "bb")))
        .isInstanceOf(ProblemException.class);
    assertThat(settings.current().pins()).containsOnlyKeys("h:1", "h:2");
  }

  @Test
  void twoWindowsDoNotForgetWhatTheOtherLearned() throws Exception {
    Settings one = open();
    Settings other = open();
    one.update(data -> data.withPin("h:1", "aa"));
    other.update(data -> data.withPin("h:2", "bb"));
    assertThat(open().current().pins()).containsOnlyKeys("h:1", "h:2");
  }

  @Test
  void onlyItsOwnerMayReadItAndNoBackupsPileUp() throws Exception {
    Settings settings = open();
    for (int i = 0; i < 3; i++) {
      int percent = 100 + 10 * i;
      settings.update(data -> data.withPreferences(data.preferences().withTextPercent(percent)));
    }
    Path folder = home.resolve("config");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(file());
    }
  }

  @Test
  void anAgreedFingerprintIsFoundInAnyLetterCaseOfTheHost() {
    Settings settings = open();
    Fingerprint agreed = new Fingerprint("ab".repeat(32));
    new SettingsPins(settings).remember("TW.example.com", 8111, agreed);
    assertThat(new SettingsPins(open()).find("tw.EXAMPLE.com", 8111)).contains(agreed);
    assertThat(new SettingsPins(open()).find("tw.example.com", 8443)).isEmpty();
  }

  @Test
  void theHistoryKeepsTheNewestHundred() throws Exception {
    Settings settings = open();
    settings.update(
        data -> {
          SettingsData more = data;
          for (int i = 0; i < 120; i++) {
            more = more.withJob(new PastJob("s" + i, JOB.created(), JOB.ends(), "/", "aa"));
          }
          return more;
        });
    assertThat(open().current().history())
        .hasSize(100)
        .first()
        .extracting(PastJob::server)
        .isEqualTo("s119");
  }

  private Settings open() {
    return Settings.open(
        new FileSettingsStore(
            Disk.real(), home.resolve("config"), home.resolve("journals"), CLOCK));
  }

  private Path file() {
    return home.resolve("config").resolve("settings.json");
  }

  private void write(String content) throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), content.getBytes(StandardCharsets.UTF_8));
  }

  /** A disk that neither reads nor writes. */
  private static final class Broken implements SettingsStore {
    @Override
    public Optional<byte[]> read() throws IOException {
      throw new IOException("The disk is gone");
    }

    @Override
    public void write(byte[] content) throws ProblemException {
      throw new ProblemException(Problem.of("", "files.problem.journal", List.of()));
    }

    @Override
    public Turn turn() {
      return () -> {};
    }
  }

  @Test
  void anUndoneJobIsMarkedAndNoOther() throws Exception {
    Instant now = Instant.parse("2026-11-21T10:00:00Z");
    Settings settings = open();
    PastJob undoable =
        new PastJob(
            PastJob.INSTALL, "a", JOB.created(), JOB.ends(), "", "aa", "r1", Optional.empty());
    settings.update(data -> data.withJob(JOB).withJob(undoable).withUndone("r1", now));
    assertThat(open().current().history())
        .extracting(PastJob::kind, PastJob::undone)
        .containsExactly(
            tuple(PastJob.INSTALL, Optional.of(now)), tuple(PastJob.CREATE, Optional.empty()));
  }

  @Test
  void whatACheckSawIsRememberedForTheNextOneButIsNoAgreement() throws Exception {
    Pins.Sighting seen =
        new Pins.Sighting(new Fingerprint("ab".repeat(32)), Instant.parse("2026-11-21T10:00:00Z"));
    new SettingsPins(open()).saw("TW.example.com", 10002, seen);
    SettingsPins next = new SettingsPins(open());
    assertThat(next.sighting("tw.example.com", 10002)).contains(seen);
    assertThat(next.find("tw.example.com", 10002)).isEmpty();
    List<Object> before = List.of(open().current().seen());
    next.saw(
        "tw.example.com",
        10002,
        new Pins.Sighting(seen.fingerprint(), seen.when().plusSeconds(60)));
    assertThat(List.<Object>of(open().current().seen()))
        .as("not written again on the same day")
        .isEqualTo(before);
  }

  @Test
  void twoWindowsLoseNothingOfEachOther() throws Exception {
    try (ExecutorService windows = Executors.newFixedThreadPool(2)) {
      List<Future<Settings>> both =
          Stream.of("a", "b").map(name -> windows.submit(() -> agreeOften(open(), name))).toList();
      for (Future<Settings> one : both) {
        one.get().update(data -> data);
      }
    }
    assertThat(open().current().pins()).hasSize(20);
  }

  /** What a window could not write, because it had to wait too long, is written with its next. */
  private static Settings agreeOften(Settings settings, String name) {
    for (int i = 0; i < 10; i++) {
      String port = name + ":" + i;
      try {
        settings.update(data -> data.withPin(port, "00".repeat(32)));
      } catch (ProblemException e) {
        assertThat(e.problem().key()).isEqualTo("files.problem.in-use");
      }
    }
    return settings;
  }
}
