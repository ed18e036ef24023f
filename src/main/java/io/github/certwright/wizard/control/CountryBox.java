package io.github.certwright.wizard.control;

import io.github.certwright.answers.Countries;
import io.github.certwright.text.Text;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;

/** Countries by name, found by typing; what is kept is the code of ISO 3166. */
public final class CountryBox extends SearchableComboBox<String> {

  /**
   * @param country the code, or empty for none
   */
  public CountryBox(Text text, StringProperty country) {
    Locale locale = text.locale();
    Map<String, String> names =
        Countries.codes().stream()
            .collect(
                Collectors.toMap(
                    code -> code, code -> Locale.of("", code).getDisplayCountry(locale)));
    List<String> codes = new ArrayList<>(names.keySet());
    codes.sort(Comparator.comparing(names::get, Collator.getInstance(locale)));
    codes.addFirst("");
    getItems().setAll(codes);
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String code) {
            return code == null || code.isEmpty()
                ? text.of("organisation.country.none")
                : names.getOrDefault(code, code) + " (" + code + ")";
          }

          @Override
          public String fromString(String name) {
            return name;
          }
        });
    setMaxWidth(Double.MAX_VALUE);
    valueProperty().bindBidirectional(country);
  }
}
