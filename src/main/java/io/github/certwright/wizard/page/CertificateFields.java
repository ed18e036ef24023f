package io.github.certwright.wizard.page;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/** The fields that say what a certificate, its key and its keystore are like. */
final class CertificateFields {
  private final Text text;
  private final Fields fields;

  CertificateFields(Text text, Fields fields) {
    this.text = text;
    this.fields = fields;
  }

  /**
   * The last day.
   *
   * @param days from today to that day
   */
  Field ends(DatePicker ends, ObjectProperty<LocalDate> value, IntSupplier days) {
    return ends("certificate.days", ends, value, days);
  }

  /**
   * The same for another certificate than a server's.
   *
   * @param stem message stem and field; {@code .text} tells the days
   */
  Field ends(String stem, DatePicker ends, ObjectProperty<LocalDate> value, IntSupplier days) {
    ends.setId("ends");
    ends.setMaxWidth(Double.MAX_VALUE);
    ends.setConverter(dates(ends));
    ends.valueProperty().bindBidirectional(value);
    Field field = field(stem, ends);
    value.subscribe(_ -> field.hint(text.of(stem + ".text", days.getAsInt())));
    return field;
  }

  Field key(ObjectProperty<KeyChoice> value) {
    return key("certificate.key", value, List.of(KeyChoice.values()));
  }

  /**
   * The kind of key.
   *
   * @param stem message stem and field
   * @param all what can be chosen
   */
  Field key(String stem, ObjectProperty<KeyChoice> value, List<KeyChoice> all) {
    ComboBox<KeyChoice> key = choice(value, this::keyName, all);
    key.setId("key");
    return field(stem, key);
  }

  Field alias(StringProperty value) {
    TextField alias = new TextField();
    alias.setId("alias");
    alias.textProperty().bindBidirectional(value);
    return field("certificate.alias", alias);
  }

  Field format(ObjectProperty<StoreFormat> value) {
    ComboBox<StoreFormat> format = choice(value, this::formatName, List.of(StoreFormat.values()));
    format.setId("format");
    return field("certificate.format", format);
  }

  private Field field(String stem, Node control) {
    return fields.add(stem, new Field(text, stem, control));
  }

  private String keyName(KeyChoice key) {
    return switch (key) {
      case RSA2048 -> text.of("certificate.key.rsa2048");
      case RSA3072 -> text.of("certificate.key.rsa3072");
      case RSA4096 -> text.of("certificate.key.rsa4096");
      case EC256 -> text.of("certificate.key.ec256");
      case EC384 -> text.of("certificate.key.ec384");
    };
  }

  private String formatName(StoreFormat format) {
    return switch (format) {
      case JKS -> text.of("certificate.format.jks");
      case PKCS12 -> text.of("certificate.format.pkcs12");
      case PKCS12_JAVA8 -> text.of("certificate.format.java8");
    };
  }

  private StringConverter<LocalDate> dates(DatePicker ends) {
    StringConverter<LocalDate> typed = ends.getConverter();
    return new StringConverter<>() {
      @Override
      public String toString(LocalDate date) {
        return date == null ? "" : text.date(date);
      }

      @Override
      public LocalDate fromString(String words) {
        return typed.fromString(words);
      }
    };
  }

  private static <T> ComboBox<T> choice(
      ObjectProperty<T> value, Function<T, String> name, List<T> all) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(all);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T choice) {
            return choice == null ? "" : name.apply(choice);
          }

          @Override
          public T fromString(String words) {
            return value.get();
          }
        });
    box.valueProperty().bindBidirectional(value);
    return box;
  }
}
