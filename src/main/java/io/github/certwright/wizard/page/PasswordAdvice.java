package io.github.certwright.wizard.page;

import com.nulabinc.zxcvbn.Feedback;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What would make a password better, as message keys of our own; what we cannot say is left out.
 */
final class PasswordAdvice {
  private static final int MOST = 2;

  private PasswordAdvice() {}

  /** At most two sentences, the most important first. */
  static List<String> of(Feedback feedback) {
    Feedback keys = feedback.withResourceBundle(new OwnKeys());
    return Stream.concat(Stream.of(keys.getWarning()), keys.getSuggestions().stream())
        .flatMap(key -> sentence(key).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Optional<String> sentence(String key) {
    return switch (key) {
      case Feedback.EXTRA_SUGGESTIONS_ADD_ANOTHER_WORD -> Optional.of("passwords.advice.word");
      case Feedback.DEFAULT_SUGGESTIONS_USE_FEW_WORDS -> Optional.of("passwords.advice.words");
      case Feedback.DICTIONARY_WARNING_PASSWORDS_TOP10,
          Feedback.DICTIONARY_WARNING_PASSWORDS_TOP100,
          Feedback.DICTIONARY_WARNING_PASSWORDS_VERY_COMMON ->
          Optional.of("passwords.advice.common");
      case Feedback.DICTIONARY_WARNING_PASSWORDS_SIMILAR -> Optional.of("passwords.advice.similar");
      case Feedback.DICTIONARY_WARNING_ENGLISH_WIKIPEDIA_ITSELF ->
          Optional.of("passwords.advice.alone");
      case Feedback.DICTIONARY_WARNING_ETC_NAMES_THEMSELVES,
          Feedback.DICTIONARY_WARNING_ETC_NAMES_COMMON ->
          Optional.of("passwords.advice.name");
      case Feedback.DICTIONARY_SUGGESTIONS_CAPITALIZATION,
          Feedback.DICTIONARY_SUGGESTIONS_ALL_UPPERCASE ->
          Optional.of("passwords.advice.capitals");
      case Feedback.DICTIONARY_SUGGESTIONS_REVERSED -> Optional.of("passwords.advice.reversed");
      case Feedback.DICTIONARY_SUGGESTIONS_L33T -> Optional.of("passwords.advice.swapped");
      case Feedback.SPATIAL_WARNING_STRAIGHT_ROWS_OF_KEYS,
          Feedback.SPATIAL_WARNING_SHORT_KEYBOARD_PATTERNS ->
          Optional.of("passwords.advice.keys");
      case Feedback.REPEAT_WARNING_LIKE_AAA, Feedback.REPEAT_WARNING_LIKE_ABCABCABC ->
          Optional.of("passwords.advice.repeat");
      case Feedback.SEQUENCE_WARNING_LIKE_ABCOR6543 -> Optional.of("passwords.advice.sequence");
      case Feedback.REGEX_WARNING_RECENT_YEARS, Feedback.DATE_WARNING_DATES ->
          Optional.of("passwords.advice.date");
      default -> Optional.empty();
    };
  }

  /** Answers each key with itself, so that the library's own sentences are never seen. */
  private static final class OwnKeys extends ResourceBundle {
    @Override
    protected Object handleGetObject(String key) {
      return key;
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.emptyEnumeration();
    }
  }
}
