package io.github.certwright.files;

import java.nio.file.Path;

/** A file to be written; the content belongs to the caller and must not change meanwhile. */
public final class NewFile {
  private final Path target;
  private final byte[] content;
  private final Access access;

  /** The file to be written at {@code target}. */
  public NewFile(Path target, byte[] content, Access access) {
    this.target = target;
    this.content = content;
    this.access = access;
  }

  Path target() {
    return target;
  }

  byte[] content() {
    return content;
  }

  Access access() {
    return access;
  }
}
