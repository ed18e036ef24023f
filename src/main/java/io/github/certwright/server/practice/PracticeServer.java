package io.github.certwright.server.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pretend Teamwork Cloud: HTTPS on a free port of 127.0.0.1 with a certificate of its own, and a
 * TLS port as the settings say. It needs threads, as any server does; {@link #close()} ends them
 * all.
 */
public final class PracticeServer implements AutoCloseable {
  // Below those that systems hand out by themselves to whoever connects (RFC 6335, section 6, and
  // Linux's ip_local_port_range), so that nobody comes in between while it is free.
  private static final int FIRST_PORT = 20_000;
  private static final int PORTS = 12_000;
  private static final int TRIES = 20;
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger(new SecureRandom().nextInt(PORTS));

  /** The administrator of {@link #start(Secret)}. */
  public static final String ADMINISTRATOR = "Administrator";

  /** Somebody {@link #start(Secret)} knows who may not change settings. */
  public static final String REVIEWER = "Reviewer";

  private static final String EVERY_CALL = "*";
  private static final long GOODBYE_SECONDS = 5;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("practice-", 0).factory());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<PracticeRequest> log = new CopyOnWriteArrayList<>();
  private final Map<String, Set<Misbehaviour>> faults = new ConcurrentHashMap<>();
  private final Mischief mischief = new Mischief(closing);
  private final Accounts accounts;
  private final Settings settings;
  private final Contract contract;
  private final int port;
  private HttpsServer https;
  private Identity identity;

  private PracticeServer(List<PracticeUser> users) throws IOException {
    accounts = new Accounts(users);
    settings = new Settings(threads);
    contract = new Contract(accounts, settings);
    identity = Identity.selfSigned();
    https = listen();
    port = https.getAddress().getPort();
  }

  /**
   * Starts with an administrator and a reviewer, both with this password.
   *
   * @throws IOException when no port can be opened
   */
  public static PracticeServer start(Secret password) throws IOException {
    return start(
        List.of(
            new PracticeUser(ADMINISTRATOR, password, Secret.empty(), true),
            new PracticeUser(REVIEWER, password, Secret.empty(), false)));
  }

  /**
   * Starts with these users; copies their secrets.
   *
   * @throws IOException when no port can be opened
   */
  public static PracticeServer start(List<PracticeUser> users) throws IOException {
    return new PracticeServer(users);
  }

  /** A port of 127.0.0.1 on which nothing listens at this moment. */
  public static int freePort() throws IOException {
    for (int i = 0; i < PORTS; i++) {
      int port = FIRST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), PORTS);
      try {
        Reopening.look(port);
        return port;
      } catch (BindException _) {
        // Somebody else's; the next one may be free.
      }
    }
    throw new IOException("No port is free.");
  }

  /** The REST address, {@code https://127.0.0.1:port}. */
  public URI url() {
    return URI.create("https://127.0.0.1:" + port);
  }

  /** The port of {@link #url()}. */
  public int port() {
    return port;
  }

  /** Fingerprint of the certificate on the REST port. */
  public synchronized Fingerprint fingerprint() {
    return identity.fingerprint();
  }

  /** Every request so far, in order. */
  public List<PracticeRequest> requests() {
    return List.copyOf(log);
  }

  /** How many sessions are signed in. */
  public int openSessions() {
    return accounts.open();
  }

  /** Goes wrong at every call, in addition to what was asked for before. */
  public void misbehave(Misbehaviour what) {
    misbehave(what, EVERY_CALL);
  }

  /**
   * Goes wrong at one call.
   *
   * @param call method and path, for example {@code GET /osmc/admin/tls}
   */
  public void misbehave(Misbehaviour what, String call) {
    faults.computeIfAbsent(call, _ -> ConcurrentHashMap.newKeySet()).add(what);
  }

  /**
   * Where {@link Misbehaviour#REDIRECT_ELSEWHERE} leads.
   *
   * @param origin scheme, host and port; a name that never resolves by default
   */
  public void redirectTo(URI origin) {
    mischief.redirectTo(origin);
  }

  /** Answers well again. */
  public void behave() {
    faults.clear();
  }

  /** Ends all connections and goes on with another certificate on the same REST port. */
  public synchronized void swapCertificate() {
    https.stop(0);
    identity = Identity.selfSigned();
    try {
      https = Reopening.patiently(() -> listen(port));
    } catch (IOException e) {
      throw new UncheckedIOException("The port was open a moment ago.", e);
    }
  }

  /** On the next free port of which no copy is held; see {@link Reopening}. */
  private HttpsServer listen() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        return listen(freePort());
      } catch (BindException _) {
        // Taken or held since it was looked at.
      }
    }
    throw new IOException("No port stays free.");
  }

  private HttpsServer listen(int wanted) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    return server;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    boolean swap;
    try (exchange) {
      byte[] body = Contract.body(exchange);
      boolean authorized =
          exchange.getRequestHeaders().containsKey("Authorization")
              || !Contract.cookies(exchange).isEmpty();
      log.add(new PracticeRequest(method, path, body.length, authorized));
      Set<Misbehaviour> now = faultsOf(method + " " + path);
      for (Misbehaviour fault : now) {
        if (mischief.play(fault, exchange)) {
          return;
        }
      }
      swap = now.contains(Misbehaviour.CERTIFICATE_SWAPPED);
      contract.answer(exchange, body, now);
    }
    if (swap) {
      swapCertificate();
    }
  }

  private Set<Misbehaviour> faultsOf(String call) {
    Set<Misbehaviour> all = EnumSet.noneOf(Misbehaviour.class);
    all.addAll(faults.getOrDefault(EVERY_CALL, Set.of()));
    all.addAll(faults.getOrDefault(call, Set.of()));
    return all;
  }

  /** Closes both ports, so that nobody listens there, and waits for the last thread. */
  @Override
  public synchronized void close() {
    closing.countDown();
    settings.close();
    https.stop(0);
    threads.shutdownNow();
    try {
      threads.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Reopening.untilFree(port);
    accounts.close();
  }
}
