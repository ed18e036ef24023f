package io.github.certwright.trust;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of trust store; the words are those of the command line. */
public enum StoreKind {
  WINDOWS_MACHINE("windows-machine", Group.SYSTEM),
  WINDOWS_USER("windows-user", Group.SYSTEM),
  MAC_SYSTEM("mac-system", Group.SYSTEM),
  MAC_USER("mac-user", Group.SYSTEM),
  DEBIAN("debian", Group.SYSTEM),
  REDHAT("redhat", Group.SYSTEM),
  ARCH("arch", Group.SYSTEM),
  SUSE("suse", Group.SYSTEM),
  FIREFOX("firefox", Group.BROWSERS),
  CHROMIUM("chromium", Group.BROWSERS),
  JAVA("java", Group.JAVA);

  /** Kinds that belong together for a person. */
  public enum Group {
    SYSTEM("system"),
    BROWSERS("browsers"),
    JAVA("java");

    private final String word;

    Group(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** The group that a store's name belongs to: its own word, or that of a kind in it. */
    static Optional<Group> meantBy(String name) {
      String kind = name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
      return Arrays.stream(values())
          .filter(group -> group.word.equalsIgnoreCase(name))
          .findFirst()
          .or(() -> read(kind).map(StoreKind::group));
    }
  }

  private final String word;
  private final Group group;

  StoreKind(String word, Group group) {
    this.word = word;
    this.group = group;
  }

  public String word() {
    return word;
  }

  public Group group() {
    return group;
  }

  static Optional<StoreKind> read(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equalsIgnoreCase(word)).findFirst();
  }
}
