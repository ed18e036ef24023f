/**
 * Reads, inspects and writes keystores, certificates and {@code cert.pass} as bytes, with a cap on
 * size and time. Touches no network.
 */
package io.github.certwright.keystore;
