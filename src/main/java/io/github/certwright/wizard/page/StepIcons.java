package io.github.certwright.wizard.page;

import org.kordamp.ikonli.feather.Feather;

/** An icon for each kind of step. */
final class StepIcons {
  private StepIcons() {}

  static Feather of(String stepId) {
    return switch (stepId.replaceFirst("\\..*", "")) {
      case "sign-in" -> Feather.LOG_IN;
      case "key" -> Feather.KEY;
      case "certificate", "authority", "issue" -> Feather.AWARD;
      case "request" -> Feather.FILE_TEXT;
      case "trust", "store" -> Feather.CHECK_SQUARE;
      case "write" -> Feather.FILE_PLUS;
      case "install" -> Feather.MONITOR;
      case "upload" -> Feather.UPLOAD_CLOUD;
      case "verify", "rights" -> Feather.SHIELD;
      default -> Feather.CIRCLE;
    };
  }
}
