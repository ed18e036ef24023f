package io.github.certwright.wizard;

import io.github.certwright.install.ClientPair;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.plan.Plan.Step;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Facts;
import io.github.certwright.run.InstallJob;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.Progress.StepReport;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets a made-up computer up, and remembers what it was asked. */
public final class FakeInstalls implements Installs {
  public static final SamplePair PAIR = SamplePair.make("twcloud.example.com", "Client-horse9");
  private static final Map<Path, String> VERSIONS =
      Map.of(Path.of("/opt/Cameo_Systems_Modeler"), "2021xR2", Path.of("/opt/MagicDraw"), "19.0");

  public Optional<Problem> refuses = Optional.empty();
  public List<Problem> warnings = List.of();
  public List<Problem> planProblems = List.of();
  public RunReport.State ends = RunReport.State.DONE;
  public String toolState = "installed";
  public List<Problem> runProblems = List.of();
  public PairSource source;
  public boolean mayAsk = true;
  public Rights rights;
  public Optional<String> beside = Optional.empty();
  public Optional<Fingerprint> agreed = Optional.empty();
  private final List<String> asked;

  FakeInstalls(List<String> asked) {
    this.asked = asked;
  }

  @Override
  public Fingerprint shown(PairSource.Ask server, Cancellation cancellation)
      throws ProblemException {
    asked.add("shown " + server.where().typed());
    refuse();
    return PAIR.fingerprint();
  }

  @Override
  public ReadPair read(PairSource what, Cancellation cancellation) throws ProblemException {
    source = what;
    asked.add("read");
    refuse();
    ClientPair pair =
        new ClientPair(PAIR.store(), PAIR.password(), PAIR.fingerprint(), PAIR.notAfter());
    return new ReadPair(pair, PAIR.issued().certificate(), "twcloud.example.com:3579", warnings);
  }

  private void refuse() throws ProblemException {
    if (refuses.isPresent()) {
      throw new ProblemException(refuses.get());
    }
  }

  @Override
  public Checked<List<PlannedInstall>> plan(List<Path> folders) {
    asked.add("plan");
    if (!planProblems.isEmpty()) {
      return new Checked.Bad<>(planProblems);
    }
    return new Checked.Good<>(
        folders.stream()
            .map(tool -> new PlannedInstall(tool, tool.getFileName().toString(), false))
            .toList(),
        List.of());
  }

  @Override
  public boolean mayAsk() {
    return mayAsk;
  }

  @Override
  public Path forAdministrator(ReadPair pair) {
    asked.add("forAdministrator");
    return Path.of("/home/anna/.local/state/certwright/for-administrator/certs");
  }

  @Override
  public void saveInstructions(
      Path from, CertificateFacts made, List<RunReport.ToolReport> tools, Path to) {
    asked.add("saveInstructions " + from + " " + tools.size() + " " + to.getFileName());
  }

  @Override
  public Optional<Secret> passwordBeside(Path keystore) {
    return beside.map(Secret::ofText);
  }

  @Override
  public Optional<Fingerprint> agreed(PairSource.Ask server) {
    return agreed;
  }

  @Override
  public void agree(PairSource.Ask server, Fingerprint fingerprint) {
    asked.add("agree " + server.where().typed());
    agreed = Optional.of(fingerprint);
  }

  @Override
  public Ended run(
      ReadPair pair,
      List<PlannedInstall> installs,
      Rights with,
      Progress progress,
      Cancellation cancellation) {
    asked.add("install " + installs.size());
    rights = with;
    List<Step> steps = InstallJob.steps(installs);
    progress.planned(steps);
    List<StepReport> done = new ArrayList<>();
    for (Step step : steps) {
      StepReport report = new StepReport(step, Progress.State.DONE, Optional.empty());
      done.add(report);
      progress.step(report);
    }
    return ended(
        new RunReport(
            ends,
            done,
            List.of(),
            Optional.of(Facts.of(pair.certificate())),
            installs.stream().map(this::tool).toList(),
            false,
            Optional.empty(),
            runProblems));
  }

  private RunReport.ToolReport tool(PlannedInstall install) {
    String version = VERSIONS.getOrDefault(install.tool(), "");
    return new RunReport.ToolReport(install.label(), version, install.tool(), toolState);
  }

  private Ended ended(RunReport report) {
    boolean undoable = report.tools().stream().anyMatch(tool -> tool.state().equals("installed"));
    Optional<String> receipt =
        undoable ? Optional.of("20261121-110000-000-bbbb") : Optional.empty();
    return new FakeEnded(report, receipt, undoable, asked);
  }
}
