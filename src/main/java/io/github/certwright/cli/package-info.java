/**
 * The command line: options, questions on the terminal, printing and exit codes. Contains no rule
 * the wizard lacks.
 */
package io.github.certwright.cli;
