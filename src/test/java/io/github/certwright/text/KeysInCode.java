package io.github.certwright.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.certwright.testing.Sources;
import io.github.certwright.testing.Sources.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the program's code says about keys.
 *
 * @param literals every whole string literal, with the first place it stands in
 * @param suffixes every literal that is appended to a stem, such as {@code .label}
 * @param begun literals that end with a dot and have something appended, with their places
 * @param fields names of answers, which look like keys and need not be
 * @param calls calls that turn a literal key into a problem, a finding or a sentence
 */
record KeysInCode(
    Map<String, String> literals,
    Set<String> suffixes,
    List<String> begun,
    Set<String> fields,
    List<Call> calls) {

  /**
   * A key on its way to the person.
   *
   * @param arguments how many arguments go with it; -1 when that is known only when it runs
   * @param needsHints whether the person is told a cause and a next step with it
   */
  record Call(String key, int arguments, boolean needsHints, String place) {}

  static KeysInCode read() throws IOException {
    KeysInCode keys =
        new KeysInCode(
            new TreeMap<>(),
            new HashSet<>(),
            new ArrayList<>(),
            new HashSet<>(),
            new ArrayList<>());
    List<Source> sources = Sources.below("main/java");
    Map<String, Integer> takers = takersOfFields(sources);
    for (Source source : sources) {
      source.all(LiteralTree.class).forEach(it -> keys.literal(source, it));
      source.all(BinaryTree.class).forEach(it -> keys.sum(source, it));
      source.all(MethodInvocationTree.class).forEach(it -> keys.call(source, it));
      source.all(MethodInvocationTree.class).forEach(it -> keys.field(it, takers));
      source.all(VariableTree.class).forEach(keys::field);
    }
    return keys;
  }

  /** Whether some code names this key, whole or as a stem with an appended suffix. */
  boolean names(String key) {
    return literals.containsKey(key)
        || suffixes.stream()
            .anyMatch(
                suffix ->
                    key.endsWith(suffix)
                        && literals.containsKey(key.substring(0, key.length() - suffix.length())));
  }

  private void literal(Source source, LiteralTree literal) {
    if (literal.getValue() instanceof String text) {
      literals.putIfAbsent(text, source.at(literal));
    }
  }

  private void sum(Source source, BinaryTree sum) {
    if (sum.getKind() == Tree.Kind.PLUS) {
      textOf(sum.getRightOperand())
          .filter(it -> it.matches("\\.[a-zA-Z]+"))
          .ifPresent(suffixes::add);
      textOf(sum.getLeftOperand())
          .filter(it -> it.matches("[a-z]+(\\.[\\w-]+)+\\."))
          .ifPresent(it -> begun.add(it + " at " + source.at(sum)));
    }
  }

  private void call(Source source, MethodInvocationTree call) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree method)) {
      return;
    }
    String name = method.toString();
    if (name.matches("Problem\\.(of|warning)")) {
      say(source, call, 1, true);
    } else if (name.matches("Finding\\.(green|amber|red)")) {
      say(source, call, 0, !name.endsWith("green"));
    } else if (name.matches("(this\\.)?(text|words)\\.of")) {
      say(source, call, 0, false);
    }
  }

  /** Methods with a parameter that says which answer is meant, and which parameter that is. */
  private static Map<String, Integer> takersOfFields(List<Source> sources) {
    Map<String, Integer> takers = new HashMap<>();
    for (Source source : sources) {
      for (MethodTree method : source.all(MethodTree.class)) {
        for (int i = 0; i < method.getParameters().size(); i++) {
          if (method.getParameters().get(i).getName().toString().matches("field|\\w+Field")) {
            takers.put(method.getName().toString(), i);
          }
        }
      }
    }
    return takers;
  }

  /** A constant that names an answer. */
  private void field(VariableTree constant) {
    if (constant.getName().toString().matches("(\\w+_)?FIELD")
        && constant.getInitializer() != null) {
      textOf(constant.getInitializer()).ifPresent(fields::add);
    }
  }

  private void field(MethodInvocationTree call, Map<String, Integer> takers) {
    String whole = call.getMethodSelect().toString();
    Integer at = takers.get(whole.substring(whole.lastIndexOf('.') + 1));
    if (at != null && at < call.getArguments().size()) {
      textOf(call.getArguments().get(at)).ifPresent(fields::add);
    }
  }

  private void say(Source source, MethodInvocationTree call, int at, boolean needsHints) {
    List<? extends ExpressionTree> given = call.getArguments();
    List<? extends ExpressionTree> args = given.subList(at + 1, given.size());
    boolean counted =
        args.size() != 1 || !args.getFirst().toString().matches("args|places|.*\\.toArray\\(.*");
    textOf(given.get(at))
        .ifPresent(
            key ->
                calls.add(new Call(key, counted ? args.size() : -1, needsHints, source.at(call))));
  }

  private static Optional<String> textOf(Tree tree) {
    return tree instanceof LiteralTree literal && literal.getValue() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
