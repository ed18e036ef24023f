package io.github.certwright.wizard;

import io.github.certwright.check.HostPort;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.tls.Fingerprint;
import java.nio.file.Path;
import java.util.List;

/**
 * A connection that was made and is to be looked at.
 *
 * @param where the server is to offer TLS
 * @param clientStore the client file that was made for it; need not be there
 * @param tools the tools that were given it; may be empty
 * @param fingerprint of the certificate that the server is to show
 */
public record NewConnection(
    HostPort where, Path clientStore, List<ToolReport> tools, Fingerprint fingerprint) {
  public NewConnection {
    tools = List.copyOf(tools);
  }
}
