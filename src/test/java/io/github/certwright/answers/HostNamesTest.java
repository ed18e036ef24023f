package io.github.certwright.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {

  private static Checked<HostName> read(String typed) {
    return HostNames.read("server.name", typed);
  }

  @ParameterizedTest
  @CsvSource({
    "twcloud.example.com, twcloud.example.com",
    "TWCloud.Example.COM, twcloud.example.com",
    "'  twcloud.example.com  ', twcloud.example.com",
    "twcloud.example.com., twcloud.example.com",
    "twcloud, twcloud",
    "*.example.com, *.example.com",
    "bücher.example, xn--bcher-kva.example",
    "xn--bcher-kva.example, xn--bcher-kva.example",
    "3com.example, 3com.example",
    "1a.2b, 1a.2b",
    "tw\u3002example\uff0ecom, tw.example.com"
  })
  void readsNamesIntoTheFormACertificateHolds(String typed, String ascii) {
    Checked<HostName> read = read(typed);
    assertThat(read.problems()).isEmpty();
    assertThat(read)
        .isInstanceOfSatisfying(
            Checked.Good.class,
            good ->
                assertThat(good.value())
                    .isInstanceOfSatisfying(
                        HostName.Dns.class, dns -> assertThat(dns.ascii()).isEqualTo(ascii)));
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.1.20, 192.168.1.20",
    "2001:DB8:0:0:0:0:0:20, 2001:db8::20",
    "[2001:db8::20], 2001:db8::20",
    "::1, ::1",
    "fe80:0:0:1:0:0:0:1, fe80:0:0:1::1",
    "1:0:0:2:3:4:5:6, 1::2:3:4:5:6",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
    "::ffff:192.168.1.20, 192.168.1.20"
  })
  void readsAddressesAsAddressesAndNeverAsNames(String typed, String canonical) {
    assertThat(read(typed)).isEqualTo(Checked.good(new HostName.Ip(canonical)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty",
    "'   ', empty",
    "https://twcloud.example.com:8111/admin, url",
    "two names, space",
    "twcloud.example.com:10002, port",
    ":10002, letters",
    "192.168.1.300, address",
    "1.2.3, address",
    "1.2.3.4., address",
    "host.12, address",
    "host.12., address",
    "[::1, address",
    "256, address",
    "1:2:3, address",
    "fe80::1%eth0, address",
    "*, letters",
    "*.com, wildcard",
    "a.*.com, wildcard",
    "f*.example.com, wildcard",
    "straße.example, deviation",
    "-a.example, letters",
    "a-.example, letters",
    "a!b.example, letters",
    "my_server.example, underscore",
    "a..example, dots",
    ".example, dots",
    "xn--a.example, letters"
  })
  void saysWhatIsWrongWithEachImpossibleName(String typed, String key) {
    String expected = key.equals("letters") && typed.equals("*") ? "wildcard" : key;
    assertThat(read(typed).problems())
        .extracting(Problem::key, Problem::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("server.name.problem." + expected, "server.name"));
  }

  @Test
  void refusesNamesAndPartsThatAreTooLong() {
    String label = "a".repeat(63);
    assertThat(read(label + ".example")).isInstanceOf(Checked.Good.class);
    assertThat(read(label + "a.example").problems())
        .extracting(Problem::key)
        .containsExactly("server.name.problem.label");
    assertThat(read(String.join(".", List.of(label, label, label, label))).problems())
        .extracting(Problem::key)
        .containsExactly("server.name.problem.long");
    assertThat(read("ü".repeat(5000) + ".example").problems())
        .extracting(Problem::key)
        .containsExactly("server.name.problem.label");
    assertThat(HostNames.both("xn--" + "z9".repeat(5000))).hasSize(10_004);
  }

  @Test
  void showsInvisibleCharactersAsCodePointsInsteadOfObeyingThem() {
    Problem problem = read("moc.elpmaxe\u202e.evil.example").problems().getFirst();
    assertThat(problem.key()).isEqualTo("server.name.problem.invisible");
    assertThat(problem.args().getFirst()).asString().contains("U+202E").doesNotContain("\u202e");
  }

  @Test
  void warnsOfLookAlikeLettersAndShowsBothForms() {
    // The first letter is Cyrillic.
    Checked<HostName> read = read("\u0430pple.example");
    assertThat(read).isInstanceOf(Checked.Good.class);
    assertThat(read.problems())
        .extracting(Problem::key, Problem::stops)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("server.name.warning.lookalike", false));
    assertThat(read.problems().getFirst().args().getFirst())
        .asString()
        .contains("(xn--pple-43d.example)");
  }
}
