/**
 * Atomic replacement, owner-only creation, backup, and the journal that undoes. The only room that
 * writes to the disk; also says where a user's own folders are and what a folder is like.
 */
package io.github.certwright.files;
