package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import java.nio.file.Path;
import java.util.Locale;

/** What a person has in hand to set a computer up with. */
public enum SourceKind {
  KIT,
  STORE,
  CERTIFICATE,
  SERVER;

  /** What a file most likely is, going by its name; reading it tells for certain. */
  static SourceKind of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (FileRole.isClientKit(name)) {
      return KIT;
    }
    return name.matches(".*\\.(jks|p12|pfx|keystore|ks|truststore)") ? STORE : CERTIFICATE;
  }
}
