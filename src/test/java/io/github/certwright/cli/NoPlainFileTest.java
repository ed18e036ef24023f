package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named pipes and devices in the place of files: nobody waits for what never comes. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoPlainFileTest extends CreateScene {
  private Path pipe() {
    Path pipe = bench.disk.resolve("pipe");
    assertThat(Programs.run(List.of("mkfifo", pipe.toString())).exitCode()).isZero();
    return pipe;
  }

  @ParameterizedTest
  @CsvSource({
    "import --from P --out O, run.source.problem.not-a-file",
    "complete --keystore P --reply P, run.source.problem.not-a-file",
    "request --keystore P, run.source.problem.not-a-file",
    "renew --keystore P, run.source.problem.not-a-file",
    "upload --url https://127.0.0.1:1 --user U --keystore P, run.source.problem.not-a-file",
    "authority export --authority P --out O, run.source.problem.not-a-file",
    "install --certificate P --into O, run.source.problem.not-a-file",
    "install --client-store P --into O, run.source.problem.not-a-file",
    "install --kit P --into O, kit.problem.not-a-file",
    "trust install --certificate P, trust.certificate.problem.not-a-file",
    "check P, check.file.notAFile"
  })
  void aNamedPipeIsRefusedAtOnce(String words, String key) {
    bench.terminal.environment.put("CERTWRIGHT_SERVER_PASSWORD", SERVER_WORD);
    bench.terminal.environment.put("CERTWRIGHT_AUTHORITY_PASSWORD", SERVER_WORD);
    bench.terminal.environment.put("CERTWRIGHT_CLIENT_PASSWORD", CLIENT_WORD);
    bench.terminal.environment.put("CERTWRIGHT_UPLOAD_PASSWORD", USER_WORD);
    String line = words.replace(" P", " " + pipe()).replace(" O", " " + out);

    int code = bench.run((line + " --json --yes").split(" "));

    assertThat(code).isIn(2, 6);
    assertThat(bench.terminal.out()).contains("\"key\":\"" + key + "\"");
    assertThat(out).doesNotExist();
  }

  @Test
  void aPipeAmongTheFilesOfAToolDoesNotHoldUpTheSearch() throws IOException {
    Path certs = Files.createDirectories(bench.tool("Cameo 2021x").resolve("certs"));
    Files.move(pipe(), certs.resolve("cert.jks"));
    Files.writeString(certs.resolve("cert.pass"), "x");
    create(passwords());

    int code =
        bench.run(
            "install",
            "--certificate",
            out.resolve("certificate.cer").toString(),
            "--into",
            certs.getParent().toString(),
            "--json",
            "--yes");

    assertThat(code).isEqualTo(1);
    assertThat(bench.problemKeys()).contains("files.problem.not-a-file");
  }
}
