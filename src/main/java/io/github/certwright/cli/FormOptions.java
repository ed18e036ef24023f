package io.github.certwright.cli;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In which form keystores are written. */
final class FormOptions {
  @Option(names = "--store", paramLabel = "FORM", descriptionKey = "cli.option.store")
  private Optional<String> store = Optional.empty();

  /** A word that is not among those offered. */
  List<Problem> problems() {
    return store.isPresent() && store.flatMap(StoreFormat::ofWord).isEmpty()
        ? List.of(
            Problem.of(
                "certificate.format",
                "cli.store.problem.unknown",
                Visible.text(store.get()),
                Arrays.stream(StoreFormat.values()).map(StoreFormat::word).toList()))
        : List.of();
  }

  /** The form, with the default in place of what {@link #problems} complains about. */
  StoreFormat format() {
    return store
        .flatMap(StoreFormat::ofWord)
        .orElseGet(() -> CertificateAnswer.defaults().format());
  }
}
