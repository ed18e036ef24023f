package io.github.certwright.report;

import io.github.certwright.answers.StoreFormat;
import java.nio.file.Path;
import java.util.List;

/**
 * What a person must still do by hand, in forms that can be copied: console steps and settings
 * lines.
 */
public final class HandSteps {
  private static final int LAST_LATIN1 = 0xff;

  private HandSteps() {}

  /** A step as message key and arguments. */
  public record HandStep(String key, List<Object> args) {
    public HandStep {
      args = List.copyOf(args);
    }
  }

  /** The four steps in Teamwork Cloud Admin when the server keystore was not sent. */
  public static List<HandStep> console(Path serverKeystore, int tlsPort) {
    return List.of(
        new HandStep("report.console.open", List.of()),
        new HandStep("report.console.switch", List.of(tlsPort)),
        new HandStep("report.console.upload", List.of(serverKeystore)),
        new HandStep("report.console.save", List.of()));
  }

  /**
   * The lines of {@code webappplatform.properties} that tell Web Application Platform of TLS. The
   * file is a Java properties file (ISO 8859-1 with {@code \\u} escapes, backslash escapes).
   *
   * @param clientStore where the client file stands, or will stand, on that computer
   * @param passwordPlaceholder what stands in the password's place; never the password
   */
  public static List<String> webApplicationPlatform(
      StoreFormat format, Path clientStore, int tlsPort, String passwordPlaceholder) {
    String type =
        switch (format) {
          case JKS -> "JKS";
          case PKCS12, PKCS12_JAVA8 -> "PKCS12";
        };
    return List.of(
        "twc.client.tls=true",
        "twc.client.keystore.type=" + type,
        "twc.client.keystore.path=" + escaped(clientStore.toString().replace('\\', '/')),
        "twc.client.keystore.password=" + passwordPlaceholder,
        "twc.client.port=" + tlsPort);
  }

  private static String escaped(String value) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || (c > '~' && c <= 0xa0) || c > LAST_LATIN1) {
        line.append(String.format("\\u%04X", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }
}
