package io.github.certwright.run;

import io.github.certwright.trust.StoreName;

/**
 * What became of one trust store, or what it has.
 *
 * @param state a word of the command line's JSON: {@code installed}, {@code already-there}, {@code
 *     removed}, {@code not-there}, {@code needs-admin}, {@code failed}, {@code undone}; when only
 *     looked at, {@code trusted}, {@code there-without-trust}, {@code not-there}, {@code
 *     cannot-tell}, {@code unusable}
 * @param command what an administrator runs, one line for a shell; empty when nobody has to
 */
public record StoreReport(StoreName store, String state, String command) {}
