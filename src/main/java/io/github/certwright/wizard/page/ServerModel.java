package io.github.certwright.wizard.page;

import io.github.certwright.answers.Checks;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.HostNames;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.tls.LocalNames;
import io.github.certwright.tls.Reachability;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The names by which people reach the server; what is typed counts even before it is added. */
public final class ServerModel extends PageModel {
  static final String NAME = "server.name";

  private final Desk desk;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final ObservableList<String> suggestions = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<HostName>> recognised =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Sight> sight =
      new ReadOnlyObjectWrapper<>(new Sight.Nothing());
  private LocalNames local = new LocalNames("", "", List.of());
  private Optional<Background.Running<Reachability>> looking = Optional.empty();

  public ServerModel(Desk desk) {
    super("server.page");
    this.desk = desk;
    typed.subscribe(_ -> changed());
    names.addListener((ListChangeListener<String>) change -> changed());
  }

  /** What is in the field. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** The names added so far, the main one first. */
  public ObservableList<String> names() {
    return names;
  }

  /** Names that probably belong in as well. */
  public ObservableList<String> suggestions() {
    return suggestions;
  }

  /** What the typed text is, once it is a name or an address. */
  public ObjectProperty<Optional<HostName>> recognisedProperty() {
    return recognised;
  }

  /** What was seen of the main name on the network. */
  public ReadOnlyObjectProperty<Sight> sightProperty() {
    return sight.getReadOnlyProperty();
  }

  public ServerAnswer answer() {
    List<String> all = new ArrayList<>(names);
    if (!typed.get().isBlank() || all.isEmpty()) {
      all.add(typed.get());
    }
    return new ServerAnswer(all.getFirst(), all.subList(1, all.size()));
  }

  /** The main name, once it is one. */
  public Optional<HostName> main() {
    return read(answer().name());
  }

  /** Moves what is typed into the list; a text with several names is taken apart. */
  public void add() {
    List<String> parts = List.of(typed.get().strip().split("[\\s,;]+", -1));
    for (String part : parts) {
      if (read(part).isEmpty()) {
        typed.set(part);
        left(NAME);
        return;
      }
      add(part);
    }
    typed.set("");
  }

  /** Adds one of the suggestions, after what is typed. */
  public void accept(String suggestion) {
    if (!typed.get().isBlank()) {
      add();
    }
    if (typed.get().isBlank()) {
      add(suggestion);
    }
  }

  public void remove(String name) {
    names.remove(name);
  }

  /** Looks at the network for the main name; called when typing pauses. */
  public void settle() {
    Optional<HostName> main = main();
    if (main.isEmpty() || (main.get() instanceof HostName.Dns dns && dns.wildcard())) {
      stopLooking();
      sight.set(new Sight.Nothing());
      return;
    }
    HostName name = main.get();
    if (sight.get().isAbout(name)) {
      return;
    }
    stopLooking();
    sight.set(new Sight.Looking(name));
    looking =
        Optional.of(
            desk.background()
                .run(cancellation -> desk.services().reach(name, cancellation))
                .onSuccess(reach -> sight.set(new Sight.Seen(name, reach))));
  }

  @Override
  public void entered() {
    desk.background()
        .run(cancellation -> desk.services().localNames())
        .onSuccess(
            known -> {
              local = known;
              suggest();
            });
  }

  @Override
  protected List<Problem> check() {
    return Checks.server(answer()).stream().map(problem -> problem.at(NAME)).distinct().toList();
  }

  private void add(String part) {
    String name = part.strip();
    if (!name.isEmpty() && !names.contains(name)) {
      names.add(name);
    }
  }

  private void stopLooking() {
    looking.ifPresent(Background.Running::cancel);
    looking = Optional.empty();
  }

  private void changed() {
    recognised.set(read(typed.get()));
    if (!main().map(sight.get()::isAbout).orElse(false)) {
      stopLooking();
      sight.set(new Sight.Nothing());
    }
    suggest();
    refresh();
  }

  private void suggest() {
    Set<String> better = new LinkedHashSet<>();
    main()
        .ifPresent(
            main -> {
              if (main instanceof HostName.Dns dns && !dns.wildcard()) {
                better.add(dns.shortName());
              }
              if (local.isThisComputer(main.ascii())) {
                better.add(local.hostName());
                better.add(local.fullName());
                local.addresses().stream()
                    .flatMap(address -> read(address).stream())
                    .forEach(address -> better.add(address.ascii()));
              }
            });
    better.remove("");
    better.removeIf(this::answered);
    if (!suggestions.equals(List.copyOf(better))) {
      suggestions.setAll(better);
    }
  }

  private boolean answered(String name) {
    return names.contains(name) || name.equalsIgnoreCase(typed.get().strip());
  }

  private static Optional<HostName> read(String text) {
    return switch (HostNames.read(NAME, text)) {
      case Checked.Good<HostName> good -> Optional.of(good.value());
      case Checked.Bad<HostName> bad -> Optional.empty();
    };
  }

  /** What is known of a name on the network. */
  public sealed interface Sight {
    /** Whether it is about this name. */
    default boolean isAbout(HostName other) {
      return switch (this) {
        case Nothing() -> false;
        case Looking(HostName name) -> name.equals(other);
        case Seen(HostName name, Reachability reach) -> name.equals(other);
      };
    }

    /** Nobody looked. */
    record Nothing() implements Sight {}

    /** Somebody is looking. */
    record Looking(HostName name) implements Sight {}

    /** Somebody has looked. */
    record Seen(HostName name, Reachability reach) implements Sight {}
  }
}
