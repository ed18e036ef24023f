package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckTarget;
import io.github.certwright.run.RenewJob;
import io.github.certwright.settings.PastJob;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kordamp.ikonli.feather.Feather;

/**
 * Every job that can be started, and from where: its card on the start page, a file dropped on the
 * window, or the line of a job of the past. A new job is added here and nowhere else.
 */
final class JobList {
  private final Desk desk;
  private final Dialogs dialogs;
  private final Picker picker;
  private final Consumer<Job> open;
  private final Practising practising;

  /**
   * @param open walks through a job, on the window's thread
   */
  JobList(Desk desk, Dialogs dialogs, Picker picker, Consumer<Job> open) {
    this.desk = desk;
    this.dialogs = dialogs;
    this.picker = picker;
    this.open = open;
    practising = new Practising(desk, dialogs, picker, open);
  }

  /** The cards of the start page, in order. */
  List<StartPage.Card> cards() {
    return List.of(
        new StartPage.Card("create", "start.create", Feather.LOCK, () -> open.accept(usual())),
        new StartPage.Card("setup", "start.setup", Feather.MONITOR, () -> setUp(Optional.empty())),
        new StartPage.Card(
            "renew", "start.renew", Feather.REFRESH_CW, () -> renew(Optional.empty())),
        new StartPage.Card(
            "authority",
            "start.authority",
            Feather.AWARD,
            () -> open.accept(ChooseAuthority.job(desk, authority()))),
        new StartPage.Card("check", "start.check", Feather.ACTIVITY, () -> check(Optional.empty())),
        new StartPage.Card("practise", "start.practise", Feather.COFFEE, practising::begin));
  }

  /** What most people come for, with nothing answered. */
  Job usual() {
    return CreateConnection.job(desk, dialogs, picker, open);
  }

  /** What can be done with a certificate authority, in order. */
  private List<StartPage.Card> authority() {
    return List.of(
        new StartPage.Card(
            "use-request",
            "use.request",
            Feather.SEND,
            () -> open.accept(AskAuthority.job(desk, dialogs, picker))),
        new StartPage.Card(
            "use-continue", "use.continue", Feather.INBOX, () -> carryOn(Optional.empty())),
        new StartPage.Card(
            "use-existing",
            "use.existing",
            Feather.FOLDER,
            () -> open.accept(StartFromExisting.job(desk, dialogs, picker, open))),
        new StartPage.Card("use-root", "use.root", Feather.AWARD, this::root),
        new StartPage.Card(
            "use-issue",
            "use.issue",
            Feather.FILE_PLUS,
            () -> open.accept(IssueOne.job(desk, dialogs, picker, open))),
        new StartPage.Card(
            "use-list",
            "use.list",
            Feather.LIST,
            () -> open.accept(IssueList.job(desk, dialogs, picker))),
        new StartPage.Card(
            "use-trust", "use.trust", Feather.SHIELD, () -> trust(Optional.empty())));
  }

  /** The requests whose answer is waited for. */
  WaitingPanel waiting() {
    return new WaitingPanel(desk, request -> carryOn(Optional.of(Path.of(request.keystore()))));
  }

  /** What a file dropped on the start page, or named when the program was started, begins. */
  List<FileAct> files() {
    return List.of(
        new FileAct(
            file -> SourceKind.of(file) == SourceKind.KIT, file -> setUp(Optional.of(file))),
        new FileAct(JobList::mayBeChecked, file -> check(Optional.of(file.toString()))));
  }

  /** What can be done with a job of the past, besides taking it back. */
  List<RecentAct> recent() {
    return List.of(
        new RecentAct(
            "recent-renew",
            "start.recent.renew",
            Feather.REFRESH_CW,
            RenewCertificate::fits,
            job -> renew(job.folder().map(RenewJob::keystoreIn))),
        new RecentAct(
            "recent-check",
            "recent.check",
            Feather.ACTIVITY,
            job -> !job.server().isBlank(),
            job -> check(Optional.of(CheckModel.mainName(job.server())))),
        new RecentAct(
            "recent-send",
            "start.recent.send",
            Feather.SEND,
            job -> job.kind().equals(PastJob.CREATE) && job.folder().isPresent(),
            job -> job.folder().ifPresent(folder -> sendAgain(folder, job.server()))));
  }

  /** Sends what a job of the past made for its server once more. */
  void sendAgain(Path folder, String server) {
    open.accept(SendAgain.job(desk, dialogs, picker, folder, server));
  }

  private void check(Optional<String> what) {
    open.accept(CheckSomething.job(desk, picker, new Mending(desk, dialogs, picker, open), what));
  }

  private void renew(Optional<Path> keystore) {
    open.accept(RenewCertificate.job(desk, dialogs, picker, open, keystore));
  }

  private void carryOn(Optional<Path> keystore) {
    open.accept(ContinueRequest.job(desk, dialogs, picker, open, keystore));
  }

  private static boolean mayBeChecked(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return CheckTarget.FILE_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private void root() {
    open.accept(CreateRoot.job(desk, dialogs, picker, made -> trust(Optional.of(made))));
  }

  private void trust(Optional<Path> certificate) {
    open.accept(TrustCertificate.job(desk, dialogs, picker, certificate));
  }

  private void setUp(Optional<Path> file) {
    open.accept(SetUpComputer.job(desk, dialogs, picker, file));
  }

  /**
   * A job that a file begins.
   *
   * @param fits by the file's name alone, because it is asked while the file is dragged
   */
  record FileAct(Predicate<Path> fits, Consumer<Path> open) {}
}
