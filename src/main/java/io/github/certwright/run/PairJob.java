package io.github.certwright.run;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.PairAnswers;
import io.github.certwright.answers.Passwords;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.PairPlanner;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.plan.WaitingRequest;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Pins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a server's and its clients' files from key and certificate that are there, installs and
 * uploads them, as the main job does. {@link CompleteJob}, {@link RenewJob}, {@link AuthorityJob}
 * and {@link ImportJob} give the material.
 */
public final class PairJob {
  /** Largest file that can sensibly hold one password, in bytes. */
  private static final int CAP = 4096;

  private final Workbench bench;
  private final ServerTools server;
  private final WaitingRequests waiting;
  private final Optional<ElevatedInstall> rights;

  /** The requests that wait are told when one is answered. */
  public PairJob(Workbench bench, ServerTools server, WaitingRequests waiting) {
    this(bench, server, waiting, Optional.empty());
  }

  private PairJob(
      Workbench bench,
      ServerTools server,
      WaitingRequests waiting,
      Optional<ElevatedInstall> rights) {
    this.bench = bench;
    this.server = server;
    this.waiting = waiting;
    this.rights = rights;
  }

  /** The same job, which asks for an administrator's rights where a tool needs them. */
  public PairJob askingAdmin(ElevatedInstall elevated) {
    return new PairJob(bench, server, waiting, Optional.of(elevated));
  }

  /** The plan with all warnings, or all problems; reads the disk, writes nothing. */
  public Checked<Plan> plan(Material material, PairAnswers answers) {
    Surroundings seen = new Survey(bench.machine(), bench.clock()).of(answers.where());
    Optional<Path> home = material.keystore().map(Path::getParent);
    Checked<Plan> planned =
        PairPlanner.plan(answers, material.origin(), material.certificate(), home, seen);
    return switch (planned) {
      case Checked.Bad<Plan> bad -> bad;
      case Checked.Good<Plan>(Plan plan, var warnings) -> {
        List<Problem> all = new ArrayList<>(material.warnings());
        all.addAll(warnings);
        yield new Checked.Good<>(plan, all);
      }
    };
  }

  /** The entry name to propose. */
  public static String alias(Material material) {
    String own = material.certificate().alias();
    return own.isBlank() ? CertificateAnswer.DEFAULT_ALIAS : own;
  }

  /**
   * The password to propose for the client file: the one in {@code cert.pass} beside the keystore,
   * so that what clients have stays as it is, else a new one.
   *
   * @param server opens the server keystore, and may not be the same
   */
  public Secret clientPassword(Optional<Path> keystore, Secret server) {
    Optional<Secret> there = keystore.flatMap(file -> beside(file, FileRole.CLIENT_PASSWORD));
    if (there.isPresent() && !there.get().sameAs(server)) {
      return there.get();
    }
    there.ifPresent(Secret::close);
    return Passwords.generate(bench.random());
  }

  /**
   * The password that was kept in {@code KeyStore.pass} beside a server keystore, because it was
   * made for the person; empty when there is none or it cannot be read. The caller closes it.
   */
  public Optional<Secret> serverPassword(Path keystore) {
    return beside(keystore, FileRole.SERVER_PASSWORD);
  }

  private static Optional<Secret> beside(Path keystore, FileRole role) {
    Path file = keystore.resolveSibling(role.fileName());
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ClientPassword.read(PairReader.bytes(file, CAP)));
    } catch (ProblemException _) {
      // A file that holds no password says nothing; a new one replaces it.
      return Optional.empty();
    }
  }

  /**
   * Carries a plan out, as {@link CreateJob#run} does.
   *
   * @param material the same that gave the plan
   * @param answers the same that gave the plan; only their secrets are used
   * @param pins the server certificates somebody has agreed to
   */
  public Finished run(
      Plan plan,
      Material material,
      PairAnswers answers,
      Pins pins,
      Progress progress,
      Cancellation cancellation) {
    Finished finished =
        new PairRun(bench, server, rights, material.job(), material.source())
            .run(plan, answers.passwords(), answers.where().upload(), pins, progress, cancellation);
    boolean kept = finished.report().certificate().isPresent();
    return kept && material.job().equals("complete") ? answered(finished, material) : finished;
  }

  private Finished answered(Finished finished, Material material) {
    String keystore = material.keystore().map(Path::toString).orElse("");
    Optional<WaitingRequest> request =
        waiting.all().stream().filter(one -> one.keystore().equals(keystore)).findFirst();
    try {
      waiting.forget(keystore);
      return finished.afterUndo(() -> request.ifPresent(this::rememberAgain));
    } catch (ProblemException e) {
      return finished.withWarning(e.problem().asWarning());
    }
  }

  private void rememberAgain(WaitingRequest request) {
    try {
      waiting.remember(request);
    } catch (ProblemException e) {
      System.getLogger(PairJob.class.getName())
          .log(System.Logger.Level.DEBUG, "An undone request is not in the list any more.", e);
    }
  }
}
