/**
 * The window: shell, theme, the one door to the background, dialogs. The only rooms that know
 * JavaFX are this one and those below it.
 */
package io.github.certwright.wizard;
