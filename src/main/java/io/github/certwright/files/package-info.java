/**
 * Atomic replacement, owner-only creation, backup, and the journal that undoes. The only room that
 * writes to the disk.
 */
package io.github.certwright.files;
