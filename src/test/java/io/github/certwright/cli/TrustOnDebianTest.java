package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.certwright.Main;
import io.github.certwright.testing.HttpsPage;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.Trusted;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real store of Debian, as curl and openssl see it. The folders that are changed are copies in
 * a mount namespace of the test's own, so that the machine's stay as they are; only where no
 * namespace can be had and the machine is one for tests anyway are the real ones changed, and put
 * back whatever happens.
 */
@Tag("thorough")
class TrustOnDebianTest {
  private static final List<String> NAMESPACE = List.of("unshare", "-m");
  private static final String COPIES =
      """
      copy=$(mktemp -d)
      cp -a /etc/ssl/certs "$copy/certs"
      mount -t tmpfs trust /etc/ssl/certs
      cp -a "$copy/certs/." /etc/ssl/certs/
      mount -t tmpfs trust /usr/local/share/ca-certificates
      rm -rf "$copy"
      """;
  private static final String PUT_BACK =
      """
      before=$(ls /usr/local/share/ca-certificates)
      cleanup() {
        for file in $(ls /usr/local/share/ca-certificates); do
          case " $(echo $before) " in
            *" $file "*) ;;
            *) rm -f "/usr/local/share/ca-certificates/$file" ;;
          esac
        done
        update-ca-certificates --fresh >/dev/null 2>&1
      }
      trap cleanup EXIT
      """;
  private static final String SCENE =
      """
      see() {
        curl --silent --output /dev/null --noproxy '*' "https://localhost:$PORT/" \
          && echo "$1: curl agrees" || echo "$1: curl refuses"
        openssl s_client -connect "127.0.0.1:$PORT" -verify_return_error </dev/null \
          >/dev/null 2>&1 && echo "$1: openssl agrees" || echo "$1: openssl refuses"
      }
      see before
      "$@" install --certificate "$FILE" --store debian --yes; echo "install: $?"
      see installed
      "$@" status --certificate "$FILE" --store debian; echo "status: $?"
      rm "$FILE"
      "$@" remove --fingerprint "$PRINT" --store debian --yes; echo "remove: $?"
      see removed
      ls /usr/local/share/ca-certificates | grep certwright && echo "a file stays"
      true
      """;

  @TempDir Path folder;

  @BeforeEach
  void mayChangeACopyOfTheSystem() {
    assumeTrue(Programs.run(List.of("id", "-u")).output().strip().equals("0"), "this is not root");
    for (String program :
        List.of("/usr/sbin/update-ca-certificates", "/usr/bin/curl", "/usr/bin/openssl")) {
      assumeTrue(Files.isExecutable(Path.of(program)), program + " is not installed");
    }
    assumeTrue(
        namespace() || "true".equals(System.getenv("CI")),
        "no mount namespace can be had, and the machine's own store is not for tests");
  }

  private static boolean namespace() {
    if (!Files.isExecutable(Path.of("/usr/bin/unshare"))) {
      return false;
    }
    List<String> words = new ArrayList<>(NAMESPACE);
    words.addAll(List.of("sh", "-c", "mount -t tmpfs trust /usr/local/share/ca-certificates"));
    return Programs.run(words).exitCode() == 0;
  }

  private List<String> script(HttpsPage page, Path file, String fingerprint) {
    boolean apart = namespace();
    List<String> words = new ArrayList<>(apart ? NAMESPACE : List.of());
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    words.addAll(List.of("env", "PORT=" + page.port(), "FILE=" + file, "PRINT=" + fingerprint));
    words.addAll(
        List.of("HOME=" + folder, "XDG_STATE_HOME=" + folder, "XDG_CONFIG_HOME=" + folder));
    words.addAll(List.of("sh", "-ec", (apart ? COPIES : PUT_BACK) + SCENE, "sh"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, Main.class.getName()));
    words.add("trust");
    return words;
  }

  @Test
  void curlAndOpensslAcceptTheServerOnlyWhileItsAuthorityIsInstalled() throws IOException {
    Trusted root = Trusted.root("Example Root");
    List<String> before = listing();
    try (HttpsPage page = HttpsPage.serve(root.issue(), root)) {
      sees(page, root);
    }

    assertThat(listing()).as("the machine's own folder").isEqualTo(before);
  }

  @Test
  void aServersOwnCertificateIsAcceptedToo() throws IOException {
    Trusted leaf = Trusted.leaf();
    try (HttpsPage page = HttpsPage.serve(leaf)) {
      sees(page, leaf);
    }
  }

  private void sees(HttpsPage page, Trusted trusted) throws IOException {
    Path file = trusted.pemIn(folder, "it.crt");
    String fingerprint =
        io.github.certwright.tls.Fingerprint.of(trusted.certificate()).withColons();

    Programs.Ran ran = Programs.run(script(page, file, fingerprint));

    assertThat(ran.output())
        .contains("before: curl refuses", "before: openssl refuses")
        .contains("install: 0", "installed: curl agrees", "installed: openssl agrees", "status: 0")
        .contains("remove: 0", "removed: curl refuses", "removed: openssl refuses")
        .doesNotContain("a file stays");
  }

  private static List<String> listing() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/usr/local/share/ca-certificates"))) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
