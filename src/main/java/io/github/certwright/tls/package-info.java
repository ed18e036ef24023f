/**
 * Looks at a TLS port: its certificates, fingerprints, pins and the decision whether to trust it.
 * Opens connections only when asked, and sends nothing but the handshake.
 */
package io.github.certwright.tls;
