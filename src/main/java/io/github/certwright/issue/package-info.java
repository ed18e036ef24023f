/**
 * The certificate itself: distinguished name, key pair, X.509, request, root authority, and whether
 * an authority's answer holds. Bouncy Castle lives here; touches no disk and no network.
 */
package io.github.certwright.issue;
