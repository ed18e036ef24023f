/** Controls that several pages use. */
package io.github.certwright.wizard.control;
