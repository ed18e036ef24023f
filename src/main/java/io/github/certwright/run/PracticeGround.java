package io.github.certwright.run;

import io.github.certwright.answers.Passwords;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.files.Access;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.TemporaryFolder;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.tls.Pins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pretend Teamwork Cloud on loopback and a pretend modeling tool in a temporary folder, for
 * practice and the demo. Closing ends the server and removes the folder.
 */
public final class PracticeGround implements AutoCloseable {
  private static final String PREFIX = "certwright-practice-";
  private static final String TOOL = "Cameo Systems Modeler 2021x";

  private final TemporaryFolder folder;
  private final PracticeServer server;
  private final Secret password;
  private final int tlsPort;

  private PracticeGround(
      TemporaryFolder folder, PracticeServer server, Secret password, int tlsPort) {
    this.folder = folder;
    this.server = server;
    this.password = password;
    this.tlsPort = tlsPort;
  }

  /**
   * Opens one.
   *
   * @throws ProblemException when no port can be opened or no temporary folder made
   */
  public static PracticeGround open(Workbench bench) throws ProblemException {
    return open(bench, TemporaryFolder.ofTheSystem());
  }

  static PracticeGround open(Workbench bench, Path temporary) throws ProblemException {
    TemporaryFolder folder = makeFolder(temporary);
    Secret password = Passwords.generate(bench.random());
    PracticeServer server = null;
    boolean open = false;
    try {
      tool(bench, folder.path());
      server = PracticeServer.start(password);
      int tlsPort = PracticeServer.freePort();
      open = true;
      return new PracticeGround(folder, server, password, tlsPort);
    } catch (IOException e) {
      throw notStarted(e);
    } finally {
      if (!open) {
        if (server != null) {
          server.close();
        }
        password.close();
        folder.close();
      }
    }
  }

  private static TemporaryFolder makeFolder(Path temporary) throws ProblemException {
    try {
      return TemporaryFolder.make(temporary, PREFIX);
    } catch (IOException e) {
      throw notStarted(e);
    }
  }

  private static ProblemException notStarted(IOException e) {
    return new ProblemException(
        Problem.of("", "run.practice.problem.start").withDetail(e.getClass().getSimpleName()), e);
  }

  /**
   * What a ground will be like, for a plan that is only shown: nothing is made or opened for it, so
   * its ports are the usual ones.
   */
  public static Imagined imagined(Workbench bench) {
    Path folder = TemporaryFolder.ofTheSystem().resolve(PREFIX + "0");
    Path files = folder.resolve("files");
    WhereAnswer where =
        new WhereAnswer(
            files.toString(),
            false,
            Optional.empty(),
            List.of(toolIn(folder)),
            Optional.of(
                new UploadAnswer(
                    "https://127.0.0.1",
                    new UploadAnswer.UserPassword(
                        PracticeServer.ADMINISTRATOR, Passwords.generate(bench.random())),
                    UploadAnswer.DEFAULT_TLS_PORT)));
    Surroundings surroundings =
        new Surroundings(
            Instant.now(bench.clock()),
            new Surroundings.FolderFacts(
                files, Surroundings.FolderState.NEW, Set.of(), Long.MAX_VALUE, ""),
            false,
            List.of(
                new Surroundings.ToolFacts(toolIn(folder), TOOL, true, true, true, false, false)));
    return new Imagined(where, surroundings);
  }

  /** Answers and surroundings that are not there. */
  public record Imagined(WhereAnswer where, Surroundings surroundings) {}

  private static void tool(Workbench bench, Path folder) throws ProblemException {
    Path tool = toolIn(folder);
    try (FileTransaction transaction = bench.transaction()) {
      for (String name : List.of("bin", "lib", "plugins")) {
        transaction.makeFolder(tool.resolve(name), Access.AS_FOLDER);
      }
      transaction.write(
          tool.resolve("bin").resolve("csm.properties"),
          "JAVA_HOME=\nJAVA_ARGS=\nCLASSPATH=\n".getBytes(StandardCharsets.ISO_8859_1),
          Access.AS_FOLDER);
      transaction.commit();
    }
  }

  private static Path toolIn(Path folder) {
    return folder.resolve(TOOL);
  }

  public Path tool() {
    return toolIn(folder.path());
  }

  /** The same workbench, but with journals and receipts that end with this ground. */
  public Workbench bench(Workbench usual) {
    Path journals = folder.path().resolve("state").resolve("journals");
    return new Workbench(
        usual.machine(), usual.disk(), journals, usual.clock(), usual.random(), usual.text());
  }

  /** The pretend server's REST address. */
  public String url() {
    return server.url().toString();
  }

  public int tlsPort() {
    return tlsPort;
  }

  /** Where the files go, the pretend tool and the pretend server with its administrator. */
  public WhereAnswer where() {
    return new WhereAnswer(
        folder.path().resolve("files").toString(),
        false,
        Optional.empty(),
        List.of(tool()),
        Optional.of(
            new UploadAnswer(
                url(),
                new UploadAnswer.UserPassword(PracticeServer.ADMINISTRATOR, password.copy()),
                tlsPort)));
  }

  /** The server's own certificate, agreed to beforehand because the server is ours. */
  public Pins pins() {
    Pins pins = Pins.inMemory();
    pins.remember(ServerGate.host(server.url()), server.port(), server.fingerprint());
    return pins;
  }

  @Override
  public void close() {
    server.close();
    password.close();
    folder.close();
  }
}
