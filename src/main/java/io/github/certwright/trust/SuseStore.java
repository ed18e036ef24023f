package io.github.certwright.trust;

import java.util.List;

/** The system's store of SUSE Linux; see update-ca-certificates(8) there. */
final class SuseStore extends AnchorFolder {
  SuseStore(TrustTools tools) {
    super(
        tools,
        new Way(
            StoreKind.SUSE,
            Distribution.SUSE,
            "usr/share/pki/trust/anchors",
            ".pem",
            "var/lib/ca-certificates/ca-bundle.pem",
            List.of("update-ca-certificates"),
            List.of("update-ca-certificates"),
            true));
  }
}
