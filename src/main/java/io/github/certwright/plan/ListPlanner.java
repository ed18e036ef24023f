package io.github.certwright.plan;

import io.github.certwright.answers.AuthorityChecks;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.ListAnswers;
import io.github.certwright.plan.ListPlan.PlannedServer;
import io.github.certwright.plan.Surroundings.FolderState;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Plans the certificates for a list of servers. Pure. */
public final class ListPlanner {
  private static final List<FileRole> SHARED =
      List.of(FileRole.AUTHORITY_CERTIFICATE, FileRole.CLIENT_STORE, FileRole.CLIENT_PASSWORD);

  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private ListPlanner() {}

  /**
   * The plan with its warnings, or all problems.
   *
   * @param authority what it is called
   * @param within fits a certificate to what the authority may issue
   * @param say puts a bad line's problem into words with its number
   */
  public static Checked<ListPlan> plan(
      ListAnswers answers,
      ServerList list,
      String authority,
      Function<CertificatePlan, Checked<CertificatePlan>> within,
      Function<ServerList.BadLine, Problem> say,
      Surroundings surroundings) {
    List<Problem> problems = new ArrayList<>(AuthorityChecks.list(answers));
    problems.addAll(
        SurroundingsChecks.check(answers.where(), surroundings, SHARED, answers.replace()));
    List<ServerList.BadLine> bad = new ArrayList<>(list.bad());
    Map<Path, PlannedServer> servers = new LinkedHashMap<>();
    if (problems.stream().noneMatch(Problem::stops)) {
      for (ServerLine line : list.lines()) {
        server(answers, line, within, surroundings, servers, bad);
      }
    }
    bad.sort(Comparator.comparingInt(ServerList.BadLine::number));
    for (ServerList.BadLine line : bad) {
      Problem said = say.apply(line);
      problems.add(answers.keepGoing() ? said.asWarning() : said);
    }
    boolean nothing = servers.isEmpty() && problems.stream().noneMatch(Problem::stops);
    if (nothing) {
      problems.add(Problem.of("authority.list", "authority.list.problem.empty"));
    }
    if (problems.stream().anyMatch(Problem::stops)) {
      return new Checked.Bad<>(problems);
    }
    return new Checked.Good<>(
        new ListPlan(
            authority,
            List.copyOf(servers.values()),
            answers.ownPasswords(),
            answers.format(),
            surroundings.folder().path(),
            surroundings.folder().state() == FolderState.NEW,
            Planner.files(SHARED, answers.where(), surroundings, false)),
        problems);
  }

  private static void server(
      ListAnswers answers,
      ServerLine line,
      Function<CertificatePlan, Checked<CertificatePlan>> within,
      Surroundings surroundings,
      Map<Path, PlannedServer> servers,
      List<ServerList.BadLine> bad) {
    CertificatePlan wanted =
        Planner.certificate(
                line.names(),
                answers.organisation(),
                answers.key(),
                line.validDays().orElse(answers.validDays()),
                surroundings.now())
            .called(answers.alias());
    switch (within.apply(wanted)) {
      case Checked.Bad<CertificatePlan>(var problems) ->
          problems.forEach(problem -> bad.add(new ServerList.BadLine(line.number(), problem)));
      case Checked.Good<CertificatePlan>(CertificatePlan plan, var _) -> {
        Path folder = surroundings.folder().path().resolve(folder(plan.names().getFirst()));
        PlannedServer before =
            servers.putIfAbsent(folder, new PlannedServer(line.number(), plan, folder));
        // One server spelt in two ways: its second keystore would silently replace the first.
        if (before != null) {
          bad.add(new ServerList.BadLine(line.number(), twice(plan, before)));
        }
      }
    }
  }

  private static Problem twice(CertificatePlan plan, PlannedServer before) {
    return Problem.of(
        "authority.list",
        "authority.list.problem.twice",
        plan.names().getFirst().both(),
        before.line());
  }

  /**
   * A folder's name on every system: Windows allows neither a star nor colons, nor the names of its
   * devices, whatever follows their first dot.
   *
   * @see <a href="https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file">Naming
   *     Files, Paths, and Namespaces</a>
   */
  private static String folder(HostName name) {
    String plain = name.ascii().replace("*", "_").replace(':', '-');
    return DEVICE.matcher(plain).matches() ? "_" + plain : plain;
  }
}
