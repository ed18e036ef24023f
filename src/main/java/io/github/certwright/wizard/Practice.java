package io.github.certwright.wizard;

import io.github.certwright.answers.WhereAnswer;
import java.nio.file.Path;

/** A pretend server and a pretend tool, there for one practice and gone with it. */
public interface Practice {

  /** What the wizard asks of the pretend world; reaches nothing outside it. */
  Services services();

  /** Everything that is written during the practice stands in here. */
  Path home();

  /**
   * Where the files go, the pretend tool and server; the secret inside is the caller's to close.
   */
  WhereAnswer where();

  /** Ends the server and removes all that was written; may take its time. */
  void close();
}
