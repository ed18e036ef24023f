/**
 * Message bundles: keys to sentences. One bundle a room, merged here; knows {@code problem} only
 * and reads nothing but its own resources.
 */
package io.github.certwright.text;
