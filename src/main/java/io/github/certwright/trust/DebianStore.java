package io.github.certwright.trust;

import java.util.List;

/** The system's store of Debian and Ubuntu; see update-ca-certificates(8). */
final class DebianStore extends AnchorFolder {
  DebianStore(TrustTools tools) {
    super(
        tools,
        new Way(
            StoreKind.DEBIAN,
            Distribution.DEBIAN,
            "usr/local/share/ca-certificates",
            ".crt",
            "etc/ssl/certs/ca-certificates.crt",
            List.of("update-ca-certificates"),
            List.of("update-ca-certificates", "--fresh"),
            false));
  }
}
