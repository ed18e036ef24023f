package io.github.certwright.plan;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.ServerAnswer;
import java.util.List;
import java.util.OptionalInt;

/**
 * One line of a list of servers.
 *
 * @param number of the line in its file, from 1
 * @param server its names as they stand there
 * @param names the same in the form a certificate holds, main name first, none twice
 * @param validDays what the line says; empty when it says nothing
 */
public record ServerLine(
    int number, ServerAnswer server, List<HostName> names, OptionalInt validDays) {
  public ServerLine {
    names = List.copyOf(names);
  }
}
