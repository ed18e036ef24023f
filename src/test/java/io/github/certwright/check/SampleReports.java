package io.github.certwright.check;

import static io.github.certwright.check.TestCertificate.good;
import static io.github.certwright.check.TestCertificate.pair;

import io.github.certwright.check.Prober.Neighbour;
import io.github.certwright.check.TestCertificate.Made;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.TlsSeen;
import io.github.certwright.tls.TlsVersions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What real checks find, on a network that is made up. */
public final class SampleReports {
  private static final HostPort WHERE = new HostPort("twcloud.example.com", 10002);

  private final Path folder;
  private final Made shown = good().from(-10).make();

  /**
   * @param folder where tools are put
   */
  public SampleReports(Path folder) {
    this.folder = folder;
  }

  /** Two tools trust the server; browsers warn. */
  public CheckReport trusted() throws IOException {
    return look(
        List.of(shown.certificate()),
        PreparedTools.in(folder, "MagicDraw 19.0", shown.certificate()),
        PreparedTools.in(folder, "Cameo Systems Modeler 2021xR2", shown.certificate()));
  }

  /** One tool trusts the server, one has an older certificate, one is not set up. */
  public CheckReport some() throws IOException {
    Made older = good().from(-400).key(pair("EC", 256, "older")).make();
    return look(
        List.of(shown.certificate()),
        PreparedTools.in(folder, "MagicDraw 19.0", shown.certificate()),
        PreparedTools.in(folder, "Cameo Systems Modeler 2021xR2", older.certificate()),
        ClientStore.ofTool("Magic Systems of Systems Architect", folder.resolve("none")));
  }

  /** The certificate ends in three weeks. */
  public CheckReport endsSoon() throws IOException {
    X509Certificate soon = good().from(-400).until(20).make().certificate();
    return look(List.of(soon), PreparedTools.in(folder, "MagicDraw 19.0", soon));
  }

  /** A chain up to a root that the tools know. */
  public CheckReport chain() throws IOException {
    Made root = root();
    Made middle = middle(root);
    return look(
        List.of(good().issuedBy(middle).make().certificate(), middle.certificate()),
        PreparedTools.in(folder, "MagicDraw 19.0", root.certificate()));
  }

  /** A chain in which one signature is wrong, and the root has ended. */
  public CheckReport brokenChain() {
    Made root =
        good()
            .subject("CN=Example Root")
            .authority()
            .names()
            .until(-4)
            .from(-99)
            .key(pair("EC", 256, "root"))
            .make();
    Made middle = middle(root);
    Made forged = good().issuedBy(middle).forgedWith(root.key()).make();
    return look(List.of(forged.certificate(), middle.certificate(), root.certificate()));
  }

  /** Another certificate than last time. */
  public CheckReport changed() {
    Pins pins = Pins.inMemory();
    pins.saw(
        WHERE.host(),
        WHERE.port(),
        new Pins.Sighting(new Fingerprint("ab".repeat(32)), TestCertificate.now()));
    return new ConnectionCheck(
            new OneChain(List.of(shown.certificate())), pins, TestCertificate.clock())
        .check(WHERE, List.of(), _ -> {}, () -> false);
  }

  /** A page for browsers, about which they warn. */
  public CheckReport browser() {
    return new ConnectionCheck(
            new OneChain(List.of(shown.certificate())), Pins.inMemory(), TestCertificate.clock())
        .check(new HostPort(WHERE.host(), 8111), List.of(), _ -> {}, () -> false);
  }

  /** Nothing answers. */
  public CheckReport filtered() {
    Prober prober =
        (host, port, cancelled) -> {
          throw new ProblemException(Problem.of("", "tls.connect.timeout", host, port, 5L));
        };
    return new ConnectionCheck(prober, Pins.inMemory(), TestCertificate.clock())
        .check(WHERE, List.of(), _ -> {}, () -> false);
  }

  /** A keystore that keeps its entries to itself. */
  public CheckReport locked(Path keystore) {
    return new FileCheck(TestCertificate.clock()).check(keystore, Optional.empty());
  }

  /** The client file of a tool. */
  public CheckReport clientFile() throws IOException {
    Path store = PreparedTools.in(folder, "file", shown.certificate()).store();
    return new FileCheck(TestCertificate.clock()).check(store, Optional.empty());
  }

  private static Made root() {
    return good()
        .subject("CN=Example Root")
        .authority()
        .names()
        .key(pair("EC", 256, "root"))
        .make();
  }

  private static Made middle(Made root) {
    return good()
        .subject("CN=Example Issuing Authority")
        .authority()
        .names()
        .key(pair("EC", 256, "middle"))
        .issuedBy(root)
        .make();
  }

  private static CheckReport look(List<X509Certificate> chain, ClientStore... clients) {
    return new ConnectionCheck(new OneChain(chain), Pins.inMemory(), TestCertificate.clock())
        .check(WHERE, List.of(clients), _ -> {}, () -> false);
  }

  /** A host that shows one chain on every port. */
  private record OneChain(List<X509Certificate> chain) implements Prober {
    @Override
    public TlsSeen look(String host, int port, BooleanSupplier cancelled) {
      return new TlsSeen(host, port, TlsVersions.TLS_1_3, "TLS_AES_256_GCM_SHA384", chain, false);
    }

    @Override
    public List<String> versions(TlsSeen seen, BooleanSupplier cancelled) {
      return List.of(TlsVersions.TLS_1_3, TlsVersions.TLS_1_2);
    }

    @Override
    public Neighbour glance(String host, int port, BooleanSupplier cancelled) {
      return port == 8111
          ? new Neighbour.Secure(look(host, port, cancelled))
          : new Neighbour.Silent();
    }

    @Override
    public boolean opens(String host, int port, BooleanSupplier cancelled) {
      return true;
    }
  }
}
