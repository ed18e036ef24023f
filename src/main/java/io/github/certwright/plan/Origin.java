package io.github.certwright.plan;

/** Where a server's key and certificate come from. */
public sealed interface Origin {

  /** A new key whose certificate signs itself. */
  record NewKey() implements Origin {}

  /** The key that is there, with a new certificate that signs itself. */
  record KeptKey() implements Origin {}

  /**
   * The key that is there, with the certificate that an authority answered.
   *
   * @param authority what it is called
   */
  record Answered(String authority, Trusted trusted) implements Origin {}

  /**
   * A certificate of our own root authority, which the tools trust.
   *
   * @param authority what it is called
   * @param newKey whether the server gets a new key
   */
  record OwnAuthority(String authority, boolean newKey) implements Origin {}

  /**
   * Key and certificate of a keystore or of files that exist, taken as they are.
   *
   * @param authority what the one that issued it is called, or empty when it signs itself
   */
  record Existing(String authority, Trusted trusted) implements Origin {}

  /** What the tools are given to trust. */
  enum Trusted {
    /**
     * The root authority: its next certificate for the server is trusted, too, without new files.
     */
    ROOT,
    /** The server's certificate itself: the next one needs new files. */
    CERTIFICATE
  }
}
