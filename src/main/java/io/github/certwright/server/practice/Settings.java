package io.github.certwright.server.practice;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The TLS settings and the port they open. */
final class Settings implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  private final ExecutorService threads;
  private TlsPort open;
  private boolean enabled;
  private int port = UploadAnswer.DEFAULT_TLS_PORT;
  private String base64 = "";
  private String name = "";

  Settings(ExecutorService threads) {
    this.threads = threads;
  }

  /** Why a change is refused: the status and a sentence for the body. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String sentence) {
      super(sentence);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /** The GET form: the password is never shown. */
  synchronized byte[] json(boolean withKeystore) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      out.writeBooleanProperty("enabled", enabled);
      out.writeNumberProperty("port", port);
      out.writeStringProperty("serverKeystore", withKeystore ? base64 : "");
      out.writeStringProperty("serverKeystoreName", name);
      out.writeStringProperty("serverPass", "");
      out.writeEndObject();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Takes new settings, all or none.
   *
   * @param openPort false leaves the TLS port as it is, as before a restart
   * @param stranger serves instead of the keystore's own key, or null
   */
  synchronized void change(byte[] json, boolean openPort, SSLContext stranger) throws Refusal {
    try (NewSettings wanted = NewSettings.read(json)) {
      if (!wanted.enabled()) {
        closePort();
      } else {
        SSLContext own = context(wanted);
        if (openPort) {
          openPort(wanted.port(), stranger == null ? own : stranger);
        }
      }
      enabled = wanted.enabled();
      port = wanted.port();
      base64 = wanted.base64();
      name = wanted.name();
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Refusal(BAD_REQUEST, "The settings cannot be read.");
    }
  }

  private static SSLContext context(NewSettings wanted) throws Refusal {
    try {
      KeyStore store = KeystoreReader.open(wanted.keystore(), wanted.password());
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return Identity.context(store, wanted.password());
        }
      }
      throw new Refusal(BAD_REQUEST, "The keystore holds no key.");
    } catch (ProblemException | GeneralSecurityException e) {
      throw new Refusal(BAD_REQUEST, "The keystore cannot be opened with this password.");
    }
  }

  private void openPort(int wanted, SSLContext context) throws Refusal {
    try {
      if (open != null && open.port() == wanted) {
        closePort();
      }
      TlsPort next = new TlsPort(wanted, context, threads);
      closePort();
      open = next;
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(CONFLICT, "The port cannot be opened.");
    }
  }

  private void closePort() {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException _) {
      // A socket that could not be closed in order is closed all the same (java.net.Socket#close).
      open = null;
    } finally {
      open = null;
    }
  }

  @Override
  public synchronized void close() {
    closePort();
  }
}
