package io.github.certwright.run;

import io.github.certwright.answers.Passwords;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.files.Access;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.TemporaryFolder;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.tls.Pins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A pretend Teamwork Cloud on loopback and a pretend modeling tool in a temporary folder, for
 * practice and the demo. Closing ends the server and removes the folder.
 */
public final class PracticeGround implements AutoCloseable {
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
    Secret password = Passwords.generate(bench.random());
    TemporaryFolder folder = null;
    PracticeGround ground = null;
    try {
      int tlsPort = PracticeServer.freePort();
      folder = TemporaryFolder.make("certwright-practice-");
      tool(bench, folder.path());
      ground = new PracticeGround(folder, PracticeServer.start(password), password, tlsPort);
      return ground;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("", "run.practice.problem.start").withDetail(e.getClass().getSimpleName()), e);
    } finally {
      if (ground == null) {
        password.close();
        if (folder != null) {
          folder.close();
        }
      }
    }
  }

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
    return folder.resolve("Cameo Systems Modeler 2021x");
  }

  public Path tool() {
    return toolIn(folder.path());
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
