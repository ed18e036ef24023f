package io.github.certwright.wizard.page;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.StringProperty;

/** A folder for files, and whether files that are there may be replaced. */
interface FolderChoice {

  /** The folder, as typed or chosen. */
  StringProperty folderProperty();

  /** Whether files that are there may be replaced; a backup is kept. */
  BooleanProperty replaceProperty();

  /** Whether files of these names are there. */
  ReadOnlyBooleanProperty existingProperty();

  /** Looks at the disk; called when typing pauses. */
  void settle();
}
