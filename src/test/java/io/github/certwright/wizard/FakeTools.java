package io.github.certwright.wizard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Modeling tools that a made-up computer has. */
final class FakeTools {
  private FakeTools() {}

  /** One with a certificate that ends soon, one with nothing, and one that may not be written. */
  static List<Tool> three() {
    return List.of(
        new Tool(
            Path.of("/opt/Cameo_Systems_Modeler"),
            "Cameo Systems Modeler",
            "2021xR2",
            true,
            true,
            Tool.Installed.CERTIFICATE,
            Optional.of(FakeServices.NOW.plus(Duration.ofDays(12)))),
        new Tool(
            Path.of("/opt/MagicDraw"),
            "MagicDraw",
            "19.0",
            true,
            true,
            Tool.Installed.NOTHING,
            Optional.empty()),
        new Tool(
            Path.of("/usr/local/MSOSA"),
            "Magic Systems of Systems Architect",
            "",
            true,
            false,
            Tool.Installed.UNREADABLE,
            Optional.empty()));
  }
}
