package io.github.certwright.install;

import java.util.List;
import java.util.Optional;

/**
 * The modeling tools by the names they use on the disk; the property-file stems are those of {@code
 * bin/<stem>.properties}, the folders those of the per-user configuration.
 */
enum Product {
  SYSTEMS_MODELER("Cameo Systems Modeler", "csm", "cameo.systems.modeler"),
  ENTERPRISE_ARCHITECTURE("Cameo Enterprise Architecture", "cameoea,cea", "cameoea"),
  SYSTEMS_OF_SYSTEMS(
      "Magic Systems of Systems Architect", "msosa", "magic.systems.of.systems.architect"),
  CYBER_SYSTEMS("Magic Cyber-Systems Engineer", "mcse", "magic.cyber.systems.engineer"),
  MAGICDRAW("MagicDraw", "magicdraw,mduml", "magicdraw");

  private final String title;
  private final String stems;
  private final String folders;

  Product(String title, String stems, String folders) {
    this.title = title;
    this.stems = stems;
    this.folders = folders;
  }

  String title() {
    return title;
  }

  List<String> stems() {
    return List.of(stems.split(","));
  }

  /** Names of the per-user configuration folder, without the leading dot. */
  List<String> configurationFolders() {
    return List.of(folders.split(","));
  }

  static Optional<Product> titled(String title) {
    for (Product product : values()) {
      if (product.title.equals(title)) {
        return Optional.of(product);
      }
    }
    return Optional.empty();
  }
}
