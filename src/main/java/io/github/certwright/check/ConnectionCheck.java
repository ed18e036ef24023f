package io.github.certwright.check;

import io.github.certwright.check.ChainCheck.Known;
import io.github.certwright.check.CheckReport.Connection;
import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.check.StoreTrust.Outcome;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.TlsLimits;
import io.github.certwright.tls.TlsSeen;
import io.github.certwright.tls.TlsVersions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Looks at a server's TLS port and says whether the modeling tools of this computer will trust it,
 * and until when.
 */
public final class ConnectionCheck {
  /** After these there is nobody on the host to ask anything else. */
  private static final Set<String> NOBODY =
      Set.of("tls.cancelled", "tls.host.unknown", "tls.connect.no-route", "tls.connect.timeout");

  private final Prober prober;
  private final Pins pins;
  private final Clock clock;

  /**
   * @param pins what is remembered of servers; hears what is seen now
   */
  public ConnectionCheck(Prober prober, Pins pins, Clock clock) {
    this.prober = prober;
    this.pins = pins;
    this.clock = clock;
  }

  /**
   * Checks one server; sends nothing but the handshake.
   *
   * @param clients the client stores to ask: those of the tools found here, or the one given
   * @param heard hears what is being looked at
   */
  public CheckReport check(
      HostPort where,
      List<ClientStore> clients,
      Consumer<Sentence> heard,
      BooleanSupplier cancelled) {
    long seconds = TlsLimits.usual().connect().toSeconds();
    heard.accept(Sentence.of("check.looking.port", where.port(), where.name(), seconds));
    TlsSeen seen;
    try {
      seen = prober.look(where.host(), where.port(), cancelled);
    } catch (ProblemException e) {
      return failed(where, e.problem(), heard, cancelled);
    }
    heard.accept(Sentence.of("check.looking.versions", where.words()));
    List<String> versions = prober.versions(seen, cancelled);
    Neighbourhood others = others(where, heard, cancelled);
    if (cancelled.getAsBoolean()) {
      return cancelled(where);
    }
    CheckReport report = judge(where, clients, seen, versions, others);
    pins.saw(
        where.host(),
        where.port(),
        new Pins.Sighting(Fingerprint.of(seen.chain().getFirst()), clock.instant()));
    return report;
  }

  private Neighbourhood others(
      HostPort where, Consumer<Sentence> heard, BooleanSupplier cancelled) {
    heard.accept(Sentence.of("check.looking.others", where.name()));
    return Neighbourhood.of(where, prober, clock, cancelled);
  }

  private static CheckReport cancelled(HostPort where) {
    return CheckReport.failed(
        where.words(), Finding.amber("tls.cancelled", where.name(), where.port()));
  }

  /** No certificate was seen; what else answers there may say why. */
  private CheckReport failed(
      HostPort where, Problem problem, Consumer<Sentence> heard, BooleanSupplier cancelled) {
    List<Finding> findings = new ArrayList<>();
    Finding cause = Finding.of(problem).with(new Remedy.Again());
    findings.add(cause);
    List<PortSeen> ports = List.of();
    Finding verdict = cause;
    boolean somebody = !NOBODY.contains(problem.key()) && !problem.key().startsWith("tls.proxy.");
    if (somebody && !cancelled.getAsBoolean()) {
      Neighbourhood others = others(where, heard, cancelled);
      ports = others.ports();
      findings.addAll(others.findings());
      if (problem.key().equals("tls.connect.refused") && others.anybody()) {
        verdict =
            Finding.red("check.port.off", where.name(), where.port())
                .with(new Remedy.Console(where.port()));
        findings.addFirst(verdict);
      }
    }
    Connection connection = new Connection(where, "", "", List.of(), ports);
    return CheckReport.failed(where.words(), verdict, findings, Optional.of(connection));
  }

  private CheckReport judge(
      HostPort where,
      List<ClientStore> clients,
      TlsSeen seen,
      List<String> versions,
      Neighbourhood others) {
    boolean browser = Neighbourhood.BROWSER_PORTS.contains(where.port());
    List<StoreTrust> trusts =
        browser
            ? List.of()
            : clients.stream().map(client -> StoreCheck.of(client, seen.chain(), where)).toList();
    boolean known =
        seen.systemTrusts() || trusts.stream().anyMatch(t -> t.outcome() == Outcome.TRUSTS);
    X509Certificate own = seen.chain().getFirst();
    List<Finding> about =
        new ArrayList<>(CertificateCheck.server(own, Optional.of(where.host()), clock));
    Known asked = known ? Known.YES : trusts.isEmpty() ? Known.UNASKED : Known.NO;
    about.addAll(ChainCheck.of(seen.chain(), asked, clock));
    about.addAll(MemoryCheck.of(where, own, known, pins));
    about.addAll(protocol(where, seen, versions));
    about.addAll(system(where, seen, browser));
    about.addAll(others.findings());
    List<Finding> all = new ArrayList<>(about);
    trusts.forEach(trust -> all.addAll(trust.findings()));
    boolean byHand = clients.stream().anyMatch(client -> client.password().isPresent());
    return new CheckReport(
        where.words(),
        new ConnectionVerdict(where, own, trusts, byHand).sentence(about),
        all,
        ChainCheck.links(seen.chain(), known, clock),
        trusts,
        Optional.empty(),
        Optional.of(
            new Connection(where, seen.protocol(), seen.cipher(), versions, others.ports())));
  }

  private static List<Finding> protocol(HostPort where, TlsSeen seen, List<String> versions) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.green("check.protocol.good", seen.protocol()));
    if (versions.contains(TlsVersions.OLDER)) {
      findings.add(Finding.amber("check.protocol.older", where.words()));
    }
    if (versions.equals(List.of(TlsVersions.TLS_1_3))) {
      findings.add(Finding.green("check.protocol.onlyNew", where.words()));
    }
    return findings;
  }

  private static List<Finding> system(HostPort where, TlsSeen seen, boolean browser) {
    if (seen.systemTrusts()) {
      return List.of(Finding.green("check.system.trusts"));
    }
    return browser
        ? List.of(
            Finding.amber("check.browser.warns", where.words())
                .with(new Remedy.Compare(Fingerprint.of(seen.chain().getFirst()))))
        : List.of();
  }
}
