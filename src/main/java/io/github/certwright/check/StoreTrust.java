package io.github.certwright.check;

import java.nio.file.Path;
import java.util.List;

/**
 * What one client store makes of a server.
 *
 * @param label product and version of the tool, or the file's name
 * @param path the store's file
 * @param findings the outcome in words, and what else is odd about the store
 */
public record StoreTrust(String label, Path path, Outcome outcome, List<Finding> findings) {
  public StoreTrust {
    findings = List.copyOf(findings);
  }

  /** How a store and a server's certificate go together. */
  public enum Outcome {
    TRUSTS,
    /** It holds a certificate of this server that began earlier. */
    OLDER,
    /** It holds a certificate of this server that began later. */
    NEWER,
    /** It holds certificates, none of this server. */
    OTHER,
    /** There is no store. */
    MISSING,
    /** There is one, but the tool cannot read it or finds nothing in it. */
    UNREADABLE
  }
}
