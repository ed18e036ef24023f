package io.github.certwright.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that leads every CONNECT to one port here and keeps what it could read. */
public final class ForwardingProxy implements AutoCloseable {
  private final int behind;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
  private final RawServer listening = new RawServer(this::serve);

  /**
   * @param behind port of this computer to which everybody is led
   */
  public ForwardingProxy(int behind) {
    this.behind = behind;
  }

  public int port() {
    return listening.port();
  }

  /** The heads of all requests to the proxy itself. */
  public String asked() {
    return String.join("", asked);
  }

  /** Everything that went through from guests to the port behind, one character a byte. */
  public String passed() {
    synchronized (passed) {
      return passed.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private void serve(Socket guest) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) guest.getInputStream().read());
    }
    asked.add(head.toString());
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      guest.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      Thread back =
          Thread.ofVirtual().start(() -> copy(server, guest, new ByteArrayOutputStream()));
      copy(guest, server, passed);
      server.shutdownInput();
      back.join();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void copy(Socket from, Socket to, ByteArrayOutputStream kept) {
    byte[] part = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        synchronized (kept) {
          kept.write(part, 0, n);
        }
        out.write(part, 0, n);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      kept.writeBytes(new byte[0]);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
