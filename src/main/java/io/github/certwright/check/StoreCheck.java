package io.github.certwright.check;

import io.github.certwright.check.StoreTrust.Outcome;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreContents;
import io.github.certwright.keystore.KeystoreContents.EntryKind;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Asks a client store, as it stands on the disk and with the password that stands beside it,
 * whether it trusts a chain: by the very rules a tool's Java applies.
 */
final class StoreCheck {
  private StoreCheck() {}

  static StoreTrust of(ClientStore client, List<X509Certificate> chain, HostPort where) {
    StoreTrust judged = of(client, chain);
    return new StoreTrust(
        judged.label(),
        judged.path(),
        judged.outcome(),
        judged.findings().stream().map(finding -> act(finding, judged.outcome(), where)).toList());
  }

  private static StoreTrust of(ClientStore client, List<X509Certificate> chain) {
    if (!Files.exists(client.store())) {
      return trust(client, Outcome.MISSING, Finding.red("check.trust.missing", client.label()));
    }
    if (client.password().isEmpty() && !Files.exists(client.passwordFile())) {
      return trust(
          client, Outcome.UNREADABLE, Finding.red("check.trust.noPassword", client.label()));
    }
    try (Secret password = password(client)) {
      return judge(client, KeystoreReader.read(Bytes.of(client.store()), password), chain);
    } catch (ProblemException e) {
      Finding cause = Finding.of(e.problem());
      return e.problem().key().equals("keystore.read.problem.wrongPassword")
          ? trust(
              client, Outcome.UNREADABLE, Finding.red("check.trust.wrongPassword", client.label()))
          : trust(
              client,
              Outcome.UNREADABLE,
              Finding.red("check.trust.unreadable", client.label(), client.store()),
              cause);
    }
  }

  private static Secret password(ClientStore client) throws ProblemException {
    if (client.password().isPresent()) {
      return client.password().get().copy();
    }
    byte[] bytes = Bytes.of(client.passwordFile());
    try {
      return ClientPassword.read(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static StoreTrust judge(
      ClientStore client, KeystoreContents contents, List<X509Certificate> chain) {
    List<X509Certificate> trusted = contents.trusted();
    List<Finding> findings = new ArrayList<>();
    if (contents.key().isPresent()) {
      findings.add(Finding.amber("check.trust.hasKey", client.label(), client.store()));
    }
    if (trusted.isEmpty()) {
      boolean unmarked =
          contents.entries().stream().anyMatch(e -> e.kind() == EntryKind.UNMARKED_CERTIFICATE);
      findings.add(
          unmarked
              ? Finding.red("check.trust.unmarked", client.label())
              : Finding.red("check.trust.empty", client.label()));
      return new StoreTrust(client.label(), client.store(), Outcome.UNREADABLE, findings);
    }
    X509Certificate own = chain.getFirst();
    String title = CertificateNames.title(own);
    if (trusts(trusted, chain)) {
      findings.add(
          Finding.green("check.trust.good", client.label(), title, own.getNotAfter().toInstant()));
      return new StoreTrust(client.label(), client.store(), Outcome.TRUSTS, findings);
    }
    Optional<X509Certificate> related = trusted.stream().filter(c -> related(c, own)).findFirst();
    Outcome outcome = related.map(c -> age(c, own)).orElse(Outcome.OTHER);
    findings.add(
        switch (outcome) {
          case OLDER -> Finding.red("check.trust.older", client.label(), title);
          case NEWER -> Finding.red("check.trust.newer", client.label(), title);
          default ->
              Finding.red(
                  "check.trust.other",
                  client.label(),
                  title,
                  trusted.stream().map(c -> (Object) CertificateNames.title(c)).toList());
        });
    return new StoreTrust(client.label(), client.store(), outcome, findings);
  }

  private static Finding act(Finding finding, Outcome outcome, HostPort where) {
    if (finding.level() != Level.RED) {
      return finding;
    }
    return finding.with(
        outcome == Outcome.NEWER
            ? new Remedy.Console(where.port())
            : new Remedy.SetUp(Optional.of(where)));
  }

  private static Outcome age(X509Certificate held, X509Certificate shown) {
    Instant began = held.getNotBefore().toInstant();
    return began.isAfter(shown.getNotBefore().toInstant()) ? Outcome.NEWER : Outcome.OLDER;
  }

  private static boolean related(X509Certificate held, X509Certificate shown) {
    return held.getPublicKey().equals(shown.getPublicKey())
        || held.getSubjectX500Principal().equals(shown.getSubjectX500Principal())
        || CertificateNames.of(held).shareOneWith(CertificateNames.of(shown));
  }

  /** The decision of Java's own trust manager over nothing but these certificates. */
  static boolean trusts(List<X509Certificate> trusted, List<X509Certificate> chain) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < trusted.size(); i++) {
        store.setCertificateEntry("trusted" + i, trusted.get(i));
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager judge) {
          judge.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
          return true;
        }
      }
      return false;
    } catch (CertificateException _) {
      return false;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Every Java makes a trust manager from certificates.", e);
    }
  }

  private static StoreTrust trust(ClientStore client, Outcome outcome, Finding... findings) {
    return new StoreTrust(client.label(), client.store(), outcome, List.of(findings));
  }
}
