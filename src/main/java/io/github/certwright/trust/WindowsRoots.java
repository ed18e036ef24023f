package io.github.certwright.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** The root stores of Windows, as Java shows them. */
@FunctionalInterface
public interface WindowsRoots {

  /** Java's own (SunMSCAPI, "Windows-ROOT" and "Windows-ROOT-LOCALMACHINE"). */
  static WindowsRoots ofJava() {
    return type -> {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      return store;
    };
  }

  /**
   * Opens a store; what is changed in it changes in Windows at once.
   *
   * @param type keystore type
   */
  KeyStore open(String type) throws GeneralSecurityException, IOException;
}
