package io.github.certwright.cli;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * What the certificate is like. Values are taken as text, so that all that is wrong can be said at
 * once.
 */
final class CertificateOptions {
  @Option(names = "--server", paramLabel = "NAME", descriptionKey = "cli.option.server")
  String server = "";

  @Option(names = "--also", paramLabel = "NAME", descriptionKey = "cli.option.also")
  List<String> also = new ArrayList<>();

  @Option(names = "--organization", paramLabel = "O", descriptionKey = "cli.option.organization")
  String organization = "";

  @Option(names = "--unit", paramLabel = "OU", descriptionKey = "cli.option.unit")
  String unit = "";

  @Option(names = "--city", paramLabel = "L", descriptionKey = "cli.option.city")
  String city = "";

  @Option(names = "--state", paramLabel = "ST", descriptionKey = "cli.option.state")
  String state = "";

  @Option(names = "--country", paramLabel = "C", descriptionKey = "cli.option.country")
  String country = "";

  @Option(names = "--key", paramLabel = "KIND", descriptionKey = "cli.option.key")
  Optional<String> key = Optional.empty();

  @Option(names = "--valid-days", paramLabel = "N", descriptionKey = "cli.option.valid-days")
  Optional<String> validDays = Optional.empty();

  ServerAnswer server() {
    return new ServerAnswer(server, also);
  }

  OrganisationAnswer organisation() {
    return new OrganisationAnswer(organization, unit, city, state, country);
  }

  /** The certificate, with defaults in place of what {@link #problems} complains about. */
  CertificateAnswer wanted(String alias, StoreFormat format) {
    return new CertificateAnswer(
        key.flatMap(KeyChoice::ofWord).orElse(CertificateAnswer.defaults().key()),
        validDays
            .map(typed -> UploadOptions.number(typed, 0))
            .orElse(CertificateAnswer.DEFAULT_DAYS),
        alias,
        format);
  }

  /** Words that are not among those offered. */
  List<Problem> problems() {
    return key.isPresent() && key.flatMap(KeyChoice::ofWord).isEmpty()
        ? List.of(
            Problem.of(
                "certificate.key",
                "cli.key.problem.unknown",
                Visible.text(key.get()),
                Arrays.stream(KeyChoice.values()).map(KeyChoice::word).toList()))
        : List.of();
  }
}
