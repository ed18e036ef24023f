package io.github.certwright.report;

import io.github.certwright.answers.Visible;
import io.github.certwright.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds a page from sentences whose arguments may be hostile: every text is escaped, characters
 * that change how others are shown appear as their code points, and each argument keeps its own
 * direction of writing.
 */
final class Html {
  // Two private-use characters hold an argument's place until the sentence round it is escaped.
  private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE001");

  private final StringBuilder page = new StringBuilder();
  private final Text text;

  Html(Text text) {
    this.text = text;
  }

  /** Adds markup of the program's own. */
  Html raw(String markup) {
    page.append(markup);
    return this;
  }

  /** Adds an element holding a sentence of the bundles. */
  Html say(String element, String key, Object... args) {
    return raw("<" + element + ">").raw(sentence(key, args)).raw(end(element));
  }

  /** Adds an element holding a text from outside. */
  Html show(String element, Object value) {
    return raw("<" + element + ">").raw(escape(String.valueOf(value))).raw(end(element));
  }

  /** A sentence as markup, its arguments isolated (HTML Standard 4.5.24, the bdi element). */
  String sentence(String key, Object... args) {
    Object[] places = args.clone();
    List<String> isolated = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      places[i] =
          args[i] instanceof Collection<?> many
              ? many.stream().map(one -> place(one, isolated)).toList()
              : place(args[i], isolated);
    }
    Matcher matcher = PLACE.matcher(escapeMarkup(text.of(key, places)));
    return matcher.replaceAll(
        place -> Matcher.quoteReplacement(isolated.get(Integer.parseInt(place.group(1)))));
  }

  private static Object place(Object arg, List<String> isolated) {
    if (!(arg instanceof CharSequence) && !(arg instanceof Path)) {
      return arg;
    }
    isolated.add("<bdi>" + escape(arg.toString()) + "</bdi>");
    return "\uE000" + (isolated.size() - 1) + "\uE001";
  }

  /** A text as markup; control, format and unpaired characters appear as {@code U+202E}. */
  static String escape(String value) {
    StringBuilder out = new StringBuilder();
    value
        .codePoints()
        .forEach(
            point -> {
              if (harmless(point)) {
                out.append(escapeMarkup(Character.toString(point)));
              } else {
                out.append("<span class=\"point\">U+%04X</span>".formatted(point));
              }
            });
    return out.toString();
  }

  /** The same without elements, for a page's title, where no element may stand. */
  static String plain(String value) {
    return escapeMarkup(Visible.text(value));
  }

  private static boolean harmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String escapeMarkup(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String end(String element) {
    int space = element.indexOf(' ');
    return "</" + (space < 0 ? element : element.substring(0, space)) + ">\n";
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
