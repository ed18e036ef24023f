package io.github.certwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.testing.Programs;
import io.github.certwright.testing.Trusted;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The files for many computers are what the programs there read. */
class WorkstationFilesTest {
  private final Trusted root = Trusted.root("Example Root");

  @Test
  void opensslReadsTheCertificate() {
    Programs.Ran ran =
        Programs.run(
            List.of("openssl", "x509", "-noout", "-fingerprint", "-sha256"),
            WorkstationFiles.certificate(root.certificate()));

    assertThat(ran.output()).contains(Fingerprint.of(root.certificate()).withColons());
  }

  @Test
  void firefoxIsGivenTheAuthoritysFileAndNeverAServersOwn() {
    assertThat(strings(WorkstationFiles.firefox(true)))
        .containsExactly(
            "policies",
            "Certificates",
            "ImportEnterpriseRoots",
            "Install",
            WorkstationFiles.CERTIFICATE);
    assertThat(strings(WorkstationFiles.firefox(false)))
        .containsExactly("policies", "Certificates", "ImportEnterpriseRoots");
  }

  /** Names and texts in their order; fails where it is no JSON. */
  private static List<String> strings(byte[] json) {
    List<String> strings = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
          strings.add(parser.getString());
        }
      }
    }
    return strings;
  }

  @Test
  void theProfileForMacsIsWellFormedAndHoldsTheCertificate() throws Exception {
    Document profile = parse(mac("Trust for <Example> & \"friends\""));

    List<String> values = texts(profile, "string");
    assertThat(values)
        .contains("com.apple.security.root", "Configuration", "Trust for <Example> & \"friends\"");
    byte[] der = Base64.getMimeDecoder().decode(texts(profile, "data").getFirst());
    assertThat(der).isEqualTo(root.certificate().getEncoded());
    assertThat(mac("x")).as("the same certificate, the same profile").isEqualTo(mac("x"));
    List<String> identifiers =
        values.stream()
            .filter(it -> it.matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"))
            .toList();
    assertThat(identifiers).hasSize(2).doesNotHaveDuplicates();
  }

  private byte[] mac(String name) {
    return WorkstationFiles.mac(root.certificate(), name, "certwright-1", true);
  }

  private static Document parse(byte[] xml) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    // Apple's document type is on its web site; a test asks nobody there.
    builder.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
    return builder.parse(new ByteArrayInputStream(xml));
  }

  private static List<String> texts(Document document, String element) {
    NodeList nodes = document.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void theGuideTellsHowForEachKindOfComputer() throws Exception {
    String page = page(true);

    assertThat(page)
        .contains("Trusted Root Certification Authorities", "gpupdate /force", "about:policies")
        .contains(WorkstationFiles.MAC, "update-ca-trust", "14 February 2029")
        .contains("CN=Evil &lt;b&gt;")
        .doesNotContain("<script", "server's own certificate, not");
    assertThat(page(false)).contains("server&#39;s own certificate, not an authority&#39;s");
    Optional<String> pictures = Optional.ofNullable(System.getProperty("test.screenshots"));
    if (pictures.isPresent()) {
      Files.writeString(
          Files.createDirectories(Path.of(pictures.get())).resolve("how-to.html"), page);
    }
  }

  private String page(boolean authority) {
    byte[] page =
        new WorkstationGuide(Text.english())
            .page(
                "CN=Evil <b>",
                Fingerprint.of(root.certificate()),
                Instant.parse("2029-02-14T12:00:00Z"),
                authority);
    return new String(page, StandardCharsets.UTF_8);
  }
}
