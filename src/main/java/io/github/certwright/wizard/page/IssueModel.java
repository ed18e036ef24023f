package io.github.certwright.wizard.page;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.plan.FileRole;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Material;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which root authority of our own issues the certificate that was described before. */
public final class IssueModel extends LookingModel<IssueModel.Issuing> {
  static final String FILE = "renew.authority";
  static final String PASSWORD = "renew.authorityPassword";

  private final Supplier<Optional<Wanted>> wanted;
  private final StringProperty file = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");

  /** What the certificate is to be like. */
  record Wanted(
      ServerAnswer server, OrganisationAnswer organisation, CertificateAnswer certificate) {}

  /**
   * What the answers come to.
   *
   * @param authority opened
   * @param material for which it will issue a certificate, when one was described
   */
  public record Issuing(OpenAuthority authority, Optional<Material> material) {}

  /**
   * @param wanted what was answered before; empty when the authority is only to be opened
   */
  IssueModel(Desk desk, Supplier<Optional<Wanted>> wanted) {
    super(desk, "issue.page");
    this.wanted = wanted;
    file.addListener((value, before, now) -> forget());
    password.addListener((value, before, now) -> forget());
    known().ifPresent(last -> file.set(last.toString()));
  }

  /** The file of the authority. */
  public StringProperty fileProperty() {
    return file;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  Optional<Material> material() {
    return foundProperty().get().flatMap(Issuing::material);
  }

  Optional<OpenAuthority> authority() {
    return foundProperty().get().map(Issuing::authority);
  }

  void wipe() {
    password.set("");
    forget();
  }

  /** The authority that was made last and is still there. */
  private Optional<Path> known() {
    return desk().settings().current().history().stream()
        .filter(job -> job.kind().equals(RootMadeModel.KIND) && job.undone().isEmpty())
        .flatMap(job -> path(job.folder()).stream())
        .map(folder -> folder.resolve(FileRole.AUTHORITY_KEYSTORE.fileName()))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** What is wanted may have changed since. */
  @Override
  public void entered() {
    forget();
    settle();
  }

  @Override
  boolean isWhole() {
    return check().isEmpty();
  }

  @Override
  Background.Work<Checked<Issuing>> look() {
    Optional<Wanted> described = wanted.get();
    Path root = path(file.get()).orElseThrow();
    Secret opens = Secret.ofText(password.get());
    return cancellation -> {
      try (opens) {
        OpenAuthority open = desk().services().keys().authority(root, opens);
        return described
            .map(now -> issuing(open, now))
            .orElseGet(() -> new Checked.Good<>(new Issuing(open, Optional.empty()), List.of()));
      }
    };
  }

  private Checked<Issuing> issuing(OpenAuthority open, Wanted now) {
    return switch (desk()
        .services()
        .roots()
        .issue(open, now.server(), now.organisation(), now.certificate())) {
      case Checked.Bad<Material>(var problems) -> new Checked.Bad<>(problems);
      case Checked.Good<Material>(Material material, var warnings) ->
          new Checked.Good<>(
              new Issuing(open, Optional.of(material)),
              warnings.stream().filter(IssueModel::isNew).toList());
    };
  }

  /** Other warnings were read on the pages before. */
  private static boolean isNew(Problem problem) {
    return problem.key().equals("authority.issue.warning.shortened");
  }

  @Override
  String fieldOf(Problem problem) {
    return problem.key().equals("keystore.read.problem.wrongPassword") ? PASSWORD : FILE;
  }

  @Override
  protected List<Problem> check() {
    List<Problem> problems = new ArrayList<>(pathProblems(FILE, file.get()));
    if (password.get().isEmpty()) {
      problems.add(Problem.of(PASSWORD, "keystore.password.problem.empty"));
    }
    return problems;
  }
}
