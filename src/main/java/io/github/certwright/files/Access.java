package io.github.certwright.files;

/** Who may read what is written. */
public enum Access {
  /**
   * Nobody but its owner, from the moment it exists: POSIX mode 0600 (0700 for folders), elsewhere
   * an access list with one entry.
   */
  OWNER_ONLY,
  /**
   * Whoever may read the folder it stands in; written by the owner alone. On systems without POSIX
   * modes the folder's inherited rights.
   */
  AS_FOLDER,
  /**
   * Whoever could use the file that is replaced, with its owner and group where the system lets us
   * give them; as its folder where there was none. On systems without POSIX modes the folder's
   * inherited rights.
   */
  AS_BEFORE
}
