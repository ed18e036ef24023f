package io.github.certwright.plan;

import io.github.certwright.answers.ServerAnswer;
import java.util.OptionalInt;

/**
 * One line of a list of servers.
 *
 * @param number of the line in its file, from 1
 * @param validDays what the line says; empty when it says nothing
 */
public record ServerLine(int number, ServerAnswer server, OptionalInt validDays) {}
