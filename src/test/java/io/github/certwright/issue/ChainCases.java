package io.github.certwright.issue;

import static io.github.certwright.issue.ChainLab.HOST;
import static io.github.certwright.issue.ChainLab.dns;

import io.github.certwright.issue.ChainLab.Case;
import io.github.certwright.issue.ChainLab.Link;
import io.github.certwright.issue.ChainLab.Recipe;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;

/** The chains of which other people's verifier and ours are to think alike. */
final class ChainCases {
  /** What the case is called, the host asked for, the names in the certificate. */
  private static final String NAMES =
      """
      exact | tw.example.com | dns tw.example.com
      other letter case | tw.example.com | dns TW.Example.COM
      second of three | tw.example.com | dns a.b, dns tw.example.com, dns c.d
      other host | tw.example.com | dns other.example.com
      parent domain | tw.example.com | dns example.com
      child domain | example.com | dns tw.example.com
      star for the first label | tw.example.com | dns *.example.com
      star for two labels | a.b.example.com | dns *.example.com
      star for the domain itself | example.com | dns *.example.com
      star alone | tw.example.com | dns *
      star in the middle | tw.example.com | dns tw.*.com
      star before one label | example.com | dns *.com
      part of a label has the star | tw.example.com | dns t*.example.com
      two stars | a.b.example.com | dns *.*.example.com
      international | xn--bcher-kva.example | dns xn--bcher-kva.example
      star before international | a.xn--bcher-kva.example | dns *.xn--bcher-kva.example
      address | 10.0.0.7 | ip 10.0.0.7
      other address | 10.0.0.8 | ip 10.0.0.7
      address as DNS name | 10.0.0.7 | dns 10.0.0.7
      version 6 address | 2001:db8::7 | ip 2001:db8:0:0:0:0:0:7
      other version 6 address | 2001:db8::8 | ip 2001:db8::7
      address beside names | 10.0.0.7 | dns tw.example.com, ip 10.0.0.7
      CN only | tw.example.com |
      CN right, names wrong | tw.example.com | dns other.example.com
      mail address only | tw.example.com | mail a@tw.example.com
      """;

  private record Change(String name, BiConsumer<Recipe, Instant> in) {}

  private static final Duration HOUR = Duration.ofHours(1);

  private static final List<Change> LEAVES =
      List.of(
          new Change("plain", (r, now) -> {}),
          new Change("expired", (r, now) -> r.to = now.minus(HOUR)),
          new Change("ends in an hour", (r, now) -> r.to = now.plus(HOUR)),
          new Change("not yet valid", (r, now) -> r.from = now.plus(HOUR)),
          new Change("began an hour ago", (r, now) -> r.from = now.minus(HOUR)),
          new Change("no purposes", (r, now) -> r.purposes.clear()),
          new Change("for clients only", (r, now) -> only(r, KeyPurposeId.id_kp_clientAuth)),
          new Change(
              "for clients and servers", (r, now) -> r.purposes.add(KeyPurposeId.id_kp_clientAuth)),
          new Change("for code", (r, now) -> only(r, KeyPurposeId.id_kp_codeSigning)),
          new Change("no key usage", (r, now) -> r.usage = 0),
          new Change("no basic constraints", (r, now) -> r.authority = null),
          new Change(
              "an authority's certificate",
              (r, now) -> {
                r.authority = true;
                r.usage = KeyUsage.keyCertSign | KeyUsage.digitalSignature;
              }),
          new Change("SHA-1", (r, now) -> r.signature = "SHA1withECDSA"),
          new Change("SHA-384", (r, now) -> r.signature = "SHA384withECDSA"),
          new Change("unknown critical extension", (r, now) -> r.unknownCritical = true),
          new Change("far future end", (r, now) -> r.to = Instant.parse("2055-01-01T00:00:00Z")));

  private static final List<Change> ISSUERS =
      List.of(
          new Change("plain", (r, now) -> {}),
          new Change("expired", (r, now) -> r.to = now.minus(HOUR)),
          new Change("not yet valid", (r, now) -> r.from = now.plus(HOUR)),
          new Change("is none", (r, now) -> r.authority = false),
          new Change("without basic constraints", (r, now) -> r.authority = null),
          new Change("may not sign", (r, now) -> r.usage = KeyUsage.digitalSignature),
          new Change("without key usage", (r, now) -> r.usage = 0),
          new Change("path length 0", (r, now) -> r.pathLength = 0),
          new Change("unknown critical extension", (r, now) -> r.unknownCritical = true),
          new Change("for servers only", (r, now) -> only(r, KeyPurposeId.id_kp_serverAuth)),
          new Change("for mail only", (r, now) -> only(r, KeyPurposeId.id_kp_emailProtection)));

  /** What the case is called, whether the domain is permitted or excluded, the domain. */
  private static final String LIMITS =
      """
      permitted domain | permit | example.com
      permitted host | permit | tw.example.com
      permitted sibling | permit | other.example.com
      permitted end of a label | permit | ple.com
      permitted other domain | permit | example.org
      excluded domain | exclude | example.com
      excluded other domain | exclude | example.org
      excluded child | exclude | a.tw.example.com
      """;

  private final ChainLab lab = new ChainLab();
  private final List<Case> cases = new ArrayList<>();
  private final Instant now;

  private ChainCases(Instant now) {
    this.now = now;
  }

  static List<Case> all(Instant now) {
    ChainCases all = new ChainCases(now);
    all.names();
    all.leaves();
    all.depths();
    all.issuers();
    all.roots();
    all.limits();
    return all.cases;
  }

  private static void only(Recipe recipe, KeyPurposeId purpose) {
    recipe.purposes = List.of(purpose);
  }

  private static List<List<String>> table(String text) {
    return text.lines()
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  private void add(String name, Link leaf, Link root, Link... between) {
    List<X509Certificate> all = Arrays.stream(between).map(Link::certificate).toList();
    cases.add(new Case(name, HOST, leaf.certificate(), all, List.of(root.certificate())));
  }

  private Link root() {
    return lab.root(now, recipe -> {});
  }

  private Link between(String name, Link issuer) {
    return lab.between(now, "CN=" + name, issuer, recipe -> {});
  }

  private Link leaf(Link issuer) {
    return lab.leaf(now, issuer, recipe -> {});
  }

  private void names() {
    Link root = root();
    for (List<String> row : table(NAMES)) {
      List<GeneralName> names =
          Arrays.stream(row.get(2).split(", *", -1))
              .filter(word -> !word.isEmpty())
              .map(ChainCases::name)
              .toList();
      Link leaf = lab.leaf(now, root, recipe -> recipe.names = names);
      cases.add(
          new Case(
              "name: " + row.get(0),
              row.get(1),
              leaf.certificate(),
              List.of(),
              List.of(root.certificate())));
    }
  }

  private static GeneralName name(String words) {
    String value = words.substring(words.indexOf(' ') + 1);
    return switch (words.substring(0, words.indexOf(' '))) {
      case "dns" -> dns(value);
      case "ip" -> new GeneralName(GeneralName.iPAddress, value);
      default -> new GeneralName(GeneralName.rfc822Name, value);
    };
  }

  private void leaves() {
    Link root = root();
    Link issuer = between("Lab Issuer", root);
    for (Change change : LEAVES) {
      Link leaf = lab.leaf(now, issuer, recipe -> change.in().accept(recipe, now));
      add("leaf: " + change.name(), leaf, root, issuer);
    }
  }

  private void issuers() {
    for (Change change : ISSUERS) {
      Link root = root();
      Link issuer =
          lab.between(now, "CN=Lab Issuer", root, recipe -> change.in().accept(recipe, now));
      add("issuer: " + change.name(), leaf(issuer), root, issuer);
    }
  }

  private void depths() {
    Link root = root();
    Link last = root;
    List<Link> between = new ArrayList<>();
    for (int depth = 0; depth <= 5; depth++) {
      Link leaf = leaf(last);
      add("depth " + depth, leaf, root, between.toArray(Link[]::new));
      for (int missing = 0; missing < depth && depth > 1 && missing < 3; missing++) {
        List<Link> less = new ArrayList<>(between);
        less.remove(depth - 1 - missing);
        add(
            "depth " + depth + " without the issuer " + missing + " above",
            leaf,
            root,
            less.toArray(Link[]::new));
      }
      last = between("Lab Issuer " + depth, last);
      between.add(last);
    }
  }

  private void roots() {
    Link tight = lab.root(now, recipe -> recipe.pathLength = 0);
    Link below = between("Lab Issuer", tight);
    add("root: path length 0 with one between", leaf(below), tight, below);
    Link one = lab.root(now, recipe -> recipe.pathLength = 1);
    Link first = between("Lab Issuer 1", one);
    Link second = between("Lab Issuer 2", first);
    add("root: path length 1 with one between", leaf(first), one, first);
    add("root: path length 1 with two between", leaf(second), one, first, second);
    Link old = lab.root(now, recipe -> recipe.to = now.minus(HOUR));
    add("root: expired", leaf(old), old);
    Link good = root();
    add("root: another of the same name", leaf(root()), good);
    Link real = between("Lab Issuer", good);
    Link fake = between("Lab Issuer", good);
    add("issuer: another of the same name", leaf(real), good, fake);
    add("issuer: both of the same name", leaf(real), good, fake, real);
  }

  private void limits() {
    for (List<String> row : table(LIMITS)) {
      GeneralSubtree[] trees = {new GeneralSubtree(dns(row.get(2)))};
      NameConstraints limit =
          row.get(1).equals("permit")
              ? new NameConstraints(trees, null)
              : new NameConstraints(null, trees);
      Link root = root();
      Link issuer = lab.between(now, "CN=Lab Issuer", root, r -> r.constraints = limit);
      add("limits between: " + row.get(0), leaf(issuer), root, issuer);
      Link tight = lab.root(now, r -> r.constraints = limit);
      add("limits of the root: " + row.get(0), leaf(tight), tight);
    }
  }
}
