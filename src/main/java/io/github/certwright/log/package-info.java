/**
 * The log for whoever is asked for help: one rotating file in the user's state folder, owner only,
 * without secrets. Wired by {@code Main} before anything else; may touch {@code files} only.
 */
package io.github.certwright.log;
