package io.github.certwright.run;

import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.files.FolderLook;
import io.github.certwright.files.Machine;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.ToolLook;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.plan.Surroundings.FolderFacts;
import io.github.certwright.plan.Surroundings.ToolFacts;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Looks at the folders that answers name; reads only. */
final class Survey {
  private final Machine machine;
  private final Clock clock;

  Survey(Machine machine, Clock clock) {
    this.machine = machine;
    this.clock = clock;
  }

  Surroundings of(WhereAnswer where) {
    Path here = machine.files().getPath("").toAbsolutePath();
    FolderFacts folder = FolderLook.at(where.folder(), machine, here);
    List<ToolFacts> tools = where.tools().stream().distinct().map(Survey::tool).toList();
    boolean kit =
        where.kit().filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isPresent();
    return new Surroundings(Instant.now(clock), folder, kit, tools);
  }

  private static ToolFacts tool(Path folder) {
    CertsFolder certs = new CertsFolder(folder.toAbsolutePath().normalize());
    return switch (ToolLook.at(folder)) {
      case ToolLook.Look.Tool(var tool) -> certs.facts(tool.label(), true);
      case ToolLook.Look.DoesNotLookLikeATool(var tool, var warning) ->
          certs.facts(tool.label(), false);
      case ToolLook.Look.Unusable(var problem) -> certs.facts(folder.toString(), false);
    };
  }
}
