package io.github.certwright.run;

import io.github.certwright.install.ClientPair;
import io.github.certwright.problem.Problem;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A pair that was read and found fit to be installed. Closing wipes its password.
 *
 * @param certificate the certificate the pair trusts
 * @param server what people type as the server in a tool's login dialog, with the port where it is
 *     not the usual one; empty when the source does not say
 * @param warnings worth knowing before it is installed, for example that it has expired
 */
public record ReadPair(
    ClientPair pair, X509Certificate certificate, String server, List<Problem> warnings)
    implements AutoCloseable {
  public ReadPair {
    warnings = List.copyOf(warnings);
  }

  @Override
  public void close() {
    pair.close();
  }
}
