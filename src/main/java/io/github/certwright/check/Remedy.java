package io.github.certwright.check;

import io.github.certwright.tls.Fingerprint;
import java.util.List;
import java.util.Optional;

/** What Certwright itself can do about a finding; a face turns it into a button. */
public sealed interface Remedy {

  /** The word of the command line's JSON. */
  String word();

  /** Look once more, for example after the network was mended. */
  record Again() implements Remedy {
    @Override
    public String word() {
      return "check-again";
    }
  }

  /**
   * Set up this computer.
   *
   * @param server whose certificate is to be used, when it is known; else from a client kit
   */
  record SetUp(Optional<HostPort> server) implements Remedy {
    @Override
    public String word() {
      return "set-up-computer";
    }
  }

  /**
   * Make a new certificate.
   *
   * @param names the names it should have, the main one first; may be empty
   */
  record NewCertificate(List<String> names) implements Remedy {
    public NewCertificate {
      names = List.copyOf(names);
    }

    @Override
    public String word() {
      return "new-certificate";
    }
  }

  /**
   * Do the steps in Teamwork Cloud Admin.
   *
   * @param port on which TLS is to be offered
   */
  record Console(int port) implements Remedy {
    @Override
    public String word() {
      return "console-steps";
    }
  }

  /** Compare a fingerprint with the one in the report of whoever looks after the server. */
  record Compare(Fingerprint fingerprint) implements Remedy {
    @Override
    public String word() {
      return "compare-fingerprint";
    }
  }

  /** Look into the file once more, with its password. */
  record Unlock() implements Remedy {
    @Override
    public String word() {
      return "give-password";
    }
  }
}
