package io.github.certwright.jmh;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.keystore.KeystoreWriter;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The server's keystore, of each kind that is written by Java's own class. */
@State(Scope.Benchmark)
public class Stored {
  /** The kind of keystore. */
  @Param({"JKS", "PKCS12"})
  public StoreFormat format;

  byte[] bytes;

  /** Made once a run. */
  @Setup(Level.Trial)
  public void make(Sample sample) {
    bytes =
        KeystoreWriter.server(
            format,
            Sample.ALIAS,
            sample.issued.privateKey(),
            sample.issued.chain(),
            sample.password);
  }
}
