package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer that is none is refused by a name of its own. */
class WrongAnswersTest extends AnswerScene {
  record Wrong(String key, Function<WrongAnswersTest, List<Path>> answer) {
    @Override
    public String toString() {
      return key;
    }
  }

  static Stream<Wrong> wrongAnswers() {
    return Stream.of(
        new Wrong("answer.problem.otherKey", t -> t.with(t.otherKey())),
        new Wrong("answer.problem.noNames", t -> t.with(t.signed("nameless", ""))),
        new Wrong("answer.problem.otherName", t -> t.with(t.forAnotherName())),
        new Wrong("answer.problem.selfSigned", t -> t.with(t.selfMade())),
        new Wrong(
            "answer.problem.expired",
            t ->
                t.with(t.signed("issuing", "-startdate 20200101000000Z -enddate 20210101000000Z"))),
        new Wrong(
            "answer.problem.early",
            t ->
                t.with(t.signed("issuing", "-startdate 20480101000000Z -enddate 20490101000000Z"))),
        new Wrong("answer.problem.selfSigned", t -> List.of(t.placeholder())),
        new Wrong(
            "answer.problem.onlyAuthority", t -> List.of(t.authority.issuer(), t.authority.root())),
        new Wrong(
            "answer.problem.leafIsAuthority",
            t -> t.with(t.signed("rooted", "-extensions authority"))),
        new Wrong(
            "answer.problem.notForServers", t -> t.with(t.signed("issuing", "-extensions person"))),
        new Wrong("answer.problem.missingIssuer", t -> List.of(t.signed("issuing", ""))),
        new Wrong(
            "answer.problem.missingIssuer",
            t -> List.of(t.signed("issuing", ""), t.authority.root())),
        new Wrong("answer.problem.weak", t -> t.with(t.signed("issuing", "-md sha1"))),
        new Wrong("answer.problem.isRequest", t -> List.of(t.csr)),
        new Wrong("answer.problem.isKey", t -> List.of(t.authority.file("root.key"))),
        new Wrong("answer.problem.isKeystore", t -> List.of(t.keystore)),
        new Wrong("answer.problem.notACertificate", t -> List.of(t.text())),
        new Wrong("run.source.problem.missing", t -> List.of(t.folder.resolve("none.crt"))),
        new Wrong("answer.problem.empty", t -> List.of()));
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void everyWrongAnswerIsRefusedByItsOwnName(Wrong wrong) throws Exception {
    byte[] before = Files.readAllBytes(keystore);

    Checked<Material> read = office.read(keystore, wrong.answer().apply(this).toArray(Path[]::new));

    assertThat(Office.stops(read)).containsExactly(wrong.key());
    assertThat(keystore).hasBinaryContent(before);
  }

  @Test
  void everyFileThatIsNoAnswerIsNamedAtOnce() throws Exception {
    assertThat(Office.stops(office.read(keystore, csr, text(), authority.root())))
        .containsExactly("answer.problem.isRequest", "answer.problem.notACertificate");
  }

  @Test
  void everySentenceOfAWrongAnswerCanBeSaid() throws Exception {
    Checked<Material> read = office.read(keystore, signed("issuing", ""));

    Problem problem = read.problems().getFirst();
    assertThat(office.bench().text().problem(problem).what())
        .isEqualTo("The certificate of Example Issuing CA is missing.");
  }

  private List<Path> with(Path leaf) {
    return List.of(leaf, authority.issuer(), authority.root());
  }

  private Path signed(String section, String more) {
    return authority.sign(section, csr, more);
  }

  private Path otherKey() {
    Path other = office.disk.resolve("other");
    office.request(other, "tw.example.com").close();
    return authority.sign(other.resolve("request.csr"));
  }

  private Path forAnotherName() {
    Path other = write("other.cnf", "subjectAltName=DNS:other.example.com\n");
    return authority.sign("nameless", csr, "-extfile " + other);
  }

  /** As somebody makes it who follows the first page that a search for it finds. */
  private Path selfMade() {
    Path made = folder.resolve("self.pem");
    authority.openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -keyout "
            + folder.resolve("self.key")
            + " -subj /CN=tw.example.com -out",
        made.toString());
    return made;
  }

  private Path placeholder() {
    try {
      return Files.write(
          folder.resolve("placeholder.crt"), AuthorityJob.pem(office.held(keystore).certificate()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Path text() {
    return write("page.crt", "<html>Please sign in</html>");
  }

  private Path write(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
