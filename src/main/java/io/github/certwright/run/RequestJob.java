package io.github.certwright.run;

import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.issue.CertificateRequest;
import io.github.certwright.issue.Issued;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.plan.WaitingRequest;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * "Ask an authority for a certificate": a key in {@code KeyStore.jks} and a request for it. Until
 * the answer is there, the key is kept with a certificate that signs itself.
 */
public final class RequestJob {
  /** No request with a hundred names comes near this, in bytes. */
  private static final int LARGEST_REQUEST = 1 << 16;

  private final Workbench bench;
  private final WaitingRequests waiting;

  public RequestJob(Workbench bench, WaitingRequests waiting) {
    this.bench = bench;
    this.waiting = waiting;
  }

  /** The requests whose keystore is still there, newest first. */
  public List<WaitingRequest> waiting() {
    return waiting.all().stream()
        .filter(one -> Files.isRegularFile(bench.machine().files().getPath(one.keystore())))
        .toList();
  }

  /** The plan with its warnings, or all problems; reads the disk, writes nothing. */
  public Checked<RequestPlan> plan(RequestAnswers answers) {
    return RequestPlan.of(answers, new Survey(bench.machine(), bench.clock()).of(answers.where()));
  }

  /**
   * A request as it is sent.
   *
   * @param words PEM, with line ends
   * @param key SHA-256 of the public key, by which an authority can tell the request from others
   */
  public record Written(String words, Fingerprint key) {}

  /**
   * Reads a request that was made.
   *
   * @throws ProblemException when the file is gone or no request
   */
  public Written read(Path file) throws ProblemException {
    byte[] bytes = PairReader.bytes(file, LARGEST_REQUEST);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(CertificateRequest.key(bytes));
      return new Written(
          new String(bytes, StandardCharsets.US_ASCII),
          new Fingerprint(HexFormat.of().formatHex(digest)));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new ProblemException(Problem.of("", "request.problem.notOne", file), e);
    }
  }

  /** A request with the key, the names and the subject of a keystore that is there. */
  public RequestPlan plan(HeldKey held) {
    Path folder = held.file().toAbsolutePath().normalize().getParent();
    boolean there =
        Files.exists(folder.resolve(FileRole.REQUEST.fileName()), LinkOption.NOFOLLOW_LINKS);
    return RequestPlan.again(
        Material.planOf(held.certificate()).called(held.alias()), folder, there);
  }

  /**
   * Makes the key and the request; on cancel or failure everything is as it was.
   *
   * @param answers the same that gave the plan; only their secrets are used
   */
  public Finished run(
      RequestPlan plan, RequestAnswers answers, Progress progress, Cancellation cancellation) {
    FileWork work =
        new FileWork(bench, "request", plan.folder(), plan.steps(), progress, cancellation);
    Finished finished =
        work.run(
            plan.newFolder(),
            transaction -> {
              Issued held =
                  KeySource.made(
                          plan.certificate().key(),
                          (maker, pair) -> maker.selfSigned(plan.certificate(), pair))
                      .issue(bench, work.steps(), cancellation);
              KeyPair pair = new KeyPair(held.certificate().getPublicKey(), held.privateKey());
              byte[] request = request(work, plan, held, pair);
              write(work, transaction, plan, answers.password(), held, request);
            });
    return remembered(finished, plan, plan.folder().resolve(FileRole.SERVER_KEYSTORE.fileName()));
  }

  /** Makes a request for a key that is there; its keystore is not touched. */
  public Finished run(
      RequestPlan plan, HeldKey held, Progress progress, Cancellation cancellation) {
    FileWork work =
        new FileWork(bench, "request", plan.folder(), plan.steps(), progress, cancellation);
    Finished finished =
        work.run(
            false,
            transaction -> {
              Issued issued = new Issued(held.key(), held.certificate());
              byte[] request = request(work, plan, issued, held.pair());
              for (PlannedFile file : plan.files()) {
                work.write(transaction, file, request);
              }
            });
    return remembered(finished, plan, held.file());
  }

  private byte[] request(FileWork work, RequestPlan plan, Issued held, KeyPair pair) {
    work.steps().running("request");
    byte[] request =
        CertificateRequest.pem(
            held.certificate(), plan.certificate().names(), pair, bench.random());
    work.about(Facts.of(held.certificate()));
    work.steps().done("request");
    return request;
  }

  private static void write(
      FileWork work,
      FileTransaction transaction,
      RequestPlan plan,
      Secret password,
      Issued held,
      byte[] request)
      throws ProblemException {
    CertificatePlan certificate = plan.certificate();
    byte[] keystore =
        KeystoreWriter.server(
            plan.format(), certificate.alias(), held.privateKey(), held.chain(), password);
    byte[] pass = ClientPassword.write(password);
    try {
      for (PlannedFile file : plan.files()) {
        byte[] content =
            file.role() == FileRole.REQUEST
                ? request
                : file.role() == FileRole.SERVER_PASSWORD ? pass : keystore;
        work.write(transaction, file, content);
      }
    } finally {
      Arrays.fill(keystore, (byte) 0);
      Arrays.fill(pass, (byte) 0);
    }
  }

  private Finished remembered(Finished finished, RequestPlan plan, Path keystore) {
    if (finished.report().state() != RunReport.State.DONE) {
      return finished;
    }
    String place = keystore.toAbsolutePath().normalize().toString();
    try {
      waiting.remember(
          new WaitingRequest(
              plan.certificate().names().getFirst().ascii(),
              plan.folder().toString(),
              place,
              Instant.now(bench.clock())));
    } catch (ProblemException e) {
      return finished.withWarning(
          Problem.warning("", "request.warning.notRemembered", place)
              .withDetail(e.problem().detail()));
    }
    return finished.afterUndo(() -> forget(place));
  }

  private void forget(String keystore) {
    try {
      waiting.forget(keystore);
    } catch (ProblemException e) {
      System.getLogger(RequestJob.class.getName())
          .log(System.Logger.Level.DEBUG, "A request that was undone is still in the list.", e);
    }
  }
}
