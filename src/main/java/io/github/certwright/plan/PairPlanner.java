package io.github.certwright.plan;

import io.github.certwright.answers.AuthorityChecks;
import io.github.certwright.answers.PairAnswers;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.Surroundings.FolderState;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the files of a pair whose key or certificate comes from elsewhere. Pure. */
public final class PairPlanner {
  private PairPlanner() {}

  /**
   * The plan with its warnings, or all problems.
   *
   * @param home the folder of the keystore that is completed or renewed: files there are replaced,
   *     with backups, because that is what was asked for
   */
  public static Checked<Plan> plan(
      PairAnswers answers,
      Origin origin,
      CertificatePlan certificate,
      Optional<Path> home,
      Surroundings surroundings) {
    WhereAnswer where = answers.where();
    Path folder = surroundings.folder().path();
    boolean replace = where.replace() || home.map(folder::equals).orElse(false);
    List<Problem> problems = new ArrayList<>(AuthorityChecks.pair(answers));
    problems.addAll(SurroundingsChecks.check(where, surroundings, FileRole.PAIR, replace));
    if (problems.stream().anyMatch(Problem::stops)) {
      return new Checked.Bad<>(problems);
    }
    Plan plan =
        new Plan(
            origin,
            certificate.called(answers.alias()),
            answers.format(),
            folder,
            surroundings.folder().state() == FolderState.NEW,
            Planner.files(FileRole.PAIR, where, surroundings, answers.passwords().generated()),
            Planner.installs(surroundings),
            where.upload().map(Planner::upload));
    return new Checked.Good<>(plan, problems);
  }
}
