package io.github.certwright.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

  @ParameterizedTest
  @CsvSource({
    "twcloud.example.com, twcloud.example.com, 10002",
    "' TWCloud.Example.com:8111 ', twcloud.example.com, 8111",
    "https://twcloud.example.com:8111/osmc/login?x=1, twcloud.example.com, 8111",
    "https://twcloud.example.com, twcloud.example.com, 443",
    "my_server, my_server, 10002",
    "bücher.example, xn--bcher-kva.example, 10002",
    "192.0.2.17:10443, 192.0.2.17, 10443",
    "[2001:db8::1]:10443, 2001:db8::1, 10443",
    "2001:db8::1, 2001:db8::1, 10002",
  })
  void takesWhatPeopleTypeAndPaste(String typed, String host, int port) {
    assertThat(HostPort.read(typed)).isEqualTo(Checked.good(new HostPort(host, port)));
  }

  @Test
  void aPastedPageOfForeignLettersIsAHostThatNobodyFindsAndNoCrash() {
    String letters = "ü".repeat(5000);
    assertThat(HostPort.read(letters)).isEqualTo(Checked.good(new HostPort(letters, 10002)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":10002", "two words", "user@host", "a\u202Eb"})
  void saysWhatIsNoAddress(String typed) {
    assertThat(HostPort.read(typed).problems())
        .extracting(Problem::key)
        .containsExactly("check.address.problem.host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:", "host:0", "host:65536", "host:-1", "host:http"})
  void saysWhatIsNoPort(String typed) {
    assertThat(HostPort.read(typed).problems())
        .extracting(Problem::key)
        .containsExactly("check.address.problem.port");
  }

  @Test
  void aFileIsToldFromAServer(@TempDir Path folder) throws Exception {
    Path odd = Files.createFile(folder.resolve("twcloud.example.com"));
    assertThat(CheckTarget.read(odd.toString()))
        .isEqualTo(Checked.good(new CheckTarget.OfFile(odd)));
    assertThat(CheckTarget.read("KeyStore.JKS"))
        .isEqualTo(Checked.good(new CheckTarget.OfFile(Path.of("KeyStore.JKS"))));
    assertThat(CheckTarget.read("twcloud.example.com"))
        .isEqualTo(
            Checked.good(new CheckTarget.Server(new HostPort("twcloud.example.com", 10002))));
    assertThat(CheckTarget.read("https://twcloud.example.com:8111/"))
        .isEqualTo(Checked.good(new CheckTarget.Server(new HostPort("twcloud.example.com", 8111))));
  }

  @Test
  void theLoginDialogGetsThePortOnlyWhereItIsNotTheUsualOne() {
    assertThat(new HostPort("tw.example.com", 10002).typed()).isEqualTo("tw.example.com");
    assertThat(new HostPort("tw.example.com", 3579).typed()).isEqualTo("tw.example.com:3579");
    assertThat(new HostPort("2001:db8::1", 3579).typed()).isEqualTo("[2001:db8::1]:3579");
  }
}
