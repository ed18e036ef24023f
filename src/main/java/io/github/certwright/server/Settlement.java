package io.github.certwright.server;

import java.util.Optional;

/** What reading back says about a change whose answer was lost; pure. */
enum Settlement {
  APPLIED,
  NOT_APPLIED,
  UNKNOWN;

  static Settlement of(TlsSettings before, UploadRequest asked, TlsSettings now) {
    if (!fits(asked, now)) {
      return NOT_APPLIED;
    }
    if (now.keystoreSha256().isPresent()) {
      return APPLIED;
    }
    boolean fittedBefore =
        fits(
            asked,
            new TlsSettings(
                before.enabled(), before.port(), before.keystoreName(), Optional.empty()));
    return fittedBefore ? UNKNOWN : APPLIED;
  }

  /** Whether the settings are those asked for, as far as they show. */
  static boolean fits(UploadRequest asked, TlsSettings now) {
    String ours = TlsSettingsJson.sha256(asked.keystore());
    return now.enabled()
        && now.port() == asked.tlsPort()
        && now.keystoreName().equals(asked.keystoreName())
        && now.keystoreSha256().orElse(ours).equals(ours);
  }
}
