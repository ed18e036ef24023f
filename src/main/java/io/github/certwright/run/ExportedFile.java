package io.github.certwright.run;

import java.nio.file.Path;

/**
 * A file for the computers of others.
 *
 * @param role a word of the command line's JSON: {@code trust-certificate}, {@code firefox-policy},
 *     {@code mac-profile}, {@code guide}
 * @param sha256 lower-case hexadecimal digest of its content
 */
public record ExportedFile(String role, Path path, String sha256) {}
