package io.github.certwright.testing;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A page on loopback, behind a certificate. */
public final class HttpsPage implements AutoCloseable {
  /** What stands on the page. */
  public static final String TEXT = "the page behind the certificate";

  private final HttpsServer server;

  private HttpsPage(HttpsServer server) {
    this.server = server;
  }

  /**
   * Serves it until it is closed.
   *
   * @param shown the server's certificate and key
   * @param more what is sent with it
   */
  public static HttpsPage serve(Trusted shown, Trusted... more) {
    try {
      char[] none = "pretend".toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      X509Certificate[] chain =
          Stream.concat(Stream.of(shown), Arrays.stream(more))
              .map(Trusted::certificate)
              .toArray(X509Certificate[]::new);
      store.setKeyEntry("x", shown.key(), none, chain);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, none);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      server.createContext(
          "/",
          exchange -> {
            byte[] body =
                ("<!DOCTYPE html><title>x</title><p>" + TEXT).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return new HttpsPage(server);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "https://localhost:" + port() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
