package io.github.certwright.trust;

import io.github.certwright.files.Machine;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The NSS databases of this user: those of Chromium on Linux and of every Firefox profile on Linux
 * and macOS. On Windows there are none for us: Firefox trusts the system's roots there (since
 * version 120), and the program {@code certutil} is another one.
 *
 * @param stores those that exist
 * @param notes lists of profiles that are broken, as warnings
 */
record NssDatabases(List<TrustStore> stores, List<Problem> notes) {

  static NssDatabases of(TrustTools tools) {
    List<TrustStore> stores = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    Machine machine = tools.machine();
    for (Path folder : chromium(machine)) {
      if (Files.isRegularFile(folder.resolve(NssStore.DATABASE))) {
        stores.add(new NssStore(tools, StoreKind.CHROMIUM, folder));
      }
    }
    for (Path home : firefox(machine)) {
      FirefoxProfiles profiles = FirefoxProfiles.in(home);
      notes.addAll(profiles.problems());
      for (Path folder : profiles.folders()) {
        if (Files.isRegularFile(folder.resolve(NssStore.DATABASE))) {
          stores.add(new NssStore(tools, StoreKind.FIREFOX, folder));
        }
      }
    }
    return new NssDatabases(List.copyOf(stores), List.copyOf(notes));
  }

  private static List<Path> chromium(Machine machine) {
    if (machine.system() != OperatingSystem.LINUX) {
      return List.of();
    }
    Path home = machine.home();
    Path data = machine.folder("XDG_DATA_HOME").orElse(home.resolve(".local/share"));
    return List.of(
        home.resolve(".pki/nssdb"),
        data.resolve("pki/nssdb"),
        home.resolve("snap/chromium/current/.pki/nssdb"));
  }

  private static List<Path> firefox(Machine machine) {
    Path home = machine.home();
    return switch (machine.system()) {
      case WINDOWS -> List.of();
      case MACOS -> List.of(home.resolve("Library/Application Support/Firefox"));
      case LINUX ->
          List.of(
              home.resolve(".mozilla/firefox"),
              // Firefox 147 follows the XDG base directories (Mozilla bug 259356).
              machine
                  .folder("XDG_CONFIG_HOME")
                  .orElse(home.resolve(".config"))
                  .resolve("mozilla/firefox"),
              home.resolve("snap/firefox/common/.mozilla/firefox"),
              home.resolve(".var/app/org.mozilla.firefox/.mozilla/firefox"));
    };
  }
}
