package io.github.certwright.answers;

/**
 * What is said about the files when key and certificate are there already, or come from elsewhere:
 * an authority's answer, a renewal, a keystore that exists. The passwords inside stay with whoever
 * made them.
 *
 * @param alias name of the entry in both keystores; JKS lower-cases it
 */
public record PairAnswers(
    PasswordAnswer passwords, String alias, StoreFormat format, WhereAnswer where) {}
