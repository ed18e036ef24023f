package io.github.certwright.report;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.report.HandSteps.HandStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person does elsewhere once Teamwork Cloud has the keystore: the lines for Web Application
 * Platform, and the port that stays open without encryption.
 *
 * @param format form of the client store
 * @param clientStore where the client file stands, or will stand, on that computer
 * @param tlsPort where Teamwork Cloud offers TLS
 */
public record Afterwards(StoreFormat format, Path clientStore, int tlsPort) {
  private static final String PLACEHOLDER = "********";

  /** The lines of {@code webappplatform.properties}; asterisks stand for the password. */
  public List<String> lines() {
    return HandSteps.webApplicationPlatform(format, clientStore, tlsPort, PLACEHOLDER);
  }

  /** The same in sentences, the lines one by one between them. */
  public List<HandStep> steps() {
    List<HandStep> steps = new ArrayList<>();
    steps.add(new HandStep("report.platform.text", List.of()));
    lines().forEach(line -> steps.add(new HandStep("report.platform.line", List.of(line))));
    steps.add(new HandStep("report.platform.password", List.of()));
    steps.add(new HandStep("report.plain.text", List.of()));
    return steps;
  }
}
