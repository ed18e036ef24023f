/**
 * Executes plans step by step: progress, cancellation, undo in reverse. The one room besides the
 * wizard's background that may own threads.
 */
package io.github.certwright.run;
