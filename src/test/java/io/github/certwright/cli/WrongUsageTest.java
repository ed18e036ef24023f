package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongUsageTest extends CreateScene {
  @ParameterizedTest
  @CsvSource({
    "'--json', cli.usage.problem.no-command",
    "'--json bogus', cli.usage.problem.command",
    "'bogus --json', cli.usage.problem.command",
    "'create --json --bogus', cli.usage.problem.unknown",
    "'create --json extra', cli.usage.problem.extra",
    "'create --json --server', cli.usage.problem.no-value",
    "'create --json --server --out', cli.usage.problem.no-value",
    "'create --json --server a --server b', cli.usage.problem.twice",
    "'create --json --replace=maybe', cli.usage.problem.value",
    "'tools --json --lang !', cli.lang.problem.shape",
    "'check --json', cli.check.problem.nothing",
    "'check --json a --client-password-file x', cli.usage.problem.alone",
    "'--json install --kit x', cli.install.problem.nowhere"
  })
  void wrongUsageIsOneDocumentToo(String typed, String key) {
    assertThat(bench.run(typed.split(" ", -1))).isEqualTo(2);

    assertThat(bench.json()).containsEntry("state", "refused");
    assertThat(bench.problemKeys()).contains(key);
    assertThat(bench.objects("problems"))
        .allSatisfy(problem -> assertThat((List<?>) problem.get("hints")).isNotEmpty());
    assertThat(bench.terminal.err()).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedByTheOptionThatGivesIt() {
    assertThat(bench.run("create")).isEqualTo(2);

    assertThat(bench.terminal.err())
        .contains("--server\n", "--server-password-file", "--client-password-file", "--out");
  }

  private int createWithEverythingWrong() {
    return create(
        "--json",
        "--also=a b",
        "--country=XX",
        "--unit= ",
        "--store=zip",
        "--valid-days=soon",
        "--alias=",
        "--server-password-file=" + bench.file("short", "abc"),
        "--client-password-file=" + bench.home.resolve("none"),
        "--url=http://tw.example.com",
        "--user=",
        "--port=99999",
        "--fingerprint=12:34",
        "--into=" + bench.disk.resolve("no tool"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNothingIsWritten() throws IOException {
    Files.writeString(out, "a file is in the way");
    Map<String, String> before = Snapshot.of(bench.disk);

    int code = createWithEverythingWrong();

    assertThat(code).isEqualTo(2);
    assertThat(bench.problemKeys())
        .contains(
            "cli.store.problem.unknown",
            "cli.fingerprint.problem.shape",
            "cli.password.problem.missing",
            "passwords.one.problem.short",
            "organisation.country.problem.unknown",
            "organisation.part.problem.blank",
            "certificate.days.problem.range",
            "certificate.alias.problem.empty",
            "where.folder.problem.notAFolder",
            "where.url.problem.scheme",
            "where.user.problem.empty",
            "where.password.problem.empty",
            "where.port.problem.range",
            "where.tools.problem.missing")
        .doesNotHaveDuplicates();
    assertThat(Snapshot.of(bench.disk)).isEqualTo(before);
    assertThat(bench.state()).doesNotExist();
  }

  @Test
  void optionsThatContradictEachOtherAreNamed() {
    create("--json", "--generate-passwords", "--user=u", "--token-file=t", "--fingerprint=zz");

    assertThat(bench.objects("problems"))
        .extracting(problem -> problem.get("key") + " " + problem.get("text"))
        .contains(
            "cli.usage.problem.together --user and --token-file cannot be used together.",
            "cli.usage.problem.alone --user has no meaning without --url.",
            "cli.usage.problem.alone --token-file has no meaning without --url.",
            "cli.usage.problem.alone --fingerprint has no meaning without --url.");
  }

  @Test
  void uploadSaysEverythingThatIsWrongAtOnce() {
    create("--generate-passwords");

    assertThat(
            bench.run(
                "upload",
                "--json",
                "--url=https://",
                "--port=0",
                "--fingerprint=x",
                "--keystore=" + out.resolve("KeyStore.jks"),
                "--keystore-password-file=" + bench.file("wrong", "something else")))
        .isEqualTo(2);
    assertThat(bench.problemKeys())
        .contains(
            "cli.fingerprint.problem.shape",
            "where.port.problem.range",
            "where.user.problem.empty",
            "where.password.problem.empty",
            "keystore.read.problem.wrongPassword");
  }

  @Test
  void aPasswordGivenAsAnArgumentIsNotRepeated() {
    assertThat(bench.run("create", "--password=hunter2", "--pass", "hunter2")).isEqualTo(2);
    assertThat(bench.terminal.out() + bench.terminal.err())
        .contains("--password", "--pass")
        .doesNotContain("hunter2");
  }

  @Test
  void lettersThatTheTerminalLostAreNotPutIntoACertificate() {
    assertThat(create("--generate-passwords", "--organization=M\ufffd\ufffdller", "--json"))
        .isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.usage.problem.letters");
    assertThat(out).doesNotExist();
  }
}
