package io.github.certwright.wizard.page;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.Checks;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Where everything goes: folder, tools, and the server itself. */
public final class WhereModel extends PageModel implements FolderChoice {
  static final String FOLDER = "where.folder";
  private static final String EXISTS = "where.folder.problem.exists";

  private final Desk desk;
  private final Supplier<Optional<HostName>> server;
  private final Planning planning;
  private final StringProperty folder = new SimpleStringProperty("");
  private final BooleanProperty replace = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper existing = new ReadOnlyBooleanWrapper();
  private final ToolsModel tools;
  private final RightsModel rights;
  private final UploadModel upload;
  private String proposed = "";
  private List<Problem> onDiskProblems = List.of();
  private List<Problem> onServerProblems = List.of();
  private Optional<Plan> plan = Optional.empty();
  private Optional<Background.Running<Surroundings>> looking = Optional.empty();

  /**
   * Where the files of a new pair go.
   *
   * @param server the main name answered before
   * @param answers all answers with secrets of their own, which the caller closes
   */
  public WhereModel(Desk desk, Supplier<Optional<HostName>> server, Supplier<Answers> answers) {
    this(desk, server, Planning.creating(answers));
  }

  /**
   * @param server the main name of the certificate
   * @param planning turns the answers and what stands on the disk into a plan
   */
  WhereModel(Desk desk, Supplier<Optional<HostName>> server, Planning planning) {
    super("where.page");
    this.desk = desk;
    this.server = server;
    this.planning = planning;
    rights = new RightsModel(desk, Optional::empty);
    tools = new ToolsModel(desk, this::toolsChanged, this::refused);
    upload = new UploadModel(desk, this::uploadChanged, this::left);
    folder.subscribe(_ -> folderChanged());
    replace.addListener((value, before, now) -> settle());
  }

  @Override
  public StringProperty folderProperty() {
    return folder;
  }

  @Override
  public BooleanProperty replaceProperty() {
    return replace;
  }

  @Override
  public ReadOnlyBooleanProperty existingProperty() {
    return existing.getReadOnlyProperty();
  }

  public ToolsModel tools() {
    return tools;
  }

  /** What is to be done where a ticked tool can only be changed by an administrator. */
  public RightsModel rights() {
    return rights;
  }

  public UploadModel upload() {
    return upload;
  }

  /** The plan these answers gave when the page was left. */
  public Optional<Plan> plan() {
    return plan;
  }

  /** The answer; the secret inside is the caller's to close. */
  public WhereAnswer answer() {
    return new WhereAnswer(
        folder.get(), replace.get(), Optional.empty(), tools.answer(), upload.answer());
  }

  @Override
  public void settle() {
    looking.ifPresent(Background.Running::cancel);
    refresh();
    if (folder.get().isBlank()) {
      tellOfDisk(List.of());
      return;
    }
    left(FOLDER);
    WhereAnswer where = onDisk();
    looking =
        Optional.of(
            desk.background()
                .run(cancellation -> desk.services().survey(where))
                .onSuccess(seen -> tellOfDisk(planned(seen).problems())));
  }

  @Override
  public void entered() {
    tools.search();
    server.get().ifPresent(this::propose);
  }

  @Override
  protected List<Problem> check() {
    WhereAnswer answer = answer();
    List<Problem> problems = Checks.where(answer);
    answer.upload().ifPresent(sent -> sent.signIn().close());
    return problems;
  }

  @Override
  protected void leave(Runnable onward) {
    setLeaving(true);
    tellOfServer(List.of());
    if (upload.wantedProperty().get()) {
      upload.trusted(
          () -> makePlan(onward),
          problem -> {
            setLeaving(false);
            tellOfServer(List.of(problem.at("where.url")));
            upload.pointOut();
          });
    } else {
      makePlan(onward);
    }
  }

  /**
   * Shows what a run met, beside the answers it belongs to.
   *
   * @return whether anything belongs to an answer of this page
   */
  boolean cameBack(List<Problem> met) {
    tellOfServer(
        met.stream()
            .filter(problem -> problem.field().startsWith("where.") && problem.stops())
            .map(upload::besideItsAnswer)
            .toList());
    return !onServerProblems.isEmpty();
  }

  /** What the server or a run said last, beside which people start to mend. */
  Optional<String> firstRefused() {
    return onServerProblems.stream().map(Problem::field).findFirst();
  }

  /** As warnings, because the same answers may pass next time: a server can be started. */
  private void tellOfServer(List<Problem> problems) {
    onServerProblems = problems.stream().map(Problem::asWarning).toList();
    tellOutside();
  }

  private void toolsChanged() {
    rights.chosen(tools.chosen());
    settle();
  }

  private void refused(Problem problem) {
    left("where.tools");
    tellOfDisk(List.of(problem.at("where.tools")));
  }

  private void makePlan(Runnable onward) {
    WhereAnswer where = onDisk();
    desk.background()
        .run(cancellation -> desk.services().survey(where))
        .onSuccess(
            seen -> {
              Checked<Plan> made = planned(seen);
              setLeaving(false);
              tellOfDisk(made.problems());
              if (made instanceof Checked.Good<Plan> good) {
                plan = Optional.of(good.value());
                onward.run();
              }
            })
        .andFinally(() -> setLeaving(false));
  }

  private Checked<Plan> planned(Surroundings seen) {
    Checked<Plan> made = planning.plan(seen);
    existing.set(replace.get() || made.problems().stream().anyMatch(p -> p.key().equals(EXISTS)));
    return made;
  }

  /** The part of the answer that concerns the disk; without secrets. */
  private WhereAnswer onDisk() {
    return new WhereAnswer(
        folder.get(), replace.get(), Optional.empty(), tools.answer(), Optional.empty());
  }

  private void propose(HostName main) {
    upload.propose(main.ascii());
    Optional<Path> home = planning.home();
    if (home.isPresent()) {
      take(home.get().toString());
      return;
    }
    String last = desk.settings().current().preferences().lastFolder();
    desk.background()
        .run(cancellation -> desk.services().proposeFolder(main.ascii(), last))
        .onSuccess(this::take);
  }

  private void take(String better) {
    if (folder.get().equals(proposed)) {
      proposed = better;
      folder.set(better);
      settle();
    }
  }

  private void folderChanged() {
    looking.ifPresent(Background.Running::cancel);
    existing.set(false);
    replace.set(false);
    tellOfDisk(List.of());
    refresh();
  }

  private void uploadChanged() {
    onServerProblems = List.of();
    tellOutside();
    refresh();
  }

  /** Only what the disk alone knows: the rest is checked with each answer, which may change. */
  private void tellOfDisk(List<Problem> problems) {
    List<Problem> known = check();
    onDiskProblems =
        problems.stream()
            .filter(problem -> problem.field().startsWith("where.") && !known.contains(problem))
            .toList();
    tellOutside();
  }

  private void tellOutside() {
    List<Problem> all = new ArrayList<>(onDiskProblems);
    all.addAll(onServerProblems);
    fromOutside(all);
  }
}
