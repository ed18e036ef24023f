/**
 * Answers into steps with exact names, files and targets. Pure: what it must know of the disk comes
 * in as {@link io.github.certwright.plan.Surroundings}.
 */
package io.github.certwright.plan;
