package io.github.certwright.plan;

import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.Surroundings.FolderFacts;
import io.github.certwright.plan.Surroundings.ToolFacts;
import io.github.certwright.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is wrong with the targets, judged by what was seen of them. */
final class SurroundingsChecks {
  /** All files together are well below this. */
  private static final long NEEDED_BYTES = 1024 * 1024;

  private SurroundingsChecks() {}

  /**
   * What is wrong.
   *
   * @param roles the files that will be written
   * @param replace whether those that are there may be replaced
   */
  static List<Problem> check(
      WhereAnswer where, Surroundings surroundings, List<FileRole> roles, boolean replace) {
    List<Problem> problems = new ArrayList<>();
    if (!where.folder().isBlank()) {
      problems.addAll(folder(where, surroundings, roles, replace));
    }
    for (ToolFacts tool : surroundings.tools()) {
      problems.addAll(tool(tool));
    }
    return problems;
  }

  private static List<Problem> folder(
      WhereAnswer where, Surroundings surroundings, List<FileRole> roles, boolean replace) {
    FolderFacts folder = surroundings.folder();
    String field = "where.folder";
    List<Problem> problems = new ArrayList<>();
    switch (folder.state()) {
      case NOT_A_PATH ->
          problems.add(Problem.of(field, "where.folder.problem.notAPath", where.folder()));
      case NOT_A_FOLDER ->
          problems.add(Problem.of(field, "where.folder.problem.notAFolder", folder.path()));
      case NOT_WRITABLE ->
          problems.add(Problem.of(field, "where.folder.problem.notWritable", folder.path()));
      case NEW, WRITABLE -> {
        if (folder.freeBytes() < NEEDED_BYTES) {
          problems.add(Problem.of(field, "where.folder.problem.full", folder.path()));
        }
      }
    }
    List<String> there =
        roles.stream().map(FileRole::fileName).filter(folder.names()::contains).toList();
    if (!there.isEmpty() && !replace) {
      problems.add(Problem.of(field, "where.folder.problem.exists", there, folder.path()));
    }
    if (surroundings.kitExists() && !replace) {
      problems.add(Problem.of("where.kit", "where.kit.problem.exists", where.kit().orElseThrow()));
    }
    if (where.kit().map(kit -> isOurs(kit, folder.path())).orElse(false)) {
      problems.add(Problem.of("where.kit", "where.kit.problem.ours", where.kit().orElseThrow()));
    }
    if (!folder.synchronised().isEmpty()) {
      problems.add(
          Problem.warning(field, "where.folder.warning.synchronised", folder.synchronised()));
    }
    return problems;
  }

  /** Whether the kit would take the place of another file of the same job. */
  private static boolean isOurs(Path kit, Path folder) {
    Path path = kit.toAbsolutePath().normalize();
    return FileRole.PAIR.stream()
        .filter(role -> role != FileRole.CLIENT_KIT)
        .anyMatch(
            role ->
                Objects.equals(path.getParent(), folder)
                    && role.fileName().equalsIgnoreCase(String.valueOf(path.getFileName())));
  }

  private static List<Problem> tool(ToolFacts tool) {
    if (!tool.exists()) {
      return List.of(Problem.of("where.tools", "where.tools.problem.missing", tool.path()));
    }
    List<Problem> problems = new ArrayList<>();
    if (!tool.isTool()) {
      problems.add(Problem.warning("where.tools", "where.tools.warning.notATool", tool.path()));
    }
    if (!tool.writable()) {
      problems.add(
          Problem.warning("where.tools", "where.tools.warning.rights", tool.label(), tool.path()));
    }
    return problems;
  }
}
