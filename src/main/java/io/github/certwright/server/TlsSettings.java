package io.github.certwright.server;

import java.util.Optional;

/**
 * Teamwork Cloud's TLS settings, without a secret.
 *
 * @param port where TLS is offered when {@code enabled}
 * @param keystoreName the name of the keystore file, or empty when there is none
 * @param keystoreSha256 lower-case hexadecimal digest of the keystore file, when the server shows
 *     the file
 */
public record TlsSettings(
    boolean enabled, int port, String keystoreName, Optional<String> keystoreSha256) {}
