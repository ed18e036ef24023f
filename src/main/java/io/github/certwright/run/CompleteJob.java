package io.github.certwright.run;

import io.github.certwright.issue.AnswerChain;
import io.github.certwright.issue.CertifiedNames;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * "Continue with the authority's answer": takes the answer in whatever form and order it came, and
 * says what it is or why it is not the answer. {@link PairJob} makes the files.
 */
public final class CompleteJob {
  private static final String FIELD = "answer.files";

  private final Workbench bench;

  public CompleteJob(Workbench bench) {
    this.bench = bench;
  }

  /**
   * Opens the keystore that waits for an answer.
   *
   * @throws ProblemException as {@link HeldKey#open}
   */
  public HeldKey open(Path keystore, Secret password) throws ProblemException {
    return HeldKey.open(keystore, password);
  }

  /**
   * Judges the answer for a key: PEM, DER or PKCS#7, one file or several.
   *
   * @return the material with its warnings, or every problem
   */
  public Checked<Material> read(HeldKey held, List<Path> answers) {
    if (answers.isEmpty()) {
      return Checked.bad(Problem.of(FIELD, "answer.problem.empty"));
    }
    List<Problem> problems = new ArrayList<>();
    Set<X509Certificate> all = new LinkedHashSet<>();
    for (Path file : answers) {
      try {
        all.addAll(certificates(file));
      } catch (ProblemException e) {
        problems.add(e.problem().at(FIELD));
      }
    }
    if (!problems.isEmpty()) {
      return new Checked.Bad<>(problems);
    }
    // An answer that came in part before, or a renewal: its issuers stand in the keystore already.
    held.chain().stream().skip(1).forEach(all::add);
    Checked<AnswerChain> judged =
        AnswerChain.of(
            held.certificate().getPublicKey(),
            CertifiedNames.of(held.certificate()),
            List.copyOf(all),
            Instant.now(bench.clock()));
    return switch (judged) {
      case Checked.Bad<AnswerChain>(var bad) -> new Checked.Bad<>(bad);
      case Checked.Good<AnswerChain>(AnswerChain answer, var warnings) ->
          new Checked.Good<>(
              Material.answered(held.key(), answer, held.alias(), held.file(), warnings), warnings);
    };
  }

  private static List<X509Certificate> certificates(Path file) throws ProblemException {
    byte[] bytes = PairReader.bytes(file, CertificateReader.MAX_BYTES);
    try {
      return CertificateReader.read(bytes);
    } catch (ProblemException e) {
      throw new ProblemException(NotAnAnswer.of(bytes, file), e);
    }
  }
}
