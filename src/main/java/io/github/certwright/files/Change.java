package io.github.certwright.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was written.
 *
 * @param backup where the file that was there before lives on
 */
public record Change(Path target, Optional<Path> backup) {}
