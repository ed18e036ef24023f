/**
 * Finds modeling tools, says what they have installed, puts a client pair into one and takes it out
 * again.
 */
package io.github.certwright.install;
