package io.github.certwright.plan;

import io.github.certwright.answers.AuthorityChecks;
import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.Plan.Step;
import io.github.certwright.plan.Surroundings.FolderState;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What "Ask an authority for a certificate" will do, exactly. Holds no secret.
 *
 * @param certificate what is asked for; its dates are those of the placeholder that keeps the key's
 *     place in the keystore until the answer is there
 * @param newKey whether a key is made; otherwise the request is for the key that is there
 * @param folder the folder for the files, absolute
 * @param newFolder whether the folder is made by this job
 * @param files every file written, in the order of writing
 */
public record RequestPlan(
    CertificatePlan certificate,
    boolean newKey,
    StoreFormat format,
    Path folder,
    boolean newFolder,
    List<PlannedFile> files) {
  /** The placeholder is never served for long; a year shows clearly when it was forgotten. */
  private static final int PLACEHOLDER_DAYS = 365;

  public RequestPlan {
    files = List.copyOf(files);
  }

  /** The plan with its warnings, or all problems. */
  public static Checked<RequestPlan> of(RequestAnswers answers, Surroundings surroundings) {
    List<Problem> problems = new ArrayList<>(AuthorityChecks.request(answers));
    problems.addAll(
        SurroundingsChecks.check(answers.where(), surroundings, FileRole.ASKED, answers.replace()));
    if (problems.stream().anyMatch(Problem::stops)) {
      return new Checked.Bad<>(problems);
    }
    return new Checked.Good<>(
        new RequestPlan(
            certificate(answers, surroundings.now()),
            true,
            answers.format(),
            surroundings.folder().path(),
            surroundings.folder().state() == FolderState.NEW,
            Planner.files(FileRole.ASKED, answers.where(), surroundings, answers.generated())),
        problems);
  }

  /**
   * A request for a key that is there, written beside its keystore, which is not touched.
   *
   * @param certificate names and subject as the key has them now
   */
  public static RequestPlan again(CertificatePlan certificate, Path folder, boolean replaces) {
    Path file = folder.resolve(FileRole.REQUEST.fileName());
    return new RequestPlan(
        certificate,
        false,
        StoreFormat.JKS,
        folder,
        false,
        List.of(new PlannedFile(FileRole.REQUEST, file, replaces)));
  }

  /** What these answers ask for; for a live preview as well as for the plan. */
  public static CertificatePlan certificate(RequestAnswers answers, Instant now) {
    return Planner.certificate(
            answers.server(), answers.organisation(), answers.key(), PLACEHOLDER_DAYS, now)
        .called(answers.alias());
  }

  /** The steps in order: {@code key}, {@code request}, {@code write.<role>}. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (newKey) {
      steps.add(OriginSteps.key(certificate));
    }
    steps.add(
        new Step(
            "request",
            newKey ? "plan.request.new.text" : "plan.request.again.text",
            List.of(certificate.names().stream().map(name -> (Object) name.both()).toList())));
    files.forEach(file -> steps.add(PlanSteps.write(file)));
    return steps;
  }
}
