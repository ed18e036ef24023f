package io.github.certwright.server.practice;

import io.github.certwright.secret.Secret;

/**
 * Somebody the practice server knows.
 *
 * @param token a personal access token; empty when there is none
 * @param mayConfigure whether the role Server Administrator (permission Configure Server) is theirs
 */
public record PracticeUser(String name, Secret password, Secret token, boolean mayConfigure) {

  /** Somebody without a token; the password is theirs to wipe from now on. */
  public static PracticeUser of(String name, Secret password, boolean mayConfigure) {
    return new PracticeUser(name, password, Secret.empty(), mayConfigure);
  }

  PracticeUser copy() {
    return new PracticeUser(name, password.copy(), token.copy(), mayConfigure);
  }
}
