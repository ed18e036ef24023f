package io.github.certwright.cli;

import io.github.certwright.text.Text;
import picocli.CommandLine.Model.CommandSpec;

/** What the help says of each command. */
final class CommandWords {
  private CommandWords() {}

  static String description(Text text, CommandSpec command) {
    return switch (path(command)) {
      case "create" -> text.of("cli.create.description");
      case "request" -> text.of("cli.request.description");
      case "complete" -> text.of("cli.complete.description");
      case "renew" -> text.of("cli.renew.description");
      case "import" -> text.of("cli.import.description");
      case "authority" -> text.of("cli.authority.description");
      case "authority create" -> text.of("cli.authority.create.description");
      case "authority issue" -> text.of("cli.authority.issue.description");
      case "authority export" -> text.of("cli.authority.export.description");
      case "install" -> text.of("cli.install.description");
      case "tools" -> text.of("cli.tools.description");
      case "upload" -> text.of("cli.upload.description");
      case "check" -> text.of("cli.check.description");
      case "trust" -> text.of("cli.trust.description");
      case "undo" -> text.of("cli.undo.description");
      case "recover" -> text.of("cli.recover.description");
      case "demo" -> text.of("cli.demo.description");
      default -> "";
    };
  }

  static String synopsis(Text text, CommandSpec command) {
    return switch (path(command)) {
      case "create" -> text.of("cli.create.synopsis");
      case "request" -> text.of("cli.request.synopsis");
      case "complete" -> text.of("cli.complete.synopsis");
      case "renew" -> text.of("cli.renew.synopsis");
      case "import" -> text.of("cli.import.synopsis");
      case "authority" -> text.of("cli.authority.synopsis");
      case "authority create" -> text.of("cli.authority.create.synopsis");
      case "authority issue" -> text.of("cli.authority.issue.synopsis");
      case "authority export" -> text.of("cli.authority.export.synopsis");
      case "install" -> text.of("cli.install.synopsis");
      case "tools" -> text.of("cli.tools.synopsis");
      case "upload" -> text.of("cli.upload.synopsis");
      case "check" -> text.of("cli.check.synopsis");
      case "trust" -> text.of("cli.trust.synopsis");
      case "undo" -> text.of("cli.undo.synopsis");
      case "recover" -> text.of("cli.recover.synopsis");
      case "demo" -> text.of("cli.demo.synopsis");
      default -> "";
    };
  }

  private static String path(CommandSpec command) {
    String all = command.qualifiedName();
    return all.substring(all.indexOf(' ') + 1);
  }
}
