package io.github.certwright.trust;

import io.github.certwright.files.Machine;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trust stores of this computer.
 *
 * @param all those that may be here, and those asked for by name, each once
 * @param notes what was passed over and why, as warnings
 */
public record TrustStores(List<TrustStore> all, List<Problem> notes) {
  /** The field of the answer that chooses stores. */
  public static final String FIELD = "trust.store";

  public TrustStores {
    all = List.copyOf(all);
    notes = List.copyOf(notes);
  }

  /**
   * Those that are here, also the ones that cannot be used as they are.
   *
   * @param javaPassword of {@code cacerts} files, which the caller closes; empty for Java's default
   */
  public static TrustStores find(TrustTools tools, Secret javaPassword) {
    List<Problem> notes = new ArrayList<>();
    List<TrustStore> here = new ArrayList<>();
    for (TrustStore store : candidates(tools, javaPassword, notes)) {
      if (!(store.look() instanceof StoreLook.NotHere)) {
        here.add(store);
      }
    }
    return new TrustStores(here, notes);
  }

  /**
   * Those that names mean: {@code debian}, {@code firefox}, {@code browsers}, {@code
   * java:/opt/java/lib/security/cacerts}, {@code firefox:/home/me/profile}.
   *
   * @return with a problem in the notes, which stops, for each name that means none
   */
  public static TrustStores named(TrustTools tools, List<String> names, Secret javaPassword) {
    List<Problem> all = new ArrayList<>();
    List<TrustStore> candidates = candidates(tools, javaPassword, all);
    List<Problem> notes = new ArrayList<>(all.stream().filter(it -> about(it, names)).toList());
    Map<StoreName, TrustStore> chosen = new LinkedHashMap<>();
    for (String name : names) {
      List<TrustStore> meant =
          candidates.stream().filter(store -> store.name().answersTo(name)).toList();
      List<TrustStore> here =
          meant.stream().filter(store -> !(store.look() instanceof StoreLook.NotHere)).toList();
      Optional<TrustStore> placed = placed(tools, name, javaPassword);
      if (!here.isEmpty()) {
        here.forEach(store -> chosen.put(store.name(), store));
      } else if (placed.isPresent()) {
        chosen.putIfAbsent(placed.get().name(), placed.get());
      } else {
        notes.add(missing(name, meant));
      }
    }
    return new TrustStores(List.copyOf(chosen.values()), notes);
  }

  /** Whether somebody who asked for these stores wants to know. */
  private static boolean about(Problem note, List<String> names) {
    boolean java = note.key().startsWith("trust.java");
    return names.stream()
        .filter(name -> !name.contains(":"))
        .map(StoreKind.Group::meantBy)
        .anyMatch(group -> group.isPresent() && (group.get() == StoreKind.Group.JAVA) == java);
  }

  private static Problem missing(String name, List<TrustStore> meant) {
    if (meant.size() == 1 && meant.getFirst().look() instanceof StoreLook.NotHere(Problem why)) {
      return why.at(FIELD);
    }
    return StoreKind.read(name).isPresent() || StoreKind.Group.meantBy(name).isPresent()
        ? Problem.of(FIELD, "trust.store.problem.none-here", name)
        : Problem.of(FIELD, "trust.store.problem.unknown", name);
  }

  /** A store whose place was given with its name, wherever it is. */
  private static Optional<TrustStore> placed(TrustTools tools, String name, Secret javaPassword) {
    int colon = name.indexOf(':');
    Optional<StoreKind> kind =
        colon < 0 ? Optional.empty() : StoreKind.read(name.substring(0, colon));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path place =
          tools.machine().files().getPath(name.substring(colon + 1)).toAbsolutePath().normalize();
      return switch (kind.get()) {
        case JAVA -> Optional.of(new JavaStore(tools, place, javaPassword));
        case FIREFOX, CHROMIUM -> Optional.of(new NssStore(tools, kind.get(), place));
        case WINDOWS_MACHINE, WINDOWS_USER, MAC_SYSTEM, MAC_USER, DEBIAN, REDHAT, ARCH, SUSE ->
            Optional.empty();
      };
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static List<TrustStore> candidates(
      TrustTools tools, Secret javaPassword, List<Problem> notes) {
    List<TrustStore> all = new ArrayList<>();
    all.add(WindowsStore.machine(tools));
    all.add(WindowsStore.user(tools));
    all.add(MacStore.system(tools));
    all.add(MacStore.user(tools));
    all.add(new DebianStore(tools));
    all.add(new RedHatStore(tools));
    all.add(new ArchStore(tools));
    all.add(new SuseStore(tools));
    NssDatabases nss = NssDatabases.of(tools);
    all.addAll(nss.stores());
    notes.addAll(nss.notes());
    java(tools.machine(), notes).ifPresent(f -> all.add(new JavaStore(tools, f, javaPassword)));
    return all;
  }

  private static Optional<Path> java(Machine machine, List<Problem> notes) {
    Optional<String> named = machine.variable("JAVA_HOME");
    Optional<Path> file = machine.folder("JAVA_HOME").flatMap(JavaStore::below);
    if (named.isEmpty()) {
      notes.add(Problem.warning("", "trust.java.warning.no-home"));
    } else if (file.isEmpty()) {
      notes.add(Problem.warning("", "trust.java.warning.broken-home", named.get()));
    }
    return file;
  }
}
