package io.github.certwright;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.HostPort;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.PracticeGround;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.Reachability;
import io.github.certwright.wizard.NewConnection;
import io.github.certwright.wizard.Practice;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.ServerLook;
import io.github.certwright.wizard.SignedIn;
import io.github.certwright.wizard.Tool;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The wizard's doors during a practice. None leads to a real server or a real tool, and nothing is
 * kept, whatever is typed.
 */
final class PracticeServices extends WizardServices {
  private final PracticeGround ground;
  private final List<Once> runs = new ArrayList<>();

  PracticeServices(
      Workbench bench,
      ServerTools server,
      Pins pins,
      WaitingRequests waiting,
      PracticeGround ground) {
    super(bench, server, pins, waiting);
    this.ground = ground;
  }

  Path home() {
    return ground.tool().getParent();
  }

  /** The pretend server is on the ports that happened to be free; a real one has the usual. */
  @Override
  public Reachability reach(HostName name, Cancellation cancellation) {
    return new Reachability(true, true, false);
  }

  @Override
  public String proposeFolder(String name, String lastFolder) {
    return home().resolve("files").toString();
  }

  @Override
  public List<Tool> findTools(Cancellation cancellation) {
    try {
      return List.of(super.lookAtTool(ground.tool()));
    } catch (ProblemException _) {
      return List.of();
    }
  }

  @Override
  public Tool lookAtTool(Path folder) throws ProblemException {
    if (!folder.equals(ground.tool())) {
      throw new ProblemException(Problem.of("where.tools", "practice.tool.other"));
    }
    return super.lookAtTool(folder);
  }

  @Override
  public ServerLook look(String url) {
    return isOurs(url) ? super.look(url) : new ServerLook.Refused(otherServer());
  }

  @Override
  public SignedIn testSignIn(UploadAnswer upload, Cancellation cancellation)
      throws ProblemException {
    if (!isOurs(upload.url())) {
      throw new ProblemException(otherServer());
    }
    return super.testSignIn(upload, cancellation);
  }

  /** Whatever address was typed, only the pretend server is asked. */
  @Override
  public CheckReport check(NewConnection made, Cancellation cancellation) {
    boolean itsDoor = made.where().port() == URI.create(ground.url()).getPort();
    HostPort pretend = new HostPort("localhost", itsDoor ? made.where().port() : ground.tlsPort());
    return super.check(
        new NewConnection(pretend, made.clientStore(), made.tools(), made.fingerprint()),
        cancellation);
  }

  @Override
  public Practice practise() throws ProblemException {
    throw new ProblemException(Problem.of("", "practice.kept"));
  }

  @Override
  public Ended run(
      Plan plan, Answers answers, Rights rights, Progress progress, Cancellation cancellation) {
    boolean inside =
        plan.folder().startsWith(home())
            && plan.installs().stream().allMatch(one -> one.tool().equals(ground.tool()))
            && plan.upload().stream().allMatch(sent -> isOurs(sent.url().toString()));
    if (!inside) {
      throw new IllegalStateException("The pages of a practice lead to nothing outside it.");
    }
    Once run = new Once(super.run(plan, answers, rights, progress, cancellation));
    synchronized (runs) {
      runs.add(run);
    }
    return run;
  }

  @Override
  public void saveCopy(Path from, Path to) throws ProblemException {
    throw new ProblemException(Problem.of("", "practice.kept"));
  }

  @Override
  public void saveWords(String words, Path to) throws ProblemException {
    throw new ProblemException(Problem.of("", "practice.kept"));
  }

  @Override
  public void saveReminder(RunReport.CertificateFacts certificate, Path to)
      throws ProblemException {
    throw new ProblemException(Problem.of("", "practice.kept"));
  }

  /** Gives up every way back, before the folder with what they need goes away. */
  void close() {
    synchronized (runs) {
      runs.forEach(Once::close);
    }
  }

  private boolean isOurs(String url) {
    return url.strip().equals(ground.url());
  }

  private static Problem otherServer() {
    return Problem.of("where.url", "practice.server.other");
  }

  /** A run that is closed by whoever comes first. */
  private static final class Once implements Ended {
    private final Ended run;
    private boolean closed;

    Once(Ended run) {
      this.run = run;
    }

    @Override
    public RunReport report() {
      return run.report();
    }

    @Override
    public Optional<String> receipt() {
      return run.receipt();
    }

    @Override
    public boolean mayUndo() {
      return run.mayUndo();
    }

    @Override
    public List<Problem> undo() {
      return run.undo();
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        run.close();
      }
    }
  }
}
