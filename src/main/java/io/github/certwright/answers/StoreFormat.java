package io.github.certwright.answers;

import java.util.Optional;

/** The forms in which the two keystores can be written. */
public enum StoreFormat {
  /** Real JKS (magic {@code FEEDFEED}): read by the Java of every modeling tool. */
  JKS("jks"),
  /** PKCS12 with today's algorithms; not read before Java 8u301 and 11.0.12. */
  PKCS12("pkcs12"),
  /** PKCS12 with SHA-1 MAC and triple DES, for old Java. */
  PKCS12_JAVA8("pkcs12-java8");

  private final String word;

  StoreFormat(String word) {
    this.word = word;
  }

  /** The word of the command line. */
  public String word() {
    return word;
  }

  /** The format for a word of the command line, in any letter case. */
  public static Optional<StoreFormat> ofWord(String word) {
    for (StoreFormat format : values()) {
      if (format.word.equalsIgnoreCase(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
