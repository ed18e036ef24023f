package io.github.certwright;

import io.github.certwright.cli.CommandLineFace;
import io.github.certwright.cli.Terminal;
import io.github.certwright.cli.Wiring;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.files.UserFolders;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.run.KeysAhead;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.settings.FileSettingsStore;
import io.github.certwright.settings.Settings;
import io.github.certwright.settings.SettingsPins;
import io.github.certwright.settings.SettingsRequests;
import io.github.certwright.tls.Pins;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What both faces are made of. */
final class Wirings {
  private Wirings() {}

  /** The command line of the person who started it, which reads the settings when it needs them. */
  static CommandLineFace commandLine(SecureRandom random, KeysAhead keys) {
    Once<Settings> settings = new Once<>(Wirings::settings);
    Wiring wiring =
        new Wiring(
            text -> Workbench.here(text, random, keys),
            ServerTools.usual(),
            new SettingsPins(settings),
            new SettingsRequests(settings),
            () -> settings.made().flatMap(Settings::keptDamaged).stream().toList(),
            version(),
            Runtime.getRuntime()::halt);
    return new CommandLineFace(wiring, Terminal.ofProcess());
  }

  /** Without anybody's settings. */
  static Wiring forgetful() {
    return new Wiring(
        Workbench::here,
        ServerTools.usual(),
        Pins.inMemory(),
        WaitingRequests.inMemory(),
        List::of,
        version(),
        Runtime.getRuntime()::halt);
  }

  /** Reads the settings of the person who started the program. */
  static Settings settings() {
    UserFolders folders = UserFolders.on(Machine.here());
    return Settings.open(
        new FileSettingsStore(
            Disk.real(),
            folders.configuration(),
            folders.journals(),
            Clock.system(ZoneId.systemDefault())));
  }

  static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
