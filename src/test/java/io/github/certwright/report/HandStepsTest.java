package io.github.certwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.StoreFormat;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class HandStepsTest {

  @Test
  void settingsLinesAreReadBackByJavaAsTheyWereMeant() throws IOException {
    Path store = Path.of("/srv/Zertifikate für Köln/証明/cert.jks");
    Properties read = new Properties();
    read.load(
        new StringReader(
            String.join(
                "\n",
                HandSteps.webApplicationPlatform(
                    StoreFormat.PKCS12_JAVA8, store, 10443, "********"))));
    assertThat(read)
        .containsEntry("twc.client.tls", "true")
        .containsEntry("twc.client.keystore.type", "PKCS12")
        .containsEntry("twc.client.keystore.path", store.toString())
        .containsEntry("twc.client.keystore.password", "********")
        .containsEntry("twc.client.port", "10443");
  }

  @Test
  void foldersOfWindowsKeepTheirSeparators() {
    assertThat(
            HandSteps.webApplicationPlatform(
                StoreFormat.JKS, Path.of("C:\\Program Files\\certs\\cert.jks"), 10002, ""))
        .contains("twc.client.keystore.path=C:/Program Files/certs/cert.jks");
  }

  @Test
  void theConsoleTakesFourSteps() {
    assertThat(HandSteps.console(Path.of("KeyStore.jks"), 10002)).hasSize(4);
  }
}
