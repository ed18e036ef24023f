package io.github.certwright.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Trusted;
import io.github.certwright.text.Text;
import io.github.certwright.trust.Programs.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where browsers keep their databases, and what is said when they cannot be used. */
class BrowsersTest {
  @TempDir Path folder;

  private static void database(Path at) throws IOException {
    Files.createDirectories(at);
    Files.writeString(at.resolve("cert9.db"), "for the look only");
  }

  private static Computer withCertutil(Computer computer) {
    return computer.with("certutil", words -> new Ended(0, "", ""));
  }

  private static List<String> ids(TrustStores found) {
    return found.all().stream().map(store -> store.name().id()).toList();
  }

  private static TrustStores browsers(Computer computer) {
    return TrustStores.named(computer.tools(), List.of("browsers"), Secret.empty());
  }

  @Test
  void everyPlaceIsLookedInto() throws IOException {
    Computer computer = withCertutil(Computer.linux(folder, "ID=debian"));
    for (String place :
        List.of(".pki/nssdb", ".local/share/pki/nssdb", "snap/chromium/current/.pki/nssdb")) {
      database(computer.home.resolve(place));
    }
    for (String firefox :
        List.of(
            ".mozilla/firefox",
            ".config/mozilla/firefox",
            "snap/firefox/common/.mozilla/firefox",
            ".var/app/org.mozilla.firefox/.mozilla/firefox")) {
      Path home = computer.home.resolve(firefox);
      database(home.resolve("abc.default"));
      Files.writeString(home.resolve("profiles.ini"), "[Profile0]\nPath=abc.default\n");
    }

    assertThat(ids(browsers(computer)))
        .containsExactly(
            "chromium:" + computer.home.resolve(".pki/nssdb"),
            "chromium:" + computer.home.resolve(".local/share/pki/nssdb"),
            "chromium:" + computer.home.resolve("snap/chromium/current/.pki/nssdb"),
            "firefox:" + computer.home.resolve(".mozilla/firefox/abc.default"),
            "firefox:" + computer.home.resolve(".config/mozilla/firefox/abc.default"),
            "firefox:" + computer.home.resolve("snap/firefox/common/.mozilla/firefox/abc.default"),
            "firefox:"
                + computer.home.resolve(
                    ".var/app/org.mozilla.firefox/.mozilla/firefox/abc.default"));
  }

  @Test
  void profilesInOtherPlacesAreFoundByTheList() throws IOException {
    Computer computer = withCertutil(Computer.linux(folder, "ID=debian"));
    Path home = Files.createDirectories(computer.home.resolve(".mozilla/firefox"));
    Path elsewhere = folder.resolve("work profile");
    database(elsewhere);
    database(home.resolve("Profiles/one"));
    Files.writeString(
        home.resolve("profiles.ini"),
        "\uFEFF[Install4F96D1932A9F858E]\r\nDefault=Profiles/one\r\n\r\n[Profile1]\r\nName=x\r\n"
            + "IsRelative=0\r\nPath="
            + elsewhere
            + "\r\n[Profile0]\r\nIsRelative=1\r\nPath=Profiles/one\r\n"
            + "[Profile2]\r\nPath=never/started\r\n[General]\r\nPath=nothing\r\n");

    TrustStores found = browsers(computer);

    assertThat(ids(found))
        .containsExactly("firefox:" + elsewhere, "firefox:" + home.resolve("Profiles/one"));
    assertThat(found.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[Profile0]\nName=cut o", "no sections at all", "\u0000\u0001"})
  void aBrokenListIsToldAndTheProfilesBesideItAreUsed(String content) throws IOException {
    Computer computer = withCertutil(Computer.linux(folder, "ID=debian"));
    Path home = Files.createDirectories(computer.home.resolve(".mozilla/firefox"));
    database(home.resolve("abc.default"));
    Files.writeString(home.resolve("profiles.ini"), content);

    TrustStores found = browsers(computer);

    assertThat(ids(found)).containsExactly("firefox:" + home.resolve("abc.default"));
    assertThat(found.notes())
        .singleElement()
        .matches(note -> !note.stops())
        .extracting(Problem::key)
        .isEqualTo("trust.firefox.warning.list");
  }

  @Test
  void aListThatIsNoTextIsTold() throws IOException {
    Computer computer = withCertutil(Computer.linux(folder, "ID=debian"));
    Path home = Files.createDirectories(computer.home.resolve(".mozilla/firefox"));
    Files.write(home.resolve("profiles.ini"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 91});

    assertThat(browsers(computer).notes())
        .extracting(Problem::key)
        .contains("trust.firefox.warning.list");
  }

  @ParameterizedTest
  @CsvSource({
    "ID=debian, sudo apt install libnss3-tools",
    "ID=ubuntu, sudo apt install libnss3-tools",
    "ID=fedora, sudo dnf install nss-tools",
    "ID=arch, sudo pacman -S nss",
    "ID_LIKE=suse, sudo zypper install mozilla-nss-tools"
  })
  void whereCertutilIsMissingItsPackageIsNamed(String release, String command) throws IOException {
    Computer computer = Computer.linux(folder, release);
    database(computer.home.resolve(".pki/nssdb"));

    Text.ProblemText words = whyNot(computer);

    assertThat(words.next()).contains(command);
    assertThat(words.what()).contains(command.substring(command.lastIndexOf(' ') + 1));
  }

  @Test
  void onAMacItComesFromHomebrew() throws IOException {
    Computer computer = new Computer(folder, OperatingSystem.MACOS);
    Path home =
        Files.createDirectories(computer.home.resolve("Library/Application Support/Firefox"));
    database(home.resolve("Profiles/abc"));
    Files.writeString(home.resolve("profiles.ini"), "[Profile0]\nPath=Profiles/abc\n");

    assertThat(whyNot(computer).next()).contains("brew install nss");
  }

  @Test
  void onAnUnknownLinuxThePackageIsNamedWithoutACommand() throws IOException {
    Computer computer = Computer.linux(folder, "ID=gentoo");
    database(computer.home.resolve(".pki/nssdb"));

    assertThat(whyNot(computer).what()).contains("nss-tools");
  }

  private static Text.ProblemText whyNot(Computer computer) {
    TrustStore store = browsers(computer).all().getFirst();
    TrustOutcome outcome = Computer.install(store, Trusted.leaf());
    assertThat(outcome).isInstanceOf(TrustOutcome.Failed.class);
    return Text.english().problem(((TrustOutcome.Failed) outcome).problem());
  }

  @Test
  void onWindowsFirefoxIsLeftToTheSystemBecauseCertutilIsAnotherProgramThere() throws IOException {
    Computer computer = withCertutil(new Computer(folder, OperatingSystem.WINDOWS));
    Path home = computer.home.resolve(".mozilla/firefox");
    database(home.resolve("abc"));
    Files.writeString(home.resolve("profiles.ini"), "[Profile0]\nPath=abc\n");

    TrustStores found = browsers(computer);

    assertThat(found.all()).isEmpty();
    assertThat(found.notes()).extracting(Problem::key).contains("trust.store.problem.none-here");
  }

  @Test
  void aFolderWithoutADatabaseAndANameThatIsNoneAreTold() throws IOException {
    Computer computer = withCertutil(Computer.linux(folder, "ID=debian"));

    TrustStores placed =
        TrustStores.named(computer.tools(), List.of("firefox:" + folder), Secret.empty());
    TrustStores unknown =
        TrustStores.named(computer.tools(), List.of("netscape", "firefox"), Secret.empty());

    TrustOutcome outcome = Computer.install(placed.all().getFirst(), Trusted.leaf());
    assertThat(((TrustOutcome.Failed) outcome).problem().key())
        .isEqualTo("trust.nss.problem.no-database");
    assertThat(unknown.notes())
        .extracting(Problem::key)
        .containsExactly("trust.store.problem.unknown", "trust.store.problem.none-here");
  }
}
