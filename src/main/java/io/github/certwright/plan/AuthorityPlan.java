package io.github.certwright.plan;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.AuthorityChecks;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.plan.CertificatePlan.NamePart;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.Plan.Step;
import io.github.certwright.plan.Surroundings.FolderState;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The root authority to be made, and its files. Holds no secret.
 *
 * @param subject the distinguished name's attributes, most specific first
 * @param domains the only domains it may issue for (RFC 5280 4.2.1.10), A-labels; empty for any
 * @param folder the folder for the files, absolute
 * @param newFolder whether the folder is made by this job
 * @param files every file written, in the order of writing
 */
public record AuthorityPlan(
    List<NamePart> subject,
    KeyChoice key,
    Instant notBefore,
    Instant notAfter,
    List<String> domains,
    Path folder,
    boolean newFolder,
    List<PlannedFile> files) {
  public AuthorityPlan {
    subject = List.copyOf(subject);
    domains = List.copyOf(domains);
    files = List.copyOf(files);
  }

  /** The plan with its warnings, or all problems. */
  public static Checked<AuthorityPlan> of(AuthorityAnswers answers, Surroundings surroundings) {
    List<Problem> problems = new ArrayList<>(AuthorityChecks.authority(answers));
    problems.addAll(
        SurroundingsChecks.check(
            answers.where(), surroundings, FileRole.AUTHORITY, answers.replace()));
    if (problems.stream().anyMatch(Problem::stops)) {
      return new Checked.Bad<>(problems);
    }
    return new Checked.Good<>(
        new AuthorityPlan(
            subject(answers.name(), answers.organisation()),
            answers.key(),
            Planner.begin(surroundings.now()),
            Planner.end(surroundings.now(), answers.validDays()),
            domains(answers.domains()),
            surroundings.folder().path(),
            surroundings.folder().state() == FolderState.NEW,
            Planner.files(FileRole.AUTHORITY, answers.where(), surroundings, false)),
        problems);
  }

  private static List<String> domains(List<String> typed) {
    List<String> domains = new ArrayList<>();
    for (String one : typed) {
      if (AuthorityChecks.domain(one) instanceof Checked.Good<String>(String domain, var _)
          && !domains.contains(domain)) {
        domains.add(domain);
      }
    }
    return domains;
  }

  /** The distinguished name of an authority, most specific attribute first. */
  public static List<NamePart> subject(String name, OrganisationAnswer organisation) {
    List<NamePart> parts = new ArrayList<>();
    parts.add(new NamePart("CN", name));
    Planner.add(parts, "OU", organisation.unit());
    Planner.add(parts, "O", organisation.organization());
    Planner.add(parts, "L", organisation.city());
    Planner.add(parts, "ST", organisation.state());
    Planner.add(parts, "C", organisation.country().toUpperCase(Locale.ROOT));
    return parts;
  }

  /** What the authority is called. */
  public String name() {
    return subject.getFirst().value();
  }

  /** The steps in order: {@code key}, {@code authority}, {@code write.<role>}. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("key", "plan.key.text", List.of(key.algorithm(), key.bits())));
    steps.add(
        domains.isEmpty()
            ? new Step("authority", "plan.authority.any.text", List.of(name(), notAfter))
            : new Step(
                "authority", "plan.authority.limited.text", List.of(name(), notAfter, domains)));
    files.forEach(file -> steps.add(PlanSteps.write(file)));
    return steps;
  }
}
