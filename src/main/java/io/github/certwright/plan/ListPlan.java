package io.github.certwright.plan;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.Plan.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificates that our own authority will issue for a list of servers. Holds no secret.
 *
 * @param authority what it is called
 * @param servers each with its folder
 * @param passwords whether each keystore gets a password of its own, written beside it
 * @param folder the folder for everything, absolute
 * @param newFolder whether the folder is made by this job
 * @param shared what all clients share, in the order of writing
 */
public record ListPlan(
    String authority,
    List<PlannedServer> servers,
    boolean passwords,
    StoreFormat format,
    Path folder,
    boolean newFolder,
    List<PlannedFile> shared) {
  public ListPlan {
    servers = List.copyOf(servers);
    shared = List.copyOf(shared);
  }

  /**
   * One server's certificate and files.
   *
   * @param line its number in the list
   */
  public record PlannedServer(int line, CertificatePlan certificate, Path folder) {}

  /** When the first of the certificates ends. */
  public Instant firstEnd() {
    return servers.stream()
        .map(server -> server.certificate().notAfter())
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /** The steps in order: {@code issue}, {@code write.<role>}. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            "issue",
            passwords ? "plan.issue.passwords.text" : "plan.issue.text",
            List.of(servers.size(), authority, firstEnd(), folder)));
    shared.forEach(file -> steps.add(PlanSteps.write(file)));
    return steps;
  }
}
