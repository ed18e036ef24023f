package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessLauncherTest {
  @Test
  void otherProgramsDoNotInheritPasswords() {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "CERTWRIGHT_SERVER_PASSWORD", "horse",
                "CERTWRIGHT_CLIENT_PASSWORD", "horse",
                "CERTWRIGHT_UPLOAD_PASSWORD", "horse",
                "CERTWRIGHT_AUTHORITY_PASSWORD", "horse",
                "PATH", "/usr/bin",
                "HOME", "/home/me"));

    ProcessLauncher.keepSecrets(environment);

    assertThat(environment).containsOnlyKeys("PATH", "HOME");
  }
}
