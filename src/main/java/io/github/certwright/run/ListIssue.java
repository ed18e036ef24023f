package io.github.certwright.run;

import io.github.certwright.answers.Passwords;
import io.github.certwright.issue.Authority;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.issue.Issued;
import io.github.certwright.issue.Issuer;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.ListPlan;
import io.github.certwright.plan.ListPlan.PlannedServer;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the keys and certificates of a list on every core. What was made waits in a short queue, so
 * that memory does not grow with the list.
 */
final class ListIssue {
  private static final int QUEUE = 64;
  private static final long LOOK_MILLIS = 20;

  private final Workbench bench;
  private final CertificateMaker maker;
  private final Issuer issuer;
  private final ListPlan plan;
  private final Secret password;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final BlockingQueue<Result> results = new ArrayBlockingQueue<>(QUEUE);

  /**
   * The certificates of a list.
   *
   * @param password of every keystore; empty when each gets one of its own
   */
  ListIssue(Workbench bench, Authority authority, ListPlan plan, Secret password) {
    this.bench = bench;
    this.maker = bench.certificateMaker();
    this.issuer = maker.issuer(authority);
    this.plan = plan;
    this.password = password;
  }

  /** One server's files as bytes. */
  static final class MadeServer {
    private final PlannedServer server;
    private final byte[] keystore;
    private final Optional<byte[]> pass;
    private final byte[] certificate;

    private MadeServer(
        PlannedServer server, byte[] keystore, Optional<byte[]> pass, byte[] certificate) {
      this.server = server;
      this.keystore = keystore;
      this.pass = pass;
      this.certificate = certificate;
    }

    PlannedServer server() {
      return server;
    }

    byte[] keystore() {
      return keystore;
    }

    /** The password of its keystore, when that is its own. */
    Optional<byte[]> pass() {
      return pass;
    }

    byte[] certificate() {
      return certificate;
    }

    void wipe() {
      Arrays.fill(keystore, (byte) 0);
      pass.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
    }
  }

  /** Takes what was made, on the thread that runs the job; wipes it when it was written. */
  @FunctionalInterface
  interface Sink {
    void take(MadeServer made) throws ProblemException;
  }

  private sealed interface Result {
    record Good(MadeServer made) implements Result {}

    record Broken(Throwable cause) implements Result {}
  }

  /**
   * Makes all, in no particular order.
   *
   * @throws CancellationException when the flag is raised
   */
  void run(Cancellation cancellation, Sink sink) throws ProblemException {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    List<Thread> threads =
        java.util.stream.IntStream.range(0, workers)
            .mapToObj(i -> Thread.ofPlatform().daemon().name("issue-" + i).start(this::work))
            .toList();
    try {
      for (int left = plan.servers().size(); left > 0; left--) {
        switch (take(cancellation)) {
          case Result.Good(MadeServer made) -> sink.take(made);
          case Result.Broken(Throwable cause) -> throw new IllegalStateException(cause);
        }
      }
    } finally {
      stop.set(true);
      threads.forEach(Thread::interrupt);
      threads.forEach(ListIssue::awaitEnd);
    }
  }

  /** The threads use secrets that are wiped as soon as the job has ended. */
  private static void awaitEnd(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Result take(Cancellation cancellation) {
    try {
      Result result = null;
      while (result == null) {
        cancellation.check();
        result = results.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
      return result;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private void work() {
    try {
      for (int i = next.getAndIncrement();
          i < plan.servers().size() && !stop.get();
          i = next.getAndIncrement()) {
        results.put(new Result.Good(make(plan.servers().get(i))));
      }
    } catch (InterruptedException _) {
      // The job has ended; what was made is dropped with this thread.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      broken(e);
    }
  }

  private void broken(Throwable cause) {
    try {
      results.put(new Result.Broken(cause));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private MadeServer make(PlannedServer server) {
    CertificatePlan certificate = server.certificate();
    Issued issued = issuer.issued(certificate, maker.keyPair(certificate.key()));
    if (!password.isEmpty()) {
      return made(server, issued, password, Optional.empty());
    }
    try (Secret own = Passwords.generate(bench.random())) {
      return made(server, issued, own, Optional.of(ClientPassword.write(own)));
    }
  }

  private MadeServer made(
      PlannedServer server, Issued issued, Secret secret, Optional<byte[]> pass) {
    byte[] keystore =
        KeystoreWriter.server(
            plan.format(),
            server.certificate().alias(),
            issued.privateKey(),
            issued.chain(),
            secret);
    return new MadeServer(server, keystore, pass, AuthorityJob.der(issued.certificate()));
  }
}
