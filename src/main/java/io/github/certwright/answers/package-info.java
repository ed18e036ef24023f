/**
 * What the person said, as immutable records, and the checks that turn it into problems. Pure: no
 * disk, no network, no clock; knows {@code problem} and {@code secret}.
 */
package io.github.certwright.answers;
