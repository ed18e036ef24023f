/**
 * Preferences, pins, remembered answers, requests that wait and history in the user's configuration
 * folder. Never a secret.
 */
package io.github.certwright.settings;
