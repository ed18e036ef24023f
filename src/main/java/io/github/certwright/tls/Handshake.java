package io.github.certwright.tls;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * Drives one TLS handshake over a non-blocking channel, so that neither a silent nor a dripping
 * server can hold it longer than agreed, and so that it can be cancelled. Sends no application
 * data; says goodbye and leaves closing the channel to the caller.
 */
final class Handshake {
  private static final long LOOK_UP_MILLIS = 50;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Target target;
  private final SSLEngine engine;
  private final SocketChannel channel;
  private final BooleanSupplier cancelled;
  private final FirstRecord first = new FirstRecord();
  private final ByteBuffer in;
  private final ByteBuffer out;
  private final ByteBuffer application;

  Handshake(Target target, SSLEngine engine, SocketChannel channel, BooleanSupplier cancelled) {
    this.target = target;
    this.engine = engine;
    this.channel = channel;
    this.cancelled = cancelled;
    in = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    application = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
  }

  /**
   * The session agreed on.
   *
   * @throws SSLException when this side refused what the server showed
   * @throws ProblemException for everything else that can go wrong
   */
  SSLSession run(Deadline deadline) throws SSLException, ProblemException {
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_READ);
      engine.beginHandshake();
      shake(selector, deadline);
      SSLSession session = engine.getSession();
      engine.closeOutbound();
      wrap(selector, deadline);
      return session;
    } catch (ClosedByInterruptException _) {
      throw target.cancelled();
    } catch (SSLException e) {
      ProblemException unknown = target.handshakeFailed(e);
      ProblemException known = explain(unknown);
      if (known == unknown) {
        throw e;
      }
      throw known;
    } catch (IOException e) {
      throw target.closed(e);
    }
  }

  private void shake(Selector selector, Deadline deadline) throws IOException, ProblemException {
    while (true) {
      switch (engine.getHandshakeStatus()) {
        case NEED_WRAP -> wrap(selector, deadline);
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap(selector, deadline);
        case NEED_TASK -> engine.getDelegatedTask().run();
        case FINISHED, NOT_HANDSHAKING -> {
          return;
        }
      }
    }
  }

  private void wrap(Selector selector, Deadline deadline) throws IOException, ProblemException {
    out.clear();
    engine.wrap(NOTHING, out);
    out.flip();
    while (out.hasRemaining()) {
      if (channel.write(out) == 0) {
        await(selector, SelectionKey.OP_WRITE, deadline);
      }
    }
  }

  private void unwrap(Selector selector, Deadline deadline) throws IOException, ProblemException {
    in.flip();
    SSLEngineResult result;
    try {
      result = engine.unwrap(in, application);
    } finally {
      in.compact();
    }
    application.clear();
    switch (result.getStatus()) {
      case BUFFER_UNDERFLOW -> read(selector, deadline);
      case CLOSED -> throw target.closed(null);
      case OK, BUFFER_OVERFLOW -> {}
    }
  }

  private void read(Selector selector, Deadline deadline) throws IOException, ProblemException {
    while (true) {
      int before = in.position();
      int count = channel.read(in);
      if (count < 0) {
        throw explain(target.closed(null));
      }
      if (count > 0) {
        first.take(in.duplicate().limit(in.position()).position(before));
        return;
      }
      await(selector, SelectionKey.OP_READ, deadline);
    }
  }

  private ProblemException explain(ProblemException otherwise) {
    if (first.isHttp()) {
      return target.plainHttp();
    }
    if (!first.mayBeTls()) {
      return target.notTls();
    }
    return first.isOldTls() ? target.tooOld(otherwise) : otherwise;
  }

  private void await(Selector selector, int operation, Deadline deadline)
      throws IOException, ProblemException {
    if (cancelled.getAsBoolean()) {
      throw target.cancelled();
    }
    if (deadline.over()) {
      throw explain(target.handshakeTimeout(deadline.seconds()));
    }
    channel.keyFor(selector).interestOps(operation);
    selector.select(Math.clamp(deadline.leftMillis(), 1, LOOK_UP_MILLIS));
    selector.selectedKeys().clear();
  }
}
