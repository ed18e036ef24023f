/**
 * Preferences, pins, remembered answers and history in the user's configuration folder. Never a
 * secret.
 */
package io.github.certwright.settings;
