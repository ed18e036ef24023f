package io.github.certwright.server;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request body that is sent once and then wiped. The publishers of java.net.http copy their bytes
 * to where nobody can wipe them.
 */
final class WipedBody implements BodyPublisher, AutoCloseable {
  private final byte[] bytes;
  private final AtomicBoolean started = new AtomicBoolean();

  /** Takes the array over. */
  WipedBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes it back: true when nothing of it has left this computer and nothing ever will. */
  boolean withdraw() {
    return !started.getAndSet(true);
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    if (started.getAndSet(true)) {
      subscriber.onSubscribe(new Once(subscriber, true));
      subscriber.onError(new IllegalStateException("The body is sent once only."));
      return;
    }
    subscriber.onSubscribe(new Once(subscriber, false));
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  /** Hands the whole body over at the first request. */
  private final class Once implements Subscription {
    private final Subscriber<? super ByteBuffer> subscriber;
    private final AtomicBoolean done;

    Once(Subscriber<? super ByteBuffer> subscriber, boolean done) {
      this.subscriber = subscriber;
      this.done = new AtomicBoolean(done);
    }

    @Override
    public void request(long count) {
      if (!done.getAndSet(true)) {
        subscriber.onNext(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        subscriber.onComplete();
      }
    }

    @Override
    public void cancel() {
      done.set(true);
    }
  }
}
