package io.github.certwright.plan;

import java.time.Instant;

/**
 * A request that was made and whose answer was not taken over yet. Never a secret.
 *
 * @param server the main name it was made for
 * @param folder the folder that holds its files
 * @param keystore the keystore that holds its key
 * @param made when it was made
 */
public record WaitingRequest(String server, String folder, String keystore, Instant made) {}
