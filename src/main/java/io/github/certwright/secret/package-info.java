/**
 * Holds passwords and tokens so that they can be wiped and never print. Knows no other room and
 * touches nothing.
 */
package io.github.certwright.secret;
