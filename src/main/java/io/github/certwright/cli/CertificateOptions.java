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

  @Option(names = "--alias", paramLabel = "NAME", descriptionKey = "cli.option.alias")
  String alias = CertificateAnswer.DEFAULT_ALIAS;

  @Option(names = "--store", paramLabel = "FORM", descriptionKey = "cli.option.store")
  Optional<String> store = Optional.empty();

  ServerAnswer server() {
    return new ServerAnswer(server, also);
  }

  OrganisationAnswer organisation() {
    return new OrganisationAnswer(organization, unit, city, state, country);
  }

  /** The certificate, with defaults in place of what {@link #problems} complains about. */
  CertificateAnswer certificate() {
    CertificateAnswer defaults = CertificateAnswer.defaults();
    return new CertificateAnswer(
        key.flatMap(KeyChoice::ofWord).orElse(defaults.key()),
        validDays.map(typed -> UploadOptions.number(typed, 0)).orElse(defaults.validDays()),
        alias,
        store.flatMap(StoreFormat::ofWord).orElse(defaults.format()));
  }

  /** Words that are not among those offered. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (key.isPresent() && key.flatMap(KeyChoice::ofWord).isEmpty()) {
      problems.add(
          Problem.of(
              "certificate.key",
              "cli.key.problem.unknown",
              Visible.text(key.get()),
              Arrays.stream(KeyChoice.values()).map(KeyChoice::word).toList()));
    }
    if (store.isPresent() && store.flatMap(StoreFormat::ofWord).isEmpty()) {
      problems.add(
          Problem.of(
              "certificate.format",
              "cli.store.problem.unknown",
              Visible.text(store.get()),
              Arrays.stream(StoreFormat.values()).map(StoreFormat::word).toList()));
    }
    return problems;
  }
}
