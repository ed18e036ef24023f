package io.github.certwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.testing.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ThirdPartyTest {
  private final Path top = Sources.folder().resolveSibling("");

  @Test
  void everyShippedLibraryIsListedWithItsVersionPropertyAndLicence() throws Exception {
    List<String> listed =
        Files.readString(top.resolve("packaging/third-party.md"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.replaceAll("\\| `([^`]+)`[^|]*\\| `([^`]+)` \\|.*", "$1 $2"))
            .toList();

    assertThat(listed).containsExactlyInAnyOrderElementsOf(shipped());
  }

  /** Name and version property of what {@code pom.xml} gives to the running program. */
  private List<String> shipped() throws Exception {
    NodeList dependencies =
        ((Element)
                DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(top.resolve("pom.xml").toFile())
                    .getElementsByTagName("dependencies")
                    .item(0))
            .getElementsByTagName("dependency");
    List<String> shipped = new ArrayList<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (dependency.getElementsByTagName("scope").getLength() == 0) {
        String version = text(dependency, "version");
        shipped.add(
            text(dependency, "artifactId") + " " + version.substring(2, version.length() - 1));
      }
    }
    return shipped;
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }
}
