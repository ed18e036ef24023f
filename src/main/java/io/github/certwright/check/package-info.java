/**
 * Looks at a connection or a file and says, finding by finding, what is right, what is not and what
 * to do.
 */
package io.github.certwright.check;
