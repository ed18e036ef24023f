package io.github.certwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.text.KeysInCode.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every sentence that the code asks for is there, and every sentence that is there is asked for.
 */
class BundlesTest {
  private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(\\.[a-zA-Z0-9][\\w-]*)+");
  private static final Pattern FILE_NAME =
      Pattern.compile(
          ".*\\.(cer|crt|css|csr|html|ico|ics|jks|json|key|lock|p12|pass|pem|png|svg|txt|xml|zip)");
  private static final Pattern NOT_FOR_PEOPLE =
      Pattern.compile("[A-Z]\\w+(Exception|Error)\\b|(?i)invalid (input|value)|\\bnull\\b");

  private static Bundles bundles;
  private static KeysInCode code;

  @BeforeAll
  static void read() throws IOException {
    bundles = Bundles.read();
    code = KeysInCode.read();
  }

  @Test
  void everyBundleIsLoaded() {
    assertThat(bundles.files()).containsExactlyInAnyOrderElementsOf(Text.BUNDLES);
  }

  @Test
  void noKeyStandsTwice() {
    assertThat(bundles.twice()).isEmpty();
  }

  @Test
  void everyKeyThatTheCodeNamesHasItsSentence() {
    Set<String> rooms =
        bundles.patterns().keySet().stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toSet());
    Stream<String> byLook =
        code.literals().keySet().stream()
            .filter(it -> KEY.matcher(it).matches() && !FILE_NAME.matcher(it).matches())
            .filter(it -> rooms.contains(it.substring(0, it.indexOf('.'))))
            .filter(it -> !code.fields().contains(it))
            .filter(it -> !hasKeysBelow(it))
            .map(it -> it + " at " + code.literals().get(it));
    Stream<String> byUse =
        code.calls().stream()
            .filter(it -> !bundles.patterns().containsKey(it.key()))
            .map(it -> it.key() + " at " + it.place());

    assertThat(Stream.concat(byLook, byUse).distinct().sorted().toList())
        .as("keys in the code without a sentence")
        .isEmpty();
  }

  @Test
  void everySentenceIsSaidSomewhere() {
    assertThat(bundles.patterns().keySet())
        .filteredOn(key -> !code.names(key) && !(isHint(key) && code.names(stem(key))))
        .as("sentences that no code asks for")
        .isEmpty();
  }

  @Test
  void noKeyIsGluedTogether() {
    assertThat(code.begun())
        .filteredOn(it -> hasKeysBelow(it.substring(0, it.indexOf(". at "))))
        .as("a key in pieces is found neither by this test nor by a reader who searches for it")
        .isEmpty();
  }

  @Test
  void everyProblemSaysWhyAndWhatToDoNow() {
    Set<String> keys = new TreeSet<>();
    code.calls().stream().filter(Call::needsHints).map(Call::key).forEach(keys::add);
    for (String key : bundles.patterns().keySet()) {
      if (isHint(key) && !isSaidAlone(key)) {
        keys.add(stem(key));
      } else if (key.matches(".*\\.(problem|warning)\\..*") && !isSaidAlone(key)) {
        keys.add(key);
      }
    }
    List<String> missing =
        keys.stream()
            .flatMap(key -> Stream.of(key, key + ".why", key + ".next"))
            .filter(key -> bundles.patterns().getOrDefault(key, "").isBlank())
            .toList();

    assertThat(keys).hasSizeGreaterThan(100);
    assertThat(missing).as("parts of problems that are not there").isEmpty();
  }

  @Test
  void everyPatternCanBeFilled() {
    List<String> wrong = new ArrayList<>();
    bundles
        .patterns()
        .forEach(
            (key, pattern) -> {
              try {
                Object[] args = Arrays.copyOf(new Object[0], 10);
                Arrays.fill(args, 1);
                if (Bundles.format(pattern).format(args).isBlank()) {
                  wrong.add(key + " says nothing");
                }
              } catch (IllegalArgumentException e) {
                wrong.add(key + ": " + e.getMessage());
              }
            });

    assertThat(wrong).isEmpty();
  }

  @Test
  void argumentsAreNumberedWithoutGaps() {
    List<String> wrong = new ArrayList<>();
    for (String key : bundles.patterns().keySet()) {
      if (!isHint(key)) {
        IntStream.range(0, bundles.arguments(key))
            .filter(index -> !family(key).contains("{" + index))
            .forEach(index -> wrong.add(key + " does not use {" + index + "}"));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everySentenceGetsTheArgumentsItAsksFor() {
    assertThat(code.calls())
        .filteredOn(it -> it.arguments() >= 0 && it.arguments() < bundles.arguments(it.key()))
        .extracting(
            it ->
                "%s at %s gives %d of %d"
                    .formatted(it.key(), it.place(), it.arguments(), bundles.arguments(it.key())))
        .isEmpty();
  }

  @Test
  void sentencesAreForPeople() {
    assertThat(bundles.patterns().entrySet())
        .filteredOn(it -> NOT_FOR_PEOPLE.matcher(it.getValue()).find())
        .isEmpty();
  }

  private static boolean hasKeysBelow(String stem) {
    return bundles.patterns().containsKey(stem)
        || bundles.patterns().keySet().stream().anyMatch(key -> key.startsWith(stem + "."));
  }

  private static boolean isSaidAlone(String key) {
    return code.calls().stream().anyMatch(it -> it.key().equals(key) && !it.needsHints());
  }

  private static boolean isHint(String key) {
    return key.endsWith(".why") || key.endsWith(".next");
  }

  private static String stem(String key) {
    return key.substring(0, key.lastIndexOf('.'));
  }

  private static String family(String key) {
    return Stream.of(key, key + ".why", key + ".next")
        .map(it -> bundles.patterns().getOrDefault(it, ""))
        .collect(Collectors.joining(" "));
  }
}
