package io.github.certwright.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Trusted;
import io.github.certwright.trust.Programs.Ended;
import io.github.certwright.trust.TrustOutcome.AlreadyThere;
import io.github.certwright.trust.TrustOutcome.Failed;
import io.github.certwright.trust.TrustOutcome.Installed;
import io.github.certwright.trust.TrustOutcome.NeedsAdminRights;
import io.github.certwright.trust.TrustOutcome.Removed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of macOS and Windows, with stand-ins for what only these systems have. */
class MacAndWindowsTest {
  @TempDir Path folder;

  private static TrustStore named(Computer computer, String name) {
    return TrustStores.named(computer.tools(), List.of(name), Secret.empty()).all().getFirst();
  }

  private static String problem(TrustOutcome outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed) outcome).problem().key();
  }

  /** A keychain of one certificate and its trust settings, as security(1) shows them. */
  private static final class Keychain implements Computer.StandIn {
    String held = "";
    boolean trusted;
    boolean saysYesOnly;

    @Override
    public Ended run(List<String> words) throws IOException {
      String last = words.getLast();
      return switch (words.get(1)) {
        case "find-certificate" -> new Ended(held.isEmpty() ? 44 : 0, held, "");
        case "verify-cert" -> {
          boolean it = trusted && Files.readString(Path.of(last)).equals(held);
          yield new Ended(it ? 0 : 1, "", "");
        }
        case "add-trusted-cert" -> {
          if (!saysYesOnly) {
            held = Files.readString(Path.of(last));
            trusted = true;
          }
          yield new Ended(0, "", "");
        }
        case "remove-trusted-cert" -> {
          boolean was = trusted;
          trusted = false;
          yield new Ended(was ? 0 : 1, "", "");
        }
        case "delete-certificate" -> {
          held = "";
          yield new Ended(0, "", "");
        }
        default -> throw new IOException(String.valueOf(words));
      };
    }
  }

  private Computer mac(Keychain keychain) throws IOException {
    Computer computer = new Computer(folder, OperatingSystem.MACOS).with("security", keychain);
    for (Path file :
        List.of(
            computer.root.resolve("Library/Keychains/System.keychain"),
            computer.home.resolve("Library/Keychains/login.keychain-db"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    return computer;
  }

  @Test
  void onAMacTheUsersKeychainIsChangedAndReadBack() throws IOException {
    Keychain keychain = new Keychain();
    Computer computer = mac(keychain);
    TrustStore store = named(computer, "mac-user");
    Trusted root = Trusted.root("Example Root");

    assertThat(Computer.install(store, root)).isInstanceOf(Installed.class);
    assertThat(computer.ran)
        .anySatisfy(
            words ->
                assertThat(words)
                    .containsSubsequence("add-trusted-cert", "-r", "trustRoot", "-k")
                    .doesNotContain("-d"));
    assertThat(Computer.install(store, root)).isInstanceOf(AlreadyThere.class);
    assertThat(Computer.remove(store, root)).isInstanceOf(Removed.class);
    assertThat(keychain.trusted).isFalse();
  }

  @Test
  void onAMacBeingThereIsNotBeingTrusted() throws IOException {
    Keychain keychain = new Keychain();
    Trusted root = Trusted.root("Example Root");
    keychain.held = root.pem();
    TrustStore store = named(mac(keychain), "mac-user");

    assertThat(Computer.state(store, root)).isInstanceOf(TrustState.WithoutTrust.class);
    keychain.saysYesOnly = true;
    assertThat(problem(Computer.install(store, root))).isEqualTo("trust.problem.said-yes");
    assertThat(keychain.held).as("it was there before").isNotEmpty();
  }

  @Test
  void onAMacTheSystemsKeychainNeedsAnAdministratorWithTheExactCommands() throws IOException {
    Computer computer = mac(new Keychain());
    Path system = computer.root.resolve("Library/Keychains/System.keychain");
    computer.forbid(system);

    TrustOutcome outcome =
        Computer.install(named(computer, "mac-system"), Trusted.root("Example Root"));

    assertThat(((NeedsAdminRights) outcome).commands())
        .containsExactly(
            List.of(
                "security",
                "add-trusted-cert",
                "-d",
                "-r",
                "trustRoot",
                "-k",
                system.toString(),
                "/staged/it.crt"));
  }

  /** Windows' stores in memory. */
  private static final class Roots implements WindowsRoots {
    final Map<String, KeyStore> stores = new HashMap<>();

    @Override
    public KeyStore open(String type) throws GeneralSecurityException, IOException {
      if (!stores.containsKey(type)) {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        stores.put(type, store);
      }
      return stores.get(type);
    }
  }

  private Computer windows(Roots roots, boolean elevated) throws IOException {
    return new Computer(folder, OperatingSystem.WINDOWS)
        .roots(roots)
        .with("net", words -> new Ended(elevated ? 0 : 2, "", "System error 5"));
  }

  @Test
  void onWindowsTheUsersStoreIsChangedAndReadBack() throws IOException {
    TrustStore store = named(windows(new Roots(), false), "windows-user");
    Trusted root = Trusted.root("Example Root");

    assertThat(Computer.install(store, root)).isInstanceOf(Installed.class);
    assertThat(Computer.install(store, root)).isInstanceOf(AlreadyThere.class);
    assertThat(Computer.remove(store, root)).isInstanceOf(Removed.class);
    assertThat(Computer.state(store, root)).isInstanceOf(TrustState.NotTrusted.class);
  }

  @Test
  void onWindowsTheMachinesStoreIsForAdministrators() throws Exception {
    Roots roots = new Roots();
    Trusted root = Trusted.root("Example Root");

    TrustOutcome refused = Computer.install(named(windows(roots, false), "windows-machine"), root);
    assertThat(((NeedsAdminRights) refused).commands())
        .containsExactly(List.of("certutil", "-addstore", "-f", "ROOT", "/staged/it.crt"));
    assertThat(Computer.install(named(windows(roots, true), "windows-machine"), root))
        .isInstanceOf(Installed.class);
    TrustOutcome removing = Computer.remove(named(windows(roots, false), "windows-machine"), root);
    // A serial number would be taken for a place in the list, or for another root's.
    assertThat(((NeedsAdminRights) removing).commands())
        .containsExactly(
            List.of(
                "certutil",
                "-delstore",
                "ROOT",
                HexFormat.of()
                    .formatHex(
                        MessageDigest.getInstance("SHA-1")
                            .digest(root.certificate().getEncoded()))));
  }

  @Test
  void onWindowsNoAnsweredWithNoIsToldAsThat() throws IOException {
    Computer computer =
        windows(new Roots(), false)
            .roots(
                type -> {
                  throw new KeyStoreException("The operation was canceled by the user.");
                });

    assertThat(problem(Computer.install(named(computer, "windows-user"), Trusted.leaf())))
        .isEqualTo("trust.windows.problem.refused");
  }

  @Test
  void onWindowsWhatTheMachineTrustsCannotBeRemovedForOneUser() throws Exception {
    Roots roots = new Roots();
    Trusted root = Trusted.root("Example Root");
    TrustStore store = named(windows(roots, false), "windows-user");
    roots.open("Windows-ROOT-LOCALMACHINE").setCertificateEntry("x", root.certificate());
    // The user's store shows the machine's certificates too, under other names.
    roots.open("Windows-ROOT").setCertificateEntry("a", root.certificate());
    roots.open("Windows-ROOT").setCertificateEntry("b", root.certificate());

    assertThat(problem(Computer.remove(store, root))).isEqualTo("trust.windows.problem.machine");
  }
}
