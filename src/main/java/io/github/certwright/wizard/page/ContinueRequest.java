package io.github.certwright.wizard.page;

import io.github.certwright.answers.Checks;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.HeldKey;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages of "Continue with the authority's answer", and how one leads to the next. */
public final class ContinueRequest {
  private final Desk desk;
  private final KeystoreModel keystore;
  private final AnswerModel answer;
  private final OnePasswordModel client;
  private final MakingFiles making;

  private ContinueRequest(Desk desk) {
    this.desk = desk;
    keystore = new KeystoreModel(desk, "waiting.page", this::waiting);
    answer = new AnswerModel(desk, this::held);
    client =
        new OnePasswordModel(
            desk, "client.page", "passwords.client", this::proposed, this::clientProblems);
    making =
        new MakingFiles(desk, answer::material, this::passwords, "complete", "review.complete");
  }

  /**
   * The job.
   *
   * @param open walks through another job instead of this one
   * @param file the keystore whose request was answered, when that is known already
   */
  public static Job job(
      Desk desk, Dialogs dialogs, Picker picker, Consumer<Job> open, Optional<Path> file) {
    ContinueRequest all = new ContinueRequest(desk);
    Text text = desk.text();
    List<Page> pages =
        new ArrayList<>(
            List.of(
                new KeystorePage(text, all.keystore, "keystore.known.request", true, picker),
                new AnswerPage(text, all.answer, picker),
                new OnePasswordPage(text, all.client, "client.kept.text")));
    int before = pages.size();
    pages.addAll(all.making.pages(dialogs, picker, open));
    Flow flow = AskAuthority.flow(pages);
    all.making.follow(flow, before);
    file.ifPresent(all.keystore::take);
    return new Job(text.of("use.continue.title"), pages, flow, all::close);
  }

  private List<KeystoreModel.Known> waiting() {
    return desk.services().keys().waiting().stream()
        .map(one -> new KeystoreModel.Known(one.server(), Path.of(one.keystore()), one.made()))
        .toList();
  }

  private HeldKey held() {
    return keystore.opened().orElseThrow().held();
  }

  private Background.Work<Secret> proposed() {
    Secret server = keystore.password();
    Path file = held().file();
    return cancellation -> {
      try (server) {
        return desk.services().keys().clientPassword(Optional.of(file), server);
      }
    };
  }

  private List<Problem> clientProblems(Secret first, Secret again) {
    try (Secret server = keystore.password()) {
      return Checks.passwords(new PasswordAnswer(server, server, first, again, false)).stream()
          .filter(problem -> problem.field().startsWith("passwords.client"))
          .toList();
    }
  }

  private PasswordAnswer passwords() {
    return new PasswordAnswer(
        keystore.password(),
        keystore.password(),
        client.half().secret(),
        client.half().secretAgain(),
        false);
  }

  private void close() {
    keystore.wipe();
    client.wipe();
    making.close();
  }
}
