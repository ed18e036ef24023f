/**
 * The portable client kit: everything a modeling tool's computer needs and never a private key.
 * Makes and reads its bytes; reading trusts nothing in them.
 */
package io.github.certwright.kit;
