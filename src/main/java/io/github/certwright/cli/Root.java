package io.github.certwright.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Without a command there is nothing to do here: the window is opened elsewhere. */
@Command(name = "certwright")
final class Root {
  @Mixin private CommonOptions common;

  CommonOptions common() {
    return common;
  }
}
