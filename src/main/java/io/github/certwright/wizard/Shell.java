package io.github.certwright.wizard;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/** The frame around every page. It alone owns back, next, cancel and help. */
public final class Shell {
  private static final PseudoClass STARTING = PseudoClass.getPseudoClass("starting");

  private final Text text;
  private final Dialogs dialogs;
  private final Supplier<Node> start;
  private final Consumer<Runnable> whenIdle;
  private final BorderPane root = new BorderPane();
  private final Header header = new Header();
  private final StackPane holder = new StackPane();
  private final ScrollPane scroll = new ScrollPane(new VBox(header, holder));
  private final FootBar foot;
  private final PopOver help = new PopOver();
  private final ParkedMnemonics mnemonics = new ParkedMnemonics();
  private Optional<Job> job = Optional.empty();

  /**
   * @param start makes what is seen while no job is open
   * @param whenIdle takes what closes the window, once what is seen then has nothing to finish
   */
  public Shell(
      Text text, Look look, Dialogs dialogs, Supplier<Node> start, Consumer<Runnable> whenIdle) {
    this.text = text;
    this.dialogs = dialogs;
    this.start = start;
    this.whenIdle = whenIdle;
    foot = new FootBar(text, look);
    holder.getStyleClass().add("page-holder");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("page-scroll");
    KeepInView.install(scroll);
    root.setCenter(scroll);
    root.setBottom(foot);
    root.getStyleClass().add("shell");
    foot.next().setOnAction(event -> next());
    foot.back().setOnAction(event -> job.ifPresent(open -> open.flow().back()));
    foot.cancel().setOnAction(event -> cancel());
    foot.help().setOnAction(event -> help());
    help.setArrowLocation(ArrowLocation.BOTTOM_LEFT);
    help.setDetachable(false);
    help.setAnimated(false);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
  }

  public Parent root() {
    return root;
  }

  /** Shows what can be done. */
  public void showStart() {
    job = Optional.empty();
    root.setLeft(null);
    foot.fit(new PageButtons("", "", ""));
    foot.reason("");
    header.say(text.of("start.page.title"), text.of("start.page.sentence"));
    header.welcome(true);
    header.notice("");
    root.pseudoClassStateChanged(STARTING, true);
    show(start.get());
  }

  /** Whether no job is open. */
  public boolean atStart() {
    return job.isEmpty();
  }

  /** What happens to a file dropped on the window, if the page seen takes any. */
  public Optional<Consumer<Path>> onDrop() {
    return job.flatMap(open -> current(open).onDrop());
  }

  /** Walks through a job, instead of the one that is open. */
  public void open(Job opened) {
    job.ifPresent(before -> before.closed().run());
    job = Optional.of(opened);
    header.welcome(false);
    header.notice(opened.notice());
    root.pseudoClassStateChanged(STARTING, false);
    List<String> stems = opened.pages().stream().map(page -> page.model().stem()).toList();
    root.setLeft(
        scrolled(new Rail(text, opened.flow(), opened.title(), stems, root.widthProperty())));
    opened.flow().begin();
    for (Page page : opened.pages()) {
      PageModel model = page.model();
      model.blockedProperty().subscribe(_ -> shut(page));
      model.leavingProperty().subscribe(_ -> shut(page));
      model.shown().addListener((ListChangeListener<Problem>) change -> shut(page));
      page.headingFollows().ifPresent(seen -> seen.addListener(_ -> headAgain(page)));
    }
    opened.flow().atProperty().subscribe(_ -> showPage(current(opened)));
  }

  /** Leaves the job after asking; at once where nothing would be lost. */
  public void cancel() {
    if (job.isEmpty()) {
      return;
    }
    Job open = job.get();
    Page page = current(open);
    if (page.ownCancel().isPresent()) {
      page.ownCancel().get().run();
    } else if (!losesAnswers(open)) {
      leave();
    } else {
      dialogs.ask("wizard.leave", "wizard.leave.yes", "wizard.leave.no", this::leave);
    }
  }

  /** Closes the window, after asking where answers would be lost or something runs. */
  public void closing(Runnable close) {
    Optional<Consumer<Runnable>> stopper = job.flatMap(open -> current(open).stopper());
    if (stopper.isPresent()) {
      Runnable stop = () -> stopper.get().accept(close);
      dialogs.ask("wizard.quit.running", "progress.ask.yes", "progress.ask.no", stop);
    } else if (job.filter(Shell::losesAnswers).isPresent()) {
      dialogs.ask("wizard.quit", "wizard.quit.yes", "wizard.quit.no", close);
    } else {
      whenIdle.accept(close);
    }
  }

  /** Wipes what must not outlive the job. */
  public void leave() {
    job.ifPresent(open -> open.closed().run());
    showStart();
  }

  private void next() {
    if (job.isEmpty()) {
      return;
    }
    Job open = job.get();
    if (isLast(open)) {
      leave();
      return;
    }
    Page page = current(open);
    open.flow().next();
    if (page.model().blockedProperty().get() && page.equals(current(open))) {
      focusOnProblem(page);
    }
  }

  private void focusOnProblem(Page page) {
    page.model().shown().stream()
        .filter(Problem::stops)
        .findFirst()
        .ifPresent(problem -> page.focusFor(problem.field()).requestFocus());
  }

  private void showPage(Page page) {
    foot.fit(page.buttons());
    foot.back().setDisable(!job.map(open -> open.flow().mayGoTo(0)).orElse(false));
    head(page);
    show(page.content());
    shut(page);
    Platform.runLater(() -> page.firstFocus().requestFocus());
  }

  private void head(Page page) {
    String stem = page.headingStem();
    header.say(text.of(stem + ".title"), text.of(stem + ".sentence"));
  }

  private void headAgain(Page page) {
    if (job.filter(open -> page.equals(current(open))).isPresent()
        && header.wouldChange(text.of(page.headingStem() + ".title"))) {
      head(page);
      foot.next().requestFocus();
    }
  }

  private void show(Node content) {
    help.hide();
    holder.getChildren().forEach(mnemonics::park);
    holder.getChildren().setAll(content);
    mnemonics.bringBack(content);
    if (job.isEmpty()) {
      mnemonics.clear();
    }
    scroll.setVvalue(0);
  }

  private void shut(Page page) {
    if (job.isEmpty() || !page.equals(current(job.get()))) {
      return;
    }
    PageModel model = page.model();
    boolean blocked = model.blockedProperty().get();
    boolean leaving = model.leavingProperty().get();
    foot.next().setDisable(blocked || leaving);
    if (leaving) {
      foot.moment(text.of(page.momentKey()));
    } else {
      foot.reason(reason(model));
    }
  }

  private String reason(PageModel model) {
    return model.shown().stream()
        .filter(Problem::stops)
        .findFirst()
        .map(problem -> text.problem(problem).what())
        .orElse("");
  }

  private void keys(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && job.isPresent()) {
      event.consume();
      if (foot.cancel().isVisible()) {
        cancel();
      }
    } else if (event.getCode() == KeyCode.F1) {
      event.consume();
      help();
    }
  }

  private void help() {
    if (help.isShowing()) {
      help.hide();
      return;
    }
    String stem = job.map(open -> current(open).model().stem()).orElse("start.page");
    VBox words =
        new VBox(
            Sentences.heading(text.of("wizard.help.title")),
            Sentences.plain(text.of(stem + ".help")));
    words.getStyleClass().add("explanation");
    help.setContentNode(words);
    help.show(foot.help());
  }

  private static Node scrolled(Node rail) {
    ScrollPane pane = new ScrollPane(rail);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    pane.getStyleClass().add("rail-scroll");
    return pane;
  }

  private static Page current(Job open) {
    return open.pages().get(open.flow().atProperty().get());
  }

  private static boolean losesAnswers(Job open) {
    return !isLast(open) && current(open).asksBeforeLeaving();
  }

  private static boolean isLast(Job open) {
    return open.flow().atProperty().get() == open.pages().size() - 1;
  }
}
