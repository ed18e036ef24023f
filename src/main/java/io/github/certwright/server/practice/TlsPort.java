package io.github.certwright.server.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A port on loopback that shakes hands with whoever comes, listens, and answers nothing. */
final class TlsPort implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5000;

  private final ServerSocket listening;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

  /**
   * Opens the port.
   *
   * @throws IOException when it cannot be opened
   */
  TlsPort(int port, SSLContext context, ExecutorService threads) throws IOException {
    listening = Reopening.patiently(() -> listen(port));
    threads.execute(() -> accept(context, threads));
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept(SSLContext context, ExecutorService threads) {
    try {
      while (true) {
        Socket guest = listening.accept();
        guests.add(guest);
        threads.execute(() -> serve(guest, context));
      }
    } catch (IOException | RejectedExecutionException _) {
      // Closing the port ends the waiting for a guest with an exception.
      closed.countDown();
    }
  }

  private void serve(Socket guest, SSLContext context) {
    try (guest;
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(guest, null, true)) {
      guest.setSoTimeout(PATIENCE_MILLIS);
      secure.startHandshake();
      while (secure.getInputStream().read() >= 0) {
        guest.setSoTimeout(PATIENCE_MILLIS);
      }
    } catch (IOException _) {
      // A guest that does not trust this server hangs up in the handshake, as it should.
      guests.remove(guest);
      return;
    }
    guests.remove(guest);
  }

  /**
   * Closes the port and ends every connection. Returns once the port is free: the system frees it
   * only when the thread that waits for guests has let go.
   */
  @Override
  public void close() throws IOException {
    int port = port();
    listening.close();
    for (Socket guest : guests) {
      guest.close();
    }
    try {
      closed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Reopening.untilFree(port);
  }
}
