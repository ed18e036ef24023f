package io.github.certwright.wizard.page;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.FileRole;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Sentences;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** "What should the certificate be like?" */
public final class CertificatePage implements Page {
  private final Text text;
  private final CertificateModel model;
  private final Fields fields;
  private final DatePicker ends = new DatePicker();
  private final VBox content;

  public CertificatePage(Text text, CertificateModel model) {
    this.text = text;
    this.model = model;
    fields = new Fields(text, model.shown(), model::left);
    ends.setId("ends");
    ends.setMaxWidth(Double.MAX_VALUE);
    ends.setConverter(dates());
    ends.valueProperty().bindBidirectional(model.endsProperty());
    TextField alias = new TextField();
    alias.setId("alias");
    alias.textProperty().bindBidirectional(model.aliasProperty());
    ComboBox<KeyChoice> key =
        choice(model.keyProperty(), this::keyName, List.of(KeyChoice.values()));
    key.setId("key");
    ComboBox<StoreFormat> format =
        choice(model.formatProperty(), this::formatName, List.of(StoreFormat.values()));
    format.setId("format");
    Field days = field("certificate.days", ends);
    model.endsProperty().subscribe(_ -> days.hint(text.of("certificate.days.text", model.days())));
    Columns grid =
        new Columns(
            16,
            days,
            field("certificate.key", key),
            field("certificate.alias", alias),
            field("certificate.format", format));
    content = Layouts.page(grid, fileNames(), fields.general());
  }

  @Override
  public PageModel model() {
    return model;
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public Node firstFocus() {
    return ends;
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, ends);
  }

  private Node fileNames() {
    return Layouts.panel(
        Sentences.heading(text.of("certificate.files.label")),
        file(FileRole.SERVER_KEYSTORE, "certificate.file.keystore"),
        file(FileRole.CLIENT_STORE, "certificate.file.client"),
        file(FileRole.CLIENT_PASSWORD, "certificate.file.password"),
        file(FileRole.CERTIFICATE, "certificate.file.certificate"),
        file(FileRole.CLIENT_KIT, "certificate.file.kit"));
  }

  private Node file(FileRole role, String reason) {
    Label name = new Label(role.fileName());
    name.getStyleClass().add("file-name");
    GridPane row = new GridPane();
    row.getStyleClass().add("file-row");
    row.add(name, 0, 0);
    row.add(Sentences.hint(text.of(reason)), 1, 0);
    return row;
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

  private StringConverter<LocalDate> dates() {
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
