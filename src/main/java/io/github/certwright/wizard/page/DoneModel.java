package io.github.certwright.wizard.page;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.check.HostPort;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.report.Afterwards;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.settings.SettingsData;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Installs;
import io.github.certwright.wizard.NewConnection;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How making a pair ended, and everything that can be done with what it made. */
public final class DoneModel extends EndModel {
  private final Supplier<Optional<Plan>> plan;
  private final String kind;
  private boolean rightsGiven;

  /** How making a new pair ended. */
  public DoneModel(Desk desk, Supplier<Optional<Plan>> plan) {
    this(desk, plan, PastJob.CREATE);
  }

  /**
   * @param kind of the job, as the history knows it
   */
  DoneModel(Desk desk, Supplier<Optional<Plan>> plan, String kind) {
    super("done.page", desk);
    this.plan = plan;
    this.kind = kind;
  }

  public Plan plan() {
    return plan.get().orElseThrow();
  }

  /** The port on which the server is to offer TLS, for the steps left to do by hand. */
  public int tlsPort() {
    return plan().upload().map(PlannedUpload::tlsPort).orElse(UploadAnswer.DEFAULT_TLS_PORT);
  }

  /** What is left to do elsewhere. */
  Afterwards afterwards() {
    return new Afterwards(
        plan().format(), plan().folder().resolve(FileRole.CLIENT_STORE.fileName()), tlsPort());
  }

  /** The file of a role, when it was written. */
  public Optional<Path> file(FileRole role) {
    return reportProperty().get().stream()
        .flatMap(known -> known.files().stream())
        .filter(file -> file.role() == role)
        .map(RunReport.WrittenFile::path)
        .findFirst();
  }

  /** Not once an administrator gave a tool the certificate: without its key it is worth nothing. */
  @Override
  public boolean mayUndo() {
    return super.mayUndo() && !rightsGiven;
  }

  public void openFolder() {
    run("done.errand.folder", () -> desk().services().openFolder(plan().folder()));
  }

  /** Saves a copy of a file that was made. */
  public void saveCopy(FileRole role, Path to) {
    file(role)
        .ifPresent(from -> run("done.errand.saved", () -> desk().services().saveCopy(from, to)));
  }

  public void saveReminder(Path to) {
    reportProperty()
        .get()
        .flatMap(RunReport::certificate)
        .ifPresent(
            made -> run("done.errand.saved", () -> desk().services().saveReminder(made, to)));
  }

  /** Looks whether the server offers the new certificate and the client pair trusts it. */
  public void lookAtConnection() {
    errand(new Errand.Busy());
    NewConnection made =
        new NewConnection(
            new HostPort(plan().certificate().names().getFirst().ascii(), tlsPort()),
            plan().folder().resolve(FileRole.CLIENT_STORE.fileName()),
            trusting(),
            reportProperty().get().flatMap(RunReport::certificate).orElseThrow().sha256());
    desk()
        .background()
        .run(cancellation -> desk().services().check(made, cancellation))
        .onSuccess(found -> errand(new Errand.Looked(found)));
  }

  /** Installs into the waiting tools with an administrator's rights, which the system asks for. */
  public void askForRights() {
    List<ToolReport> waiting = waiting();
    Path kit = plan().folder().resolve(FileRole.CLIENT_KIT.fileName());
    errand(new Errand.Busy());
    desk()
        .background()
        .run(cancellation -> withRights(kit, waiting, cancellation))
        .onSuccess(this::given)
        .onProblem(problem -> errand(new Errand.Failed(List.of(problem))));
  }

  @Override
  Optional<PastJob> remembered(RunReport how, String receipt) {
    rightsGiven = false;
    return how.certificate()
        .map(
            made ->
                new PastJob(
                    kind,
                    plan().certificate().names().getFirst().display(),
                    desk().clock().instant(),
                    made.notAfter(),
                    plan().folder().toString(),
                    made.sha256().hex(),
                    receipt,
                    Optional.empty()));
  }

  @Override
  SettingsData learnt(SettingsData data, RunReport how) {
    String folder = how.files().isEmpty() ? "" : plan().folder().toString();
    return data.withPreferences(data.preferences().withLastFolder(folder));
  }

  @Override
  Path forAdministrator() {
    return plan().folder();
  }

  private RunReport withRights(Path kit, List<ToolReport> waiting, Cancellation cancellation)
      throws ProblemException {
    Installs installs = desk().services().installs();
    List<Path> folders = waiting.stream().map(ToolReport::path).toList();
    List<PlannedInstall> planned =
        switch (installs.plan(folders)) {
          case Checked.Good<List<PlannedInstall>> good -> good.value();
          case Checked.Bad<List<PlannedInstall>> bad ->
              throw new ProblemException(bad.problems().getFirst());
        };
    try (ReadPair pair = installs.read(new PairSource.Kit(kit), cancellation)) {
      Ended how = installs.run(pair, planned, Rights.ADMINISTRATOR, Progress.none(), cancellation);
      how.close();
      return how.report();
    }
  }

  private void given(RunReport second) {
    RunReport first = reportProperty().get().orElseThrow();
    Map<Path, ToolReport> now =
        second.tools().stream().collect(Collectors.toMap(ToolReport::path, Function.identity()));
    rightsGiven |= second.tools().stream().anyMatch(tool -> tool.state().equals(INSTALLED));
    boolean all = second.state() == RunReport.State.DONE;
    List<Problem> before =
        first.problems().stream().filter(problem -> !AdminSteps.concerns(problem)).toList();
    report(
        new RunReport(
            all && first.state() == RunReport.State.NEEDS_ADMIN
                ? RunReport.State.DONE
                : first.state(),
            first.steps(),
            first.files(),
            first.certificate(),
            first.tools().stream().map(tool -> now.getOrDefault(tool.path(), tool)).toList(),
            first.uploaded(),
            first.verified(),
            second.withWarnings(before).problems()));
    errand(all ? new Errand.Done("done.errand.rights") : new Errand.None());
  }
}
