package io.github.certwright.wizard;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.check.CheckReport;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.LocalNames;
import io.github.certwright.tls.Reachability;
import java.nio.file.Path;
import java.util.List;

/** Services behind the guard: each door fails when it is opened on the window's thread. */
public final class GuardedServices implements Services {
  private final Services doors;
  private final FxGuard guard;

  public GuardedServices(Services doors, FxGuard guard) {
    this.doors = doors;
    this.guard = guard;
  }

  @Override
  public Reachability reach(HostName name, Cancellation cancellation) {
    guard.opening("reach");
    return doors.reach(name, cancellation);
  }

  @Override
  public LocalNames localNames() {
    guard.opening("localNames");
    return doors.localNames();
  }

  @Override
  public String proposeFolder(String server, String lastFolder) {
    guard.opening("proposeFolder");
    return doors.proposeFolder(server, lastFolder);
  }

  @Override
  public List<Tool> findTools(Cancellation cancellation) {
    guard.opening("findTools");
    return doors.findTools(cancellation);
  }

  @Override
  public Tool lookAtTool(Path folder) throws ProblemException {
    guard.opening("lookAtTool");
    return doors.lookAtTool(folder);
  }

  @Override
  public Surroundings survey(WhereAnswer where) {
    guard.opening("survey");
    return doors.survey(where);
  }

  @Override
  public ServerLook look(String url) {
    guard.opening("look");
    return doors.look(url);
  }

  @Override
  public void agree(String url, Fingerprint fingerprint) throws ProblemException {
    guard.opening("agree");
    doors.agree(url, fingerprint);
  }

  @Override
  public SignedIn testSignIn(UploadAnswer upload, Cancellation cancellation)
      throws ProblemException {
    guard.opening("testSignIn");
    return doors.testSignIn(upload, cancellation);
  }

  @Override
  public Sends sends() {
    guard.opening("sends");
    return new GuardedSends(doors.sends(), guard);
  }

  @Override
  public Installs installs() {
    guard.opening("installs");
    return new GuardedInstalls(doors.installs(), guard);
  }

  @Override
  public Checks checks() {
    guard.opening("checks");
    return new GuardedChecks(doors.checks(), guard);
  }

  @Override
  public Past past() {
    guard.opening("past");
    return new GuardedPast(doors.past(), guard);
  }

  @Override
  public KeyWork keys() {
    guard.opening("keys");
    return new GuardedKeyWork(doors.keys(), guard);
  }

  @Override
  public RootWork roots() {
    guard.opening("roots");
    return new GuardedRootWork(doors.roots(), guard);
  }

  @Override
  public Trusting trusting() {
    guard.opening("trusting");
    return new GuardedTrusting(doors.trusting(), guard);
  }

  @Override
  public Practice practise() throws ProblemException {
    guard.opening("practise");
    return new GuardedPractice(doors.practise(), guard);
  }

  @Override
  public Ended run(
      Plan plan, Answers answers, Rights rights, Progress progress, Cancellation cancellation) {
    guard.opening("run");
    return new GuardedEnded(doors.run(plan, answers, rights, progress, cancellation), guard);
  }

  @Override
  public CheckReport check(NewConnection made, Cancellation cancellation) {
    guard.opening("check");
    return doors.check(made, cancellation);
  }

  @Override
  public void saveCopy(Path from, Path to) throws ProblemException {
    guard.opening("saveCopy");
    doors.saveCopy(from, to);
  }

  @Override
  public void saveWords(String words, Path to) throws ProblemException {
    guard.opening("saveWords");
    doors.saveWords(words, to);
  }

  @Override
  public void saveReminder(RunReport.CertificateFacts certificate, Path to)
      throws ProblemException {
    guard.opening("saveReminder");
    doors.saveReminder(certificate, to);
  }

  @Override
  public void openFolder(Path folder) throws ProblemException {
    guard.opening("openFolder");
    doors.openFolder(folder);
  }
}
