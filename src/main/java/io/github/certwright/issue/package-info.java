/**
 * The certificate itself: distinguished name, key pair, X.509. Bouncy Castle lives here; touches no
 * disk and no network.
 */
package io.github.certwright.issue;
