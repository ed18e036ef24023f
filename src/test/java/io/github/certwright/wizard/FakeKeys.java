package io.github.certwright.wizard;

import io.github.certwright.KeyDoors;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.run.CreateJob;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.text.Text;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** The real jobs for key material, at home in a folder that a test is given. */
public final class FakeKeys {
  private FakeKeys() {}

  /** Doors behind which no folder lies; nothing waits for an answer. */
  static KeyWork none() {
    return at(Path.of("no-home"), WaitingRequests.inMemory(), FakeServices.NOW);
  }

  /**
   * The jobs with their files in a folder.
   *
   * @param now what the clock shows
   */
  public static KeyWork at(Path home, WaitingRequests waiting, Instant now) {
    return KeyDoors.at(bench(home, now), waiting);
  }

  /** What stands on the disk. */
  public static Surroundings survey(Path home, WhereAnswer where, Instant now) {
    return new CreateJob(bench(home, now), ServerTools.usual()).survey(where);
  }

  /** A computer whose user is at home there. */
  public static Workbench bench(Path home, Instant now) {
    return new Workbench(
        new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), home),
        Disk.real(),
        home.resolve("journals"),
        Clock.fixed(now, ZoneOffset.UTC),
        new SecureRandom(),
        Text.english());
  }
}
