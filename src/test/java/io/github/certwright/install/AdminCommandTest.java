package io.github.certwright.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Machine.OperatingSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AdminCommandTest {
  @Test
  void theWindowsCommandQuotesApostrophes() {
    assertThat(
            AdminCommand.copy(
                OperatingSystem.WINDOWS, Path.of("/o'x"), new CertsFolder(Path.of("/tool"))))
        .startsWith("New-Item -ItemType Directory -Force -Path '/tool/certs'; Copy-Item")
        .contains("'/o''x/cert.jks','/o''x/cert.pass'");
  }

  @Test
  void noQuoteThatPowerShellKnowsEndsAPath() {
    String command =
        AdminCommand.copy(
            OperatingSystem.WINDOWS,
            Path.of("/O\u2019Brien; Remove-Item x"),
            new CertsFolder(Path.of("/tool")));

    assertThat(command).contains("'/O\u2019\u2019Brien; Remove-Item x/cert.jks'");
  }
}
