package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.certwright.Main;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.SamplePair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers to which no way leads, in a network of the test's own that has nothing but a loopback; so
 * that it is the system itself that says so, and no packet leaves.
 */
class NoRouteTest {
  /** For documentation (RFC 5737), one with a route that says no and one without any. */
  private static final List<String> NOWHERE = List.of("192.0.2.1", "198.51.100.1");

  @TempDir private Path root;

  @BeforeEach
  void aNetworkOfOurOwnCanBeHad() {
    assumeTrue(
        Stream.of("/usr/bin/unshare", "/usr/sbin/ip").map(Path::of).allMatch(Files::isExecutable),
        "unshare (util-linux) or ip (iproute2) is not installed");
    assumeTrue(
        Programs.run(List.of("unshare", "-rn", "true")).exitCode() == 0,
        "this system gives nobody a network of their own");
  }

  private String alone(String words) throws IOException, InterruptedException {
    String java =
        "'%s' -XX:TieredStopAtLevel=1 -cp '%s' %s"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Main.class.getName());
    ProcessBuilder builder =
        new ProcessBuilder(
            "unshare",
            "-rn",
            "bash",
            "-c",
            "/usr/sbin/ip link set lo up && /usr/sbin/ip route add unreachable 192.0.2.0/24 && exec"
                + " "
                + java
                + " "
                + words);
    builder.environment().put("XDG_STATE_HOME", root.resolve("state").toString());
    builder.environment().put("XDG_CONFIG_HOME", root.resolve("config").toString());
    builder.environment().put("CERTWRIGHT_UPLOAD_PASSWORD", "Some-horse9");
    builder.environment().put("CERTWRIGHT_SERVER_PASSWORD", "Client-horse9");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  @Test
  void theCheckSaysThatNoWayLeadsThere() throws Exception {
    String printed = alone("check " + String.join(" ", NOWHERE));

    assertThat(printed)
        .contains("192.0.2.1", "198.51.100.1")
        .doesNotContain("Exception")
        .contains("There is no way from this computer to 192.0.2.1")
        .contains("There is no way from this computer to 198.51.100.1");
  }

  @Test
  void nothingIsUploadedToWhereNoWayLeads() throws Exception {
    Path keystore = root.resolve("KeyStore.jks");
    Files.write(keystore, SamplePair.make("tw.example.com", "Client-horse9").serverStore());
    String pin = "--fingerprint " + "ab".repeat(32);

    for (String server : NOWHERE) {
      String printed =
          alone(
              "upload --yes --url https://"
                  + server
                  + " --user U "
                  + pin
                  + " --keystore "
                  + keystore);

      assertThat(printed).contains("There is no way from this computer to " + server);
    }
  }
}
