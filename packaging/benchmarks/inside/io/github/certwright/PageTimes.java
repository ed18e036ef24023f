package io.github.certwright;

import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.files.UserFolders;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.settings.FileSettingsStore;
import io.github.certwright.settings.Settings;
import io.github.certwright.settings.SettingsPins;
import io.github.certwright.settings.SettingsRequests;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.page.Wizard;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Runs inside the packaged program, on its class path and with its launcher's options: opens the
 * wizard as Main does, for a home folder of its own, and walks through it; see ../../../../README.md.
 */
public final class PageTimes {
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private PageTimes() {}

  /**
   * Arguments: a home folder that is made already, and how often to walk through all jobs;
   * 0 for nothing but the installation into many tools.
   */
  public static void main(String[] args) throws Exception {
    JAVAFX.setLevel(Level.SEVERE);
    Path home = Path.of(args[0]).toAbsolutePath();
    Machine machine =
        new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), home);
    Clock clock = Clock.systemDefaultZone();
    Text text = Text.english();
    UserFolders folders = UserFolders.on(machine);
    Workbench bench =
        new Workbench(machine, Disk.real(), folders.journals(), clock, new SecureRandom(), text);
    Settings settings =
        Settings.open(
            new FileSettingsStore(
                Disk.real(), folders.configuration(), folders.journals(), clock));
    WizardServices services =
        new WizardServices(
            bench, ServerTools.usual(), new SettingsPins(settings), new SettingsRequests(settings));
    Given given = new Given(home);
    CompletableFuture<Scene> opened = new CompletableFuture<>();
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          Wizard wizard =
              new Wizard(stage, text, settings, services, given, Background.workers(), clock);
          wizard.show();
          wizard.prepare();
          opened.complete(stage.getScene());
        });
    try {
      Walk walk = new Walk(new Eye(opened.get(60, TimeUnit.SECONDS)), given);
      int rounds = Integer.parseInt(args[1]);
      for (int round = 1; round <= rounds; round++) {
        walk.all(round);
      }
      if (rounds == 0) {
        walk.many();
      }
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }
}
