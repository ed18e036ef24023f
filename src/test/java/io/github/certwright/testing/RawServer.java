package io.github.certwright.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A loopback port that does anything but what it should, and counts what reaches it. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> guests = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  /** What is done with a guest before everything it still sends is read and counted. */
  @FunctionalInterface
  public interface Manner {
    void greet(Socket guest) throws IOException;
  }

  public RawServer(Manner manner) {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> accept(manner));
  }

  /** Reads the first bytes a guest sends and then says this. */
  public static RawServer saying(byte[] answer) {
    return new RawServer(
        guest -> {
          guest.getInputStream().readNBytes(5);
          guest.getOutputStream().write(answer);
          guest.getOutputStream().flush();
        });
  }

  public static RawServer saying(String answer) {
    return saying(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  public static RawServer silent() {
    return new RawServer(guest -> {});
  }

  public static RawServer hangingUp() {
    return new RawServer(Socket::close);
  }

  private void accept(Manner manner) {
    try {
      while (true) {
        Socket guest = listening.accept();
        guests.add(guest);
        threads.execute(() -> serve(guest, manner));
      }
    } catch (IOException | RejectedExecutionException e) {
      threads.shutdown();
    }
  }

  private void serve(Socket guest, Manner manner) {
    try (guest) {
      manner.greet(guest);
      byte[] part = new byte[4096];
      for (int n = guest.getInputStream().read(part);
          n >= 0;
          n = guest.getInputStream().read(part)) {
        synchronized (received) {
          received.write(part, 0, n);
        }
      }
    } catch (IOException e) {
      guests.remove(guest);
    }
  }

  public int port() {
    return listening.getLocalPort();
  }

  public int guests() {
    return guests.size();
  }

  /** Everything received after the greeting. */
  public byte[] received() {
    synchronized (received) {
      return received.toByteArray();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket guest : guests) {
      guest.close();
    }
    threads.close();
  }
}
