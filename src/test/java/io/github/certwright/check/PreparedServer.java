package io.github.certwright.check;

import io.github.certwright.check.TestCertificate.Made;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

/** A server on loopback that does one thing with every connection until it is closed. */
final class PreparedServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Thread thread;

  /** What is done with a connection. */
  interface Manner {
    void answer(Socket connection) throws IOException;
  }

  private PreparedServer(ServerSocket socket, Manner manner) {
    this.socket = socket;
    thread = Thread.ofVirtual().start(() -> serve(manner));
  }

  /** Shows these certificates, whatever they are worth. */
  static PreparedServer tls(Made own, X509Certificate... others) {
    return tls(new String[] {"TLSv1.3", "TLSv1.2"}, own, others);
  }

  static PreparedServer tls(String[] protocols, Made own, X509Certificate... others) {
    X509Certificate[] chain =
        Stream.concat(Stream.of(own.certificate()), Arrays.stream(others))
            .toArray(X509Certificate[]::new);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new OneKey(own.key(), chain)}, null, null);
      SSLServerSocket server =
          (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50, loopback());
      server.setEnabledProtocols(protocols);
      return new PreparedServer(
          server,
          connection -> {
            ((SSLSocket) connection).startHandshake();
            drain(connection);
          });
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers the first bytes with these, then hangs up. */
  static PreparedServer raw(byte[] answer) {
    return raw(
        connection -> {
          if (connection.getInputStream().read() >= 0) {
            connection.getOutputStream().write(answer);
            connection.shutdownOutput();
            drain(connection);
          }
        });
  }

  static PreparedServer raw(Manner manner) {
    try {
      return new PreparedServer(new ServerSocket(0, 50, loopback()), manner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve(Manner manner) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        // Well above the limits of the clients in the tests, so that it is never the server who
        // ends a silence.
        connection.setSoTimeout(10_000);
        manner.answer(connection);
      } catch (IOException _) {
        // The client has seen enough, or the test has ended: both are this server's ordinary life.
      }
    }
  }

  private static void drain(Socket connection) throws IOException {
    connection.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    try {
      thread.join(3000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives out its one key without judging it, as the key managers of Java would. */
  private static final class OneKey extends X509ExtendedKeyManager {
    private final PrivateKey key;
    private final X509Certificate[] chain;

    OneKey(PrivateKey key, X509Certificate[] chain) {
      this.key = key;
      this.chain = chain;
    }

    private String alias(String type) {
      return type.equals(key.getAlgorithm())
              || (type.startsWith("Ed") && key.getAlgorithm().startsWith("Ed"))
          ? "one"
          : null;
    }

    @Override
    public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
      return alias(type);
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return alias(type);
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[] {"one"};
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] type, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }
  }
}
