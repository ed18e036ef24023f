package io.github.certwright.wizard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Mnemonic;

/**
 * Takes the mnemonics of a page out of the scene while it is not shown. A scene never forgets one,
 * tells apart capital and small letters when it keeps them but not when a key is pressed, and so
 * might give the key to a page that is gone: openjdk/jfx, KeyboardShortcutsHandler.
 */
final class ParkedMnemonics {
  private final Map<Node, List<Mnemonic>> parked = new HashMap<>();

  /** Takes them out; called while the page still stands in the scene. */
  void park(Node page) {
    Scene scene = page.getScene();
    if (scene == null) {
      return;
    }
    List<Mnemonic> own =
        scene.getMnemonics().values().stream()
            .flatMap(List::stream)
            .filter(mnemonic -> isInside(mnemonic.getNode(), page))
            .toList();
    own.forEach(scene::removeMnemonic);
    // An emptied list stays in the map and would still win the key.
    scene.getMnemonics().values().removeIf(List::isEmpty);
    parked.put(page, own);
  }

  /** Puts them back; called when the page stands in the scene again. */
  void bringBack(Node page) {
    List<Mnemonic> own = parked.remove(page);
    if (own != null && page.getScene() != null) {
      own.forEach(page.getScene()::removeMnemonic);
      own.forEach(page.getScene()::addMnemonic);
    }
  }

  /** Forgets pages that will not be shown again. */
  void clear() {
    parked.clear();
  }

  private static boolean isInside(Node node, Node page) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(page)) {
        return true;
      }
    }
    return false;
  }
}
