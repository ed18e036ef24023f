package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.PairAnswers;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.Origin;
import io.github.certwright.plan.PairPlanner;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Checked;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Material;
import io.github.certwright.run.PairJob;
import io.github.certwright.run.Progress;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeKeys;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Rights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Renew" by our own root authority, judged by openssl. */
final class OwnRootRenewalTest {
  private static final String PASSWORD = "Server-horse9";

  @TempDir private Path home;
  private final FakeServices services = new FakeServices();
  private final WaitingRequests waiting = WaitingRequests.inMemory();
  private Desk desk;
  private Signing authority;

  @BeforeEach
  void atHome() throws Exception {
    services.keys = FakeKeys.at(home, waiting, Instant.now().plus(Duration.ofHours(1)));
    desk = Desks.guarded(services);
    authority = new Signing(home.resolve("elsewhere"));
  }

  @Test
  void ourOwnRootRenewsWhatAnotherAuthorityHadIssued() throws Exception {
    PreparedStores computer = new PreparedStores(home.resolve("computer"));
    computer.behind(services);
    Path root = computer.authority(services, "Correct-horse-9");
    Path copy = Files.copy(authority.pfx("one.example.com", "pfx-horse"), home.resolve("one.jks"));
    KeystoreModel keystore = continuing();
    keystore.passwordProperty().set("pfx-horse");
    keystore.take(copy);
    RenewalModel model = new RenewalModel(desk, keystore);
    model.entered();
    model.wayProperty().set(RenewalModel.Way.AUTHORITY);
    model.authorityProperty().set(root.toString());
    model.passwordProperty().set("Correct-horse-9");
    model.newKeyProperty().set(true);
    assertThat(goesOn(model)).isTrue();
    Material material = model.material().orElseThrow();
    assertThat(material.origin()).isInstanceOf(Origin.OwnAuthority.class);
    assertThat(material.certificate().names().getFirst().ascii()).isEqualTo("one.example.com");
    Path made = madeFrom(material);
    assertThat(
            output(
                Programs.keytools().getFirst()
                    + " -exportcert -rfc -alias web -keystore KeyStore.jks -storepass "
                    + PASSWORD
                    + " > leaf.pem && openssl verify -CAfile "
                    + root.resolveSibling("authority.crt")
                    + " -purpose sslserver -verify_hostname one.example.com leaf.pem",
                made))
        .contains(": OK");
    model.wipe();
    assertThat(model.passwordProperty().get()).isEmpty();
  }

  /** Makes the files and tells the folder in which they stand. */
  private Path madeFrom(Material material) {
    Path folder = home.resolve("made");
    WhereAnswer where =
        new WhereAnswer(folder.toString(), false, Optional.empty(), List.of(), Optional.empty());
    try (Secret server = Secret.ofText(PASSWORD);
        Secret client = Secret.ofText("Client-horse9")) {
      PairAnswers answers =
          new PairAnswers(
              new PasswordAnswer(server, server.copy(), client, client.copy(), false),
              PairJob.alias(material),
              StoreFormat.JKS,
              where);
      Checked<Plan> planned =
          PairPlanner.plan(
              answers,
              material.origin(),
              material.certificate(),
              Optional.empty(),
              FakeKeys.survey(home, where, Instant.now()));
      services
          .keys
          .run(
              ((Checked.Good<Plan>) planned).value(),
              material,
              answers,
              Rights.OWN,
              Progress.none(),
              new Cancellation())
          .close();
    }
    return folder;
  }

  private static String output(String command, Path folder) {
    return Programs.run(List.of("sh", "-c", "cd \"$0\" && " + command, folder.toString())).output();
  }

  private KeystoreModel continuing() {
    return new KeystoreModel(
        desk,
        "waiting.page",
        () ->
            services.keys.waiting().stream()
                .map(
                    one ->
                        new KeystoreModel.Known(one.server(), Path.of(one.keystore()), one.made()))
                .toList());
  }

  private static boolean goesOn(PageModel model) {
    boolean[] gone = new boolean[1];
    model.tryToLeave(() -> gone[0] = true);
    return gone[0];
  }
}
