package io.github.certwright.cli;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.Visible;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.install.FoundTool;
import io.github.certwright.plan.Origin.Trusted;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.InstallJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the files of a pair go whose certificate is there already, or comes from elsewhere. */
final class PairOptions {
  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "cli.option.out")
  String out = "";

  @Option(names = "--replace", descriptionKey = "cli.option.replace")
  boolean replace;

  @Option(names = "--kit", paramLabel = "F", descriptionKey = "cli.option.kit-out")
  Optional<Path> kit = Optional.empty();

  @Mixin FormOptions form;

  @Option(names = "--alias", paramLabel = "NAME", descriptionKey = "cli.option.alias-out")
  Optional<String> alias = Optional.empty();

  @Option(names = "--trusted", paramLabel = "WHAT", descriptionKey = "cli.option.trusted")
  Optional<String> trusted = Optional.empty();

  @Option(names = "--into", paramLabel = "DIR", descriptionKey = "cli.option.into")
  List<Path> into = new ArrayList<>();

  @Option(names = "--all-found", descriptionKey = "cli.option.all-found")
  boolean allFound;

  @Mixin UploadOptions upload;

  @Option(
      names = "--upload-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.upload-password-file")
  Optional<String> uploadPasswordFile = Optional.empty();

  @Option(names = "--ask-admin", descriptionKey = "cli.option.ask-admin")
  boolean askAdmin;

  /** Words that are not among those offered, and options that do not fit together. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(form.problems());
    if (trusted.isPresent() && wanted().isEmpty()) {
      problems.add(
          Problem.of(
              "certificate.trusted", "cli.trusted.problem.unknown", Visible.text(trusted.get())));
    }
    problems.addAll(upload.problems(false, "--upload-password-file", uploadPasswordFile));
    return problems;
  }

  /** What the tools are to trust, when that was said. */
  Optional<Trusted> wanted() {
    return trusted.flatMap(
        word ->
            Arrays.stream(Trusted.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst());
  }

  Optional<UploadAnswer> target(Secrets secrets, List<Problem> problems) {
    return upload.url.map(_ -> upload.known(secrets, uploadPasswordFile, problems));
  }

  /**
   * Where everything goes.
   *
   * @param home taken when no folder was named
   */
  WhereAnswer where(
      Face face, Optional<Path> home, Optional<UploadAnswer> target, List<Problem> problems) {
    String folder = out.isEmpty() ? home.map(Path::toString).orElse("") : out;
    return new WhereAnswer(
        folder,
        replace,
        kit.map(path -> path.toAbsolutePath().normalize()),
        tools(face, problems),
        target);
  }

  private List<Path> tools(Face face, List<Problem> problems) {
    List<Path> tools = new ArrayList<>(into);
    if (allFound) {
      List<FoundTool> found = new InstallJob(face.bench(), face.server().probe()).find(() -> false);
      if (found.isEmpty()) {
        problems.add(Problem.warning("where.tools", "cli.tools.warning.none"));
      }
      found.stream().map(FoundTool::path).forEach(tools::add);
    }
    return tools.stream().map(tool -> tool.toAbsolutePath().normalize()).toList();
  }
}
