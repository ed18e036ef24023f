/** One page a step, each with its model; a page only binds. */
package io.github.certwright.wizard.page;
