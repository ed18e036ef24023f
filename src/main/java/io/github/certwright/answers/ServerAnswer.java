package io.github.certwright.answers;

import java.util.List;

/**
 * What people type to reach the server, exactly as typed.
 *
 * @param name the main name
 * @param alsoNames every other name or address
 */
public record ServerAnswer(String name, List<String> alsoNames) {
  public ServerAnswer {
    alsoNames = List.copyOf(alsoNames);
  }
}
