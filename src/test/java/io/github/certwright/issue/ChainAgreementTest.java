package io.github.certwright.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.HostNames;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our judgement of an answer beside that of {@code openssl verify}, which is given the same
 * certificates, the root as trusted, the purpose of a TLS server, the host and the time.
 */
class ChainAgreementTest {
  /** Where the two differ on purpose, and why. */
  private static final Map<String, String> DISAGREE = new LinkedHashMap<>();

  static {
    String noNames =
        "openssl falls back to the CN where there are no alternative names; RFC 9525 section 2 and"
            + " every browser do not";
    DISAGREE.put("name: CN only", noNames);
    DISAGREE.put("name: mail address only", noNames);
    DISAGREE.put(
        "issuer: both of the same name",
        "without a key identifier openssl tries one of two issuers of a name; this program takes"
            + " the one whose signature verifies, as Java and browsers do");
    DISAGREE.put(
        "leaf: an authority's certificate",
        "openssl lets an authority's certificate serve; Firefox refuses it, and its key could issue"
            + " for anybody");
    DISAGREE.put(
        "leaf: SHA-1",
        "openssl's default security level 1 of Debian's verify tool still takes SHA-1 signatures;"
            + " browsers and this program do not");
    DISAGREE.put(
        "name: part of a label has the star",
        "openssl takes a star within a label (RFC 6125 6.4.3 allowed it); RFC 9525 6.3 does not");
  }

  @TempDir Path folder;

  private final Instant now = Instant.now();

  private record Judged(String name, boolean ours, boolean theirs, String why) {}

  private Judged judge(ChainLab.Case one) throws Exception {
    HostName host =
        HostNames.read("", one.host()) instanceof Checked.Good<HostName>(HostName read, var _)
            ? read
            : new HostName.Dns(one.host(), one.host());
    Checked<AnswerChain> judged =
        AnswerChain.of(one.leaf().getPublicKey(), List.of(host), one.shuffled(), now);
    boolean ours = judged instanceof Checked.Good;
    Programs.Ran ran = Programs.run(command(one, host));
    String why =
        judged.problems().stream().map(Problem::key).toList() + " / " + ran.output().strip();
    return new Judged(one.name(), ours, ran.exitCode() == 0, why);
  }

  private List<String> command(ChainLab.Case one, HostName host) throws Exception {
    List<String> words = new ArrayList<>(List.of("openssl", "verify", "-purpose", "sslserver"));
    words.addAll(List.of("-attime", String.valueOf(now.getEpochSecond())));
    words.addAll(List.of(host instanceof HostName.Ip ? "-verify_ip" : "-verify_hostname"));
    words.add(host.ascii());
    words.addAll(List.of("-no-CAstore", "-no-CApath", "-CAfile", pem("root", one.roots())));
    if (!one.between().isEmpty()) {
      words.addAll(List.of("-untrusted", pem("between", one.between())));
    }
    words.add(pem("leaf", List.of(one.leaf())));
    return words;
  }

  private String pem(String name, List<X509Certificate> certificates) throws Exception {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      text.append(io.github.certwright.keystore.CertificateReader.pem(certificate));
    }
    try {
      return Files.writeString(folder.resolve(name + ".pem"), text).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void agree(List<ChainLab.Case> cases) throws Exception {
    List<String> surprises = new ArrayList<>();
    int accepted = 0;
    for (ChainLab.Case one : cases) {
      Judged judged = judge(one);
      boolean differs = judged.ours() != judged.theirs();
      boolean listed = DISAGREE.containsKey(one.name());
      if (differs != listed) {
        surprises.add(
            judged.name()
                + ": ours "
                + judged.ours()
                + ", theirs "
                + judged.theirs()
                + " "
                + judged.why());
      }
      accepted += judged.ours() ? 1 : 0;
    }
    assertThat(surprises)
        .as("disagreements that are not listed, or listed ones that are none")
        .isEmpty();
    assertThat(accepted).isBetween(cases.size() / 5, cases.size() * 4 / 5);
  }

  @Test
  void aSampleOfChainsIsJudgedAsOpensslJudgesIt() throws Exception {
    List<ChainLab.Case> all = ChainCases.all(now);

    agree(Stream.iterate(0, i -> i + 5).limit(all.size() / 5).map(all::get).toList());
  }

  @Test
  @Tag("thorough")
  void everyChainIsJudgedAsOpensslJudgesIt() throws Exception {
    List<ChainLab.Case> all = ChainCases.all(now);

    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    assertThat(all).extracting(ChainLab.Case::name).doesNotHaveDuplicates();
    assertThat(all).extracting(ChainLab.Case::name).containsAll(DISAGREE.keySet());
    agree(all);
  }
}
