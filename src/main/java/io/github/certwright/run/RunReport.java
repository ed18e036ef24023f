package io.github.certwright.run;

import io.github.certwright.plan.FileRole;
import io.github.certwright.problem.Problem;
import io.github.certwright.tls.Fingerprint;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a run ended; created, installed, uploaded and verified are told apart.
 *
 * @param steps every step with its last state
 * @param files files that stand on the disk now because of this run
 * @param certificate the certificate made, when it was kept
 * @param tools what became of each tool folder
 * @param uploaded whether Teamwork Cloud has the server keystore
 * @param verified the fingerprint seen in the handshake that trusted only what was installed
 * @param problems everything that went wrong, and warnings
 * @param trust what was done about trust stores
 */
public record RunReport(
    State state,
    List<Progress.StepReport> steps,
    List<WrittenFile> files,
    Optional<CertificateFacts> certificate,
    List<ToolReport> tools,
    boolean uploaded,
    Optional<Fingerprint> verified,
    List<Problem> problems,
    TrustReport trust) {
  public RunReport {
    steps = List.copyOf(steps);
    files = List.copyOf(files);
    tools = List.copyOf(tools);
    problems = List.copyOf(problems);
  }

  /** Of a run that had nothing to do with trust stores. */
  public RunReport(
      State state,
      List<Progress.StepReport> steps,
      List<WrittenFile> files,
      Optional<CertificateFacts> certificate,
      List<ToolReport> tools,
      boolean uploaded,
      Optional<Fingerprint> verified,
      List<Problem> problems) {
    this(state, steps, files, certificate, tools, uploaded, verified, problems, TrustReport.none());
  }

  /** The same with warnings in front, for example those of the plan. */
  public RunReport withWarnings(List<Problem> warnings) {
    List<Problem> all = new ArrayList<>(warnings);
    all.addAll(problems);
    return new RunReport(state, steps, files, certificate, tools, uploaded, verified, all, trust);
  }

  /** The same, where more was asked for than could be begun. */
  public RunReport inPart() {
    return new RunReport(
        state.and(State.PARTLY),
        steps,
        files,
        certificate,
        tools,
        uploaded,
        verified,
        problems,
        trust);
  }

  /** This run and the one that followed it, as one. */
  public RunReport and(RunReport next) {
    List<Progress.StepReport> allSteps = new ArrayList<>(steps);
    allSteps.addAll(next.steps);
    List<WrittenFile> allFiles = new ArrayList<>(files);
    allFiles.addAll(next.files);
    List<ToolReport> allTools = new ArrayList<>(tools);
    allTools.addAll(next.tools);
    List<Problem> allProblems = new ArrayList<>(problems);
    allProblems.addAll(next.problems);
    return new RunReport(
        state.and(next.state),
        allSteps,
        allFiles,
        certificate.or(next::certificate),
        allTools,
        uploaded || next.uploaded,
        verified.or(next::verified),
        allProblems,
        trust.and(next.trust));
  }

  /**
   * This run after it was undone because the one that followed was cancelled.
   *
   * @param left what could not be undone
   */
  RunReport takenBack(List<Problem> left, RunReport cancelled) {
    List<ToolReport> back =
        tools.stream()
            .map(
                tool ->
                    tool.state().equals("installed") && left.isEmpty()
                        ? new ToolReport(tool.product(), tool.version(), tool.path(), "undone")
                        : tool)
            .toList();
    List<Progress.StepReport> allSteps = new ArrayList<>();
    for (Progress.StepReport step : steps) {
      boolean done = step.state() == Progress.State.DONE && left.isEmpty();
      allSteps.add(
          done
              ? new Progress.StepReport(step.step(), Progress.State.UNDONE, Optional.empty())
              : step);
    }
    allSteps.addAll(cancelled.steps);
    List<Problem> all = new ArrayList<>(cancelled.problems);
    all.addAll(left);
    return new RunReport(
        left.isEmpty() ? State.CANCELLED : State.PARTLY,
        allSteps,
        List.of(),
        certificate,
        back,
        uploaded,
        verified,
        all,
        cancelled.trust);
  }

  /** How a job ended, with the command line's words and exit codes. */
  public enum State {
    DONE("done", 0),
    /** Only planned, as asked for; nothing was touched. */
    PLANNED("planned", 0),
    FAILED("failed", 1),
    REFUSED("refused", 2),
    PARTLY("partly", 3),
    NEEDS_ADMIN("needs-admin", 4),
    NOT_TRUSTED("not-trusted", 5),
    ATTENTION("attention", 6),
    CANCELLED("cancelled", 130);

    private final String word;
    private final int exitCode;

    State(String word, int exitCode) {
      this.word = word;
      this.exitCode = exitCode;
    }

    public String word() {
      return word;
    }

    public int exitCode() {
      return exitCode;
    }

    /** How two jobs ended that were asked for as one. */
    State and(State next) {
      if (this == next || next == DONE) {
        return this;
      }
      return this == DONE && next == NEEDS_ADMIN ? NEEDS_ADMIN : PARTLY;
    }
  }

  /**
   * A file as it stands on the disk.
   *
   * @param sha256 lower-case hexadecimal digest of its content
   */
  public record WrittenFile(FileRole role, Path path, String sha256) {}

  /**
   * A certificate in the words of the faces.
   *
   * @param subject distinguished name (RFC 4514)
   * @param issuer distinguished name of who signed it
   * @param names subject alternative names, readable
   * @param key for example {@code RSA 2048}
   */
  public record CertificateFacts(
      String subject,
      String issuer,
      BigInteger serial,
      Fingerprint sha256,
      Instant notBefore,
      Instant notAfter,
      List<String> names,
      String key) {
    public CertificateFacts {
      names = List.copyOf(names);
    }

    /**
     * Calendar days from today, in the clock's time zone, to the day on which the certificate ends.
     */
    public long daysLeft(Clock clock) {
      return ChronoUnit.DAYS.between(
          LocalDate.now(clock), LocalDate.ofInstant(notAfter, clock.getZone()));
    }
  }

  /**
   * What became of one tool folder.
   *
   * @param version as found, or empty when unknown
   * @param state a word of the command line's JSON: {@code installed}, {@code already-there},
   *     {@code needs-admin}, {@code rolled-back}, {@code undone}
   */
  public record ToolReport(String product, String version, Path path, String state) {
    private static final Pattern YEAR = Pattern.compile("(?i)20(\\d\\d)x.*");
    private static final Pattern DOTTED = Pattern.compile("\\d{2}\\.\\d.*");
    private static final int FIRST_WITH_LIST = 22;

    /**
     * Whether the tool may keep a list of server certificates of its own beside the {@code certs}
     * folder (Options, Environment, Server Certificates): 2022x and later do, and where the version
     * is unknown nobody can tell.
     */
    public boolean mayKeepOwnList() {
      Matcher year = YEAR.matcher(version);
      if (year.matches()) {
        return Integer.parseInt(year.group(1)) >= FIRST_WITH_LIST;
      }
      return !DOTTED.matcher(version).matches();
    }
  }
}
