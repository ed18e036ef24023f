package io.github.certwright.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

  private static List<String> keys(List<Problem> problems) {
    return problems.stream().map(p -> p.field() + " " + p.key()).toList();
  }

  private static PasswordAnswer passwords(
      String server, String again, String client, String clientAgain) {
    return new PasswordAnswer(
        Secret.ofText(server),
        Secret.ofText(again),
        Secret.ofText(client),
        Secret.ofText(clientAgain),
        false);
  }

  @Test
  void saysEverythingThatIsWrongOnAllPagesAtOnce() {
    Answers answers =
        new Answers(
            new ServerAnswer("", List.of("a b")),
            new OrganisationAnswer("x".repeat(65), "", "", "", "XX"),
            passwords("abc", "abd", "", ""),
            new CertificateAnswer(KeyChoice.RSA2048, 0, " ", StoreFormat.JKS),
            new WhereAnswer("", false, Optional.empty(), List.of(), Optional.empty()));

    assertThat(keys(Checks.all(answers)))
        .containsExactly(
            "server.name server.name.problem.empty",
            "server.also server.name.problem.space",
            "organisation.organization organisation.part.problem.long",
            "organisation.country organisation.country.problem.unknown",
            "passwords.server passwords.one.problem.short",
            "passwords.serverAgain passwords.again.problem.differs",
            "passwords.client passwords.one.problem.empty",
            "certificate.days certificate.days.problem.range",
            "certificate.alias certificate.alias.problem.empty",
            "where.folder where.folder.problem.empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Müller, Söhne + Co.", "\"q\"", "\\", "#1", " spaces ", "\uD83D\uDE80", "日本"})
  void takesEveryOrdinaryTextForAnOrganisation(String text) {
    assertThat(Checks.organisation(new OrganisationAnswer(text, text, text, text, "de"))).isEmpty();
  }

  @Test
  void countsCharactersAndNotHalvesOfThem() {
    String rockets = "\uD83D\uDE80".repeat(64);
    assertThat(Checks.organisation(new OrganisationAnswer(rockets, "", "", "", ""))).isEmpty();
    assertThat(keys(Checks.organisation(new OrganisationAnswer(rockets + "x", "", "", "", ""))))
        .containsExactly("organisation.organization organisation.part.problem.long");
  }

  @Test
  void refusesControlCharactersAndHalvesButOnlyWarnsOfTurnedWriting() {
    for (String bad : List.of("a\nb", "a\u0000b", "a\uD83D")) {
      assertThat(keys(Checks.organisation(new OrganisationAnswer(bad, "", "", "", ""))))
          .containsExactly("organisation.organization organisation.part.problem.control");
    }
    List<Problem> turned = Checks.organisation(new OrganisationAnswer("a\u202eb", "", "", "", ""));
    assertThat(turned).hasSize(1).noneMatch(Problem::stops);
    assertThat(keys(Checks.organisation(new OrganisationAnswer("  ", "", "", "", ""))))
        .containsExactly("organisation.organization organisation.part.problem.blank");
  }

  @ParameterizedTest
  @CsvSource({
    "Correct-horse9, Correct-horse9, Other-horse99, Other-horse99, ''",
    "Correct-horse9, Correct-horse9, Correct-horse9, Correct-horse9, passwords.client"
        + " passwords.client.problem.same",
    "Kennwörter, Kennwörter, Other-horse99, Other-horse99, passwords.server"
        + " passwords.one.problem.letters",
    "Correct-horse9, correct-horse9, Other-horse99, Other-horse99, passwords.serverAgain"
        + " passwords.again.problem.differs",
    "Correct-horse9, Correct-horse9, short, short, passwords.client passwords.one.problem.short",
    "Correct-horse9, Correct-horse9, sevenxx, sevenxx, passwords.client passwords.one.warning.short"
  })
  void saysWhatIsWrongWithPasswords(String a, String b, String c, String d, String expected) {
    assertThat(keys(Checks.passwords(passwords(a, b, c, d))))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void madePasswordsPassEveryCheckAndNeverRepeat() {
    SecureRandom random = new SecureRandom();
    Secret one = Passwords.generate(random);
    Secret two = Passwords.generate(random);
    assertThat(Checks.passwords(new PasswordAnswer(one, one.copy(), two, two.copy(), true)))
        .isEmpty();
    assertThat(one.sameAs(two)).isFalse();
    assertThat(
            one.<Boolean, RuntimeException>use(chars -> !new String(chars).matches(".*[0O1lI].*")))
        .isTrue();
  }

  @Test
  void longValidityIsAllowedWithAWarning() {
    List<Problem> problems =
        Checks.certificate(new CertificateAnswer(KeyChoice.EC256, 826, "x", StoreFormat.JKS));
    assertThat(keys(problems)).containsExactly("certificate.days certificate.days.warning.long");
    assertThat(problems).noneMatch(Problem::stops);
  }

  @ParameterizedTest
  @CsvSource({
    "twcloud.example.com, https://twcloud.example.com:8111",
    "https://twcloud.example.com:8443/osmc/, https://twcloud.example.com:8443",
    "192.168.1.20, https://192.168.1.20:8111",
    "[2001:db8::20]:8111, https://[2001:db8::20]:8111",
    "bücher.example, https://xn--bcher-kva.example:8111"
  })
  void readsAddressesOfTeamworkCloudAsPeopleTypeThem(String typed, String url) {
    assertThat(ServerAddress.read(typed))
        .isInstanceOfSatisfying(
            io.github.certwright.problem.Checked.Good.class,
            good -> assertThat(good.value()).hasToString(url));
  }

  @ParameterizedTest
  @CsvSource({
    "'', where.url.problem.empty",
    "http://a.example, where.url.problem.scheme",
    "https://user:pw@a.example, where.url.problem.user",
    "https://a.example/evil?x, where.url.problem.path",
    "a.example:99999, where.url.problem.port",
    "a.example:x, where.url.problem.port",
    "*.example.com, where.url.problem.wildcard",
    "https://, server.name.problem.empty"
  })
  void saysWhatIsWrongWithAnAddress(String typed, String key) {
    assertThat(ServerAddress.read(typed).problems())
        .extracting(Problem::key, Problem::field)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(key, "where.url"));
  }
}
