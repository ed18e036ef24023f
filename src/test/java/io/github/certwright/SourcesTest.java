package io.github.certwright;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.certwright.testing.Sources;
import io.github.certwright.testing.Sources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is expected of every Java file, whatever it does. */
class SourcesTest {
  private static final int CLASS_LINES = 300;
  private static final int METHOD_LINES = 40;

  // Written in two pieces, so that this file does not hold what it looks for.
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");

  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(password|passphrase|secret|token)s?");

  private static List<Source> main;
  private static List<Source> all;

  @BeforeAll
  static void read() throws IOException {
    main = Sources.below("main/java");
    all = Stream.concat(main.stream(), Sources.below("test/java").stream()).toList();
  }

  @Test
  void noFileIsTooLongToReadAtOnce() {
    assertThat(all)
        .filteredOn(it -> it.lines().size() > CLASS_LINES)
        .extracting(it -> it.path().getFileName() + ": " + it.lines().size() + " lines")
        .as("files of more than %d lines", CLASS_LINES)
        .isEmpty();
  }

  @Test
  void noMethodIsTooLongToReadAtOnce() {
    assertThat(
            offenders(
                all,
                MethodTree.class,
                (source, method) ->
                    source.lastLine(method) - source.firstLine(method) >= METHOD_LINES))
        .as("methods of more than %d lines", METHOD_LINES)
        .isEmpty();
  }

  @Test
  void everyRoomSaysWhatLivesThere() throws IOException {
    List<Path> rooms = main.stream().map(it -> it.path().getParent()).distinct().toList();
    List<Path> silent = new ArrayList<>();
    for (Path room : rooms) {
      Path description = room.resolve("package-info.java");
      boolean root = Files.exists(room.resolve("Main.java"));
      if (!root
          && !(Files.exists(description) && Files.readString(description).startsWith("/**"))) {
        silent.add(room.getFileName());
      }
    }

    assertThat(rooms).hasSizeGreaterThan(10);
    assertThat(silent).as("rooms whose package-info.java does not say what they are").isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    List<String> found = new ArrayList<>();
    for (Source source : all) {
      List<String> lines = source.lines();
      for (int i = 0; i < lines.size(); i++) {
        if (UNFINISHED.matcher(lines.get(i)).find()) {
          found.add(source.path().getFileName() + ":" + (i + 1) + " " + lines.get(i).strip());
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void nobodySleepsNotEvenInTests() {
    assertThat(
            offenders(
                all,
                MemberSelectTree.class,
                (source, call) ->
                    call.toString().matches("Thread\\.sleep|TimeUnit\\.\\w+\\.sleep")))
        .as("a test that sleeps is slow when it passes and fails when the machine is busy")
        .isEmpty();
  }

  @Test
  void noTestIsSwitchedOff() {
    assertThat(
            offenders(
                all, AnnotationTree.class, (source, it) -> nameOf(it).matches("Disabled\\w*")))
        .isEmpty();
  }

  @Test
  void warningsAreSilencedOnlyWithAReasonAbove() {
    assertThat(
            offenders(
                all,
                AnnotationTree.class,
                (source, it) -> nameOf(it).equals("SuppressWarnings") && !isCommented(source, it)))
        .isEmpty();
  }

  @Test
  void passwordsAreNeverStrings() {
    assertThat(
            offenders(
                main,
                VariableTree.class,
                (source, it) ->
                    SECRET_NAME.matcher(it.getName()).matches()
                        && isText(it.getType())
                        && !isConstant(it.getModifiers())))
        .as("a String cannot be wiped, and prints itself wherever it is logged")
        .isEmpty();
  }

  private static String nameOf(AnnotationTree annotation) {
    return annotation.getAnnotationType().toString();
  }

  private static boolean isCommented(Source source, Tree annotation) {
    long line = source.firstLine(annotation);
    return line > 1 && source.lines().get((int) line - 2).strip().matches("(//|\\*).*");
  }

  private static boolean isText(Tree type) {
    return type != null
        && type.toString().matches("(Optional<|List<|Supplier<)?String>?(\\.\\.\\.)?");
  }

  private static boolean isConstant(ModifiersTree modifiers) {
    return modifiers.getFlags().containsAll(List.of(Modifier.STATIC, Modifier.FINAL));
  }

  private static <T extends Tree> List<String> offenders(
      List<Source> sources, Class<T> kind, BiPredicate<Source, T> offends) {
    List<String> found = new ArrayList<>();
    for (Source source : sources) {
      for (T tree : source.all(kind)) {
        if (offends.test(source, tree)) {
          found.add(
              source.at(tree)
                  + " "
                  + (tree instanceof MethodTree method ? method.getName() : tree));
        }
      }
    }
    return found;
  }
}
