package io.github.certwright.wizard.page;

import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.run.HeldKey;
import io.github.certwright.run.RenewJob;
import io.github.certwright.settings.PastJob;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.RecentJob;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of "Renew a certificate", and how one leads to the next. */
public final class RenewCertificate {
  private static final int MOST_KNOWN = 6;
  private static final Set<String> KINDS =
      Set.of("create", "renew", "complete", "import", "authority issue");

  private final Desk desk;
  private final KeystoreModel keystore;
  private final RenewalModel renewal;
  private final MakingFiles making;

  private RenewCertificate(Desk desk) {
    this.desk = desk;
    keystore = new KeystoreModel(desk, "renewing.page", this::known);
    renewal = new RenewalModel(desk, keystore);
    making = new MakingFiles(desk, renewal::material, this::passwords, "renew", "review.renew");
  }

  /**
   * The job.
   *
   * @param open goes over to another job
   * @param file the keystore to be renewed, when that is known already
   */
  public static Job job(
      Desk desk, Dialogs dialogs, Picker picker, Consumer<Job> open, Optional<Path> file) {
    RenewCertificate all = new RenewCertificate(desk);
    all.renewal.onAskAgain(() -> all.askAgain(dialogs, picker, open));
    Text text = desk.text();
    List<Page> pages =
        new ArrayList<>(
            List.of(
                new KeystorePage(text, all.keystore, "keystore.known.made", false, picker),
                new RenewalPage(text, all.renewal, picker)));
    int before = pages.size();
    pages.addAll(all.making.pages(dialogs, picker, open));
    Flow flow = AskAuthority.flow(pages);
    all.making.follow(flow, before);
    file.ifPresent(all.keystore::take);
    return new Job(text.of("start.renew.title"), pages, flow, all::close);
  }

  /** Whether a job of the past left a certificate that can be renewed. */
  static boolean fits(RecentJob job) {
    return job.folder().isPresent() && KINDS.contains(job.kind());
  }

  private static boolean fits(PastJob job) {
    return job.undone().isEmpty() && KINDS.contains(job.kind());
  }

  /** Where jobs of the past left keystores whose certificate can be renewed. */
  static Stream<Path> keystores(Stream<PastJob> jobs) {
    return jobs.filter(RenewCertificate::fits)
        .flatMap(job -> LookingModel.path(job.folder()).stream())
        .map(RenewJob::keystoreIn);
  }

  /** The keystores of past jobs that are still there, newest first. */
  private List<KeystoreModel.Known> known() {
    return desk.settings().current().history().stream()
        .filter(RenewCertificate::fits)
        .flatMap(
            job ->
                keystores(Stream.of(job))
                    .map(file -> new KeystoreModel.Known(job.server(), file, job.created())))
        .filter(one -> Files.isRegularFile(one.keystore()))
        .collect(
            Collectors.toMap(
                KeystoreModel.Known::keystore,
                one -> one,
                (newer, older) -> newer,
                LinkedHashMap::new))
        .values()
        .stream()
        .limit(MOST_KNOWN)
        .toList();
  }

  private void askAgain(Dialogs dialogs, Picker picker, Consumer<Job> open) {
    HeldKey held = renewal.renewal().held();
    desk.background()
        .run(cancellation -> desk.services().keys().plan(held))
        .onSuccess(plan -> open.accept(AskAuthority.again(desk, dialogs, picker, held, plan)));
  }

  private PasswordAnswer passwords() {
    return new PasswordAnswer(
        keystore.password(), keystore.password(), renewal.client(), renewal.client(), false);
  }

  private void close() {
    keystore.wipe();
    renewal.wipe();
    making.close();
  }
}
