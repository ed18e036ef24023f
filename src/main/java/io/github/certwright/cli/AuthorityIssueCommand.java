package io.github.certwright.cli;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.ListAnswers;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.plan.ListPlan;
import io.github.certwright.plan.ServerList;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.AuthorityJob;
import io.github.certwright.run.ListJob;
import io.github.certwright.run.Material;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code authority issue}: certificates for one server, or for a list of them. */
@Command(name = "issue")
final class AuthorityIssueCommand extends JobCommand {
  @Mixin private OpenOptions authority;
  @Mixin private CertificateOptions certificate;
  @Mixin private PasswordOptions passwords;

  @Option(names = "--list", paramLabel = "CSV", descriptionKey = "cli.option.list")
  private Optional<Path> list = Optional.empty();

  @Option(names = "--keep-going", descriptionKey = "cli.option.keep-going")
  private boolean keepGoing;

  @Mixin private PairOptions pair;

  AuthorityIssueCommand(Wiring wiring, Terminal terminal) {
    super("authority issue", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    List<Problem> problems = new ArrayList<>(certificate.problems());
    problems.addAll(pair.problems());
    if (authority.file.isEmpty()) {
      problems.add(Problem.of("authority.file", "cli.authority.problem.noFile"));
    }
    if (list.isPresent() != certificate.server.isEmpty()) {
      problems.add(Problem.of("server.name", "cli.authority.problem.oneOrList"));
    }
    try (Secret root = authority.password(face.secrets(), problems)) {
      if (problems.stream().anyMatch(Problem::stops)) {
        return face.refused(problems);
      }
      OpenAuthority open = new AuthorityJob(face.bench()).open(authority.file.get(), root);
      return list.isPresent()
          ? listed(face, open, list.get(), problems)
          : one(face, open, problems);
    }
  }

  private CertificateAnswer wanted() {
    return certificate.wanted(
        pair.alias.orElse(CertificateAnswer.DEFAULT_ALIAS), pair.form.format());
  }

  private JobDocument one(Face face, OpenAuthority open, List<Problem> problems) {
    Checked<Material> issued =
        new AuthorityJob(face.bench())
            .issue(open, certificate.server(), certificate.organisation(), wanted());
    return switch (issued) {
      case Checked.Bad<Material>(var bad) -> {
        problems.addAll(bad);
        yield face.refused(problems);
      }
      case Checked.Good<Material>(Material material, var _) -> {
        Secrets secrets = face.secrets();
        try (PasswordAnswer known = passwords.known(secrets, face.bench().random(), problems)) {
          if (!secrets.mayAsk() || (!known.server().isEmpty() && !known.client().isEmpty())) {
            yield new PairFlow(face, pair).go(material, known, problems);
          }
          try (PasswordAnswer asked = PasswordOptions.ask(secrets, known)) {
            yield new PairFlow(face, pair).go(material, asked, problems);
          }
        }
      }
    };
  }

  private JobDocument listed(Face face, OpenAuthority open, Path file, List<Problem> problems)
      throws ProblemException {
    ListJob job = new ListJob(face.bench());
    ServerList servers = job.read(file);
    Secrets secrets = face.secrets();
    try (Secret server = passwords.server(secrets, problems);
        Secret client = passwords.client(secrets, face.bench().random(), problems);
        ListAnswers answers = answers(server.copy(), client.copy())) {
      Checked<ListPlan> planned = job.plan(answers, servers, open);
      List<Problem> found = planned.problems();
      if (server.isEmpty() && !passwords.makesServer()) {
        problems.add(Problem.of("passwords.server", "cli.authority.problem.listPassword"));
        found = Missing.withoutPasswords(found);
      }
      List<Problem> all = Missing.merged(problems, found);
      if (all.stream().anyMatch(Problem::stops)
          || !(planned instanceof Checked.Good<ListPlan>(ListPlan plan, var _))) {
        return face.refused(all);
      }
      return inPart(
          RequestCommand.carriedOut(
              face,
              plan.steps(),
              all,
              (progress, cancellation) -> job.run(plan, open, answers, progress, cancellation)));
    }
  }

  /** The good lines of a list that has bad ones are a part of what was asked for. */
  private static JobDocument inPart(JobDocument document) {
    RunReport report = document.report();
    boolean left = report.problems().stream().anyMatch(ListJob::isBadLine);
    return left && report.state() == State.DONE
        ? document.with(report.inPart()).next(List.of(), List.of(NextStep.of("cli.next.lines")))
        : document;
  }

  private ListAnswers answers(Secret password, Secret client) {
    CertificateAnswer wanted = wanted();
    return new ListAnswers(
        password,
        client,
        certificate.organisation(),
        wanted.key(),
        wanted.validDays(),
        wanted.alias(),
        wanted.format(),
        pair.out,
        pair.replace,
        keepGoing);
  }
}
