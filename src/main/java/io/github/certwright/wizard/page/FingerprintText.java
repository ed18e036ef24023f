package io.github.certwright.wizard.page;

import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.control.Sentences;
import javafx.scene.control.Label;

/** A fingerprint in blocks that can be read out on the telephone: four lines of eight bytes. */
final class FingerprintText {
  private static final int LINE = 8;

  private FingerprintText() {}

  static Label of(Fingerprint fingerprint) {
    String[] bytes = fingerprint.withColons().split(":", -1);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      words.append(bytes[i]);
      if (i < bytes.length - 1) {
        words.append((i + 1) % LINE == 0 ? "\n" : " ");
      }
    }
    Label label = Sentences.plain(words.toString());
    label.getStyleClass().addAll("monospaced", "fingerprint");
    label.setAccessibleText(fingerprint.withColons());
    return label;
  }
}
