package io.github.certwright.trust;

import java.util.List;

/** The system's store of Red Hat Enterprise Linux and Fedora; see update-ca-trust(8). */
final class RedHatStore extends AnchorFolder {
  RedHatStore(TrustTools tools) {
    super(
        tools,
        new Way(
            StoreKind.REDHAT,
            Distribution.REDHAT,
            "etc/pki/ca-trust/source/anchors",
            ".pem",
            "etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            List.of("update-ca-trust", "extract"),
            List.of("update-ca-trust", "extract"),
            true));
  }
}
