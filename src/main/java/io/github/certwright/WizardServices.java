package io.github.certwright;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.ServerAddress;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.Prober;
import io.github.certwright.files.UserFolders;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.CreateJob;
import io.github.certwright.run.ElevatedInstall;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.ServerGate;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.SignInJob;
import io.github.certwright.run.TrustJob;
import io.github.certwright.run.Workbench;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.LocalNames;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.Reachability;
import io.github.certwright.tls.TrustDecision;
import io.github.certwright.wizard.Checks;
import io.github.certwright.wizard.Installs;
import io.github.certwright.wizard.NewConnection;
import io.github.certwright.wizard.Practice;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.ServerLook;
import io.github.certwright.wizard.Services;
import io.github.certwright.wizard.SignedIn;
import io.github.certwright.wizard.Tool;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** The wizard's doors to the real rooms. */
class WizardServices implements Services {
  private final Workbench bench;
  private final ServerTools server;
  private final Pins pins;
  private final CreateJob job;
  private final ToolDoor tools;
  private final InstallDoor installs;
  private final PastDoor past;
  private final KeyDoor keys;
  private final RootDoor roots;
  private final TrustDoor trusting;
  private final Keepsakes keepsakes;

  WizardServices(Workbench bench, ServerTools server, Pins pins, WaitingRequests waiting) {
    this.bench = bench;
    this.server = server;
    this.pins = pins;
    job = new CreateJob(bench, server);
    tools = new ToolDoor(bench);
    installs = new InstallDoor(bench, server.probe(), pins);
    past = new PastDoor(bench);
    keys = new KeyDoor(bench, server, waiting, pins);
    roots = new RootDoor(bench);
    trusting = new TrustDoor(bench, new TrustJob(bench));
    keepsakes = new Keepsakes(bench);
  }

  @Override
  public Reachability reach(HostName name, Cancellation cancellation) {
    return Reachability.of(name.ascii(), cancellation::isCancelled);
  }

  @Override
  public LocalNames localNames() {
    return LocalNames.read();
  }

  @Override
  public String proposeFolder(String name, String lastFolder) {
    Path documents = UserFolders.on(bench.machine()).documents();
    Path above = documents.resolve("Certwright");
    if (!lastFolder.isBlank()) {
      Path last = bench.machine().files().getPath(lastFolder).getParent();
      above = last != null && Files.isDirectory(last) ? last : above;
    }
    String folder = name.replaceAll("[^A-Za-z0-9.-]", "_");
    Path proposed = above.resolve(folder);
    for (int number = 2; Files.exists(proposed); number++) {
      proposed = above.resolve(folder + "-" + number);
    }
    return proposed.toString();
  }

  @Override
  public List<Tool> findTools(Cancellation cancellation) {
    return tools.find(cancellation);
  }

  @Override
  public Tool lookAtTool(Path folder) throws ProblemException {
    return tools.look(folder);
  }

  @Override
  public Surroundings survey(WhereAnswer where) {
    return job.survey(where);
  }

  @Override
  public ServerLook look(String url) {
    try {
      ServerGate.Look look = gate().look(address(url), () -> false);
      X509Certificate own = look.seen().chain().getFirst();
      String subject = own.getSubjectX500Principal().getName();
      return switch (look.decision()) {
        case TrustDecision.Trusted trusted -> new ServerLook.Trusted(trusted.fingerprint());
        case TrustDecision.AskFirst(Fingerprint now) ->
            new ServerLook.AskFirst(now, subject, own.getNotAfter().toInstant());
        case TrustDecision.Changed(Fingerprint old, Fingerprint now) ->
            new ServerLook.Changed(old, now, subject, own.getNotAfter().toInstant());
        case TrustDecision.Refused(Problem reason) -> new ServerLook.Refused(reason);
      };
    } catch (ProblemException e) {
      return new ServerLook.Refused(e.problem());
    }
  }

  @Override
  public void agree(String url, Fingerprint fingerprint) throws ProblemException {
    URI address = address(url);
    pins.remember(ServerGate.host(address), address.getPort(), fingerprint);
  }

  @Override
  public SignedIn testSignIn(UploadAnswer upload, Cancellation cancellation)
      throws ProblemException {
    try {
      SignInJob.Seen seen =
          new SignInJob(server, pins).test(address(upload.url()), upload.signIn(), cancellation);
      return new SignedIn(
          seen.user(), seen.mayChange(), seen.version(), seen.now(), seen.warnings());
    } catch (ServerGate.NotTrusted e) {
      throw new ProblemException(Problem.of("where.url", "wizard.trust.missing"), e);
    }
  }

  @Override
  public SendDoor sends() {
    return new SendDoor(bench, server, pins);
  }

  @Override
  public Checks checks() {
    return new CheckDoor(bench, pins, keepsakes);
  }

  @Override
  public Installs installs() {
    return installs;
  }

  @Override
  public PastDoor past() {
    return past;
  }

  @Override
  public KeyDoor keys() {
    return keys;
  }

  @Override
  public RootDoor roots() {
    return roots;
  }

  @Override
  public TrustDoor trusting() {
    return trusting;
  }

  @Override
  public Practice practise() throws ProblemException {
    return PracticeDoor.open(bench, server);
  }

  @Override
  public Ended run(
      Plan plan, Answers answers, Rights rights, Progress progress, Cancellation cancellation) {
    CreateJob mine =
        switch (rights) {
          case OWN -> job;
          case ADMINISTRATOR -> job.askingAdmin(ElevatedInstall.here(bench));
        };
    return new FinishedRun(mine.run(plan, answers, pins, progress, cancellation));
  }

  @Override
  public CheckReport check(NewConnection made, Cancellation cancellation) {
    return new ConnectionDoor(Prober.real(), bench.clock()).check(made, cancellation);
  }

  @Override
  public void saveCopy(Path from, Path to) throws ProblemException {
    keepsakes.saveCopy(from, to);
  }

  @Override
  public void saveWords(String words, Path to) throws ProblemException {
    keepsakes.save(to, words.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void saveReminder(RunReport.CertificateFacts certificate, Path to)
      throws ProblemException {
    keepsakes.saveReminder(certificate, to);
  }

  @Override
  public void openFolder(Path folder) throws ProblemException {
    keepsakes.openFolder(folder);
  }

  private ServerGate gate() {
    return new ServerGate(server.probe(), pins);
  }

  private static URI address(String typed) throws ProblemException {
    return switch (ServerAddress.read(typed)) {
      case Checked.Good<URI> good -> good.value();
      case Checked.Bad<URI> bad -> throw new ProblemException(bad.problems().getFirst());
    };
  }
}
