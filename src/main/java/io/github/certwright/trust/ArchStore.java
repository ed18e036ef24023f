package io.github.certwright.trust;

import java.util.List;

/** The system's store of Arch Linux; see trust(1). */
final class ArchStore extends AnchorFolder {
  ArchStore(TrustTools tools) {
    super(
        tools,
        new Way(
            StoreKind.ARCH,
            Distribution.ARCH,
            "etc/ca-certificates/trust-source/anchors",
            ".crt",
            "etc/ca-certificates/extracted/tls-ca-bundle.pem",
            List.of("trust", "extract-compat"),
            List.of("trust", "extract-compat"),
            true));
  }
}
