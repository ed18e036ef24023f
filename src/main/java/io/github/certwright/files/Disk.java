package io.github.certwright.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The few file-system operations that everything written goes through, so that a test can make any
 * one of them fail. Every method may throw {@link IOException} and then may or may not have had its
 * effect.
 */
public interface Disk {

  /** What stands at a path; symbolic links are not followed. */
  enum Kind {
    NOTHING,
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /** The real one, which waits a little where another program holds a file open. */
  static Disk real() {
    return new PatientDisk(new RealDisk(), PatientDisk::pause);
  }

  Kind look(Path path) throws IOException;

  /** The whole content of a file. */
  byte[] read(Path file) throws IOException;

  /** The entries of a folder, in the order of their names. */
  List<Path> list(Path folder) throws IOException;

  /** Makes one folder, with its rights from creation. */
  void createFolder(Path folder, Access access) throws IOException;

  /** Makes an empty file that must not be there yet; only its owner may read it. */
  void createFile(Path file, Access access) throws IOException;

  /** Fills a file that is there. */
  void write(Path file, byte[] content) throws IOException;

  /** Gives a filled file the rights it is to keep. */
  void settle(Path file, Access access) throws IOException;

  /** Gives a filled file the owner, group and modes of another, as far as the system allows. */
  void settleLike(Path file, Path model) throws IOException;

  /**
   * Who may use a file, in the form {@code rw-r--r--}; empty when that is its owner alone, or where
   * the system has no modes.
   */
  String modes(Path file) throws IOException;

  /** Gives a file the modes that {@link #modes} said. */
  void giveModes(Path file, String modes) throws IOException;

  /** Brings a file's content to the medium. */
  void force(Path file) throws IOException;

  /** Brings a folder's entries to the medium, where the system can. */
  void forceFolder(Path folder) throws IOException;

  /** A second name for a file, or an exception where that is not possible. */
  void link(Path link, Path existing) throws IOException;

  /** A copy with modes and times; {@code to} must not be there yet. */
  void copy(Path from, Path to) throws IOException;

  /** Renames within one folder in one instant, replacing what is there. */
  void move(Path from, Path to) throws IOException;

  /** Removes a file or an empty folder. */
  void delete(Path path) throws IOException;

  /** Whether two names stand for one file. */
  boolean same(Path a, Path b) throws IOException;

  /**
   * Opens a file, making it when needed, and holds it against every other holder on this computer
   * until it is closed or the process ends.
   *
   * @return empty when somebody else holds it
   */
  Optional<Held> hold(Path file) throws IOException;

  /** A file held open. */
  interface Held extends AutoCloseable {
    /** Appends, not yet surely on the medium. */
    void append(byte[] content) throws IOException;

    /** Brings what was appended to the medium. */
    void force() throws IOException;

    /** All that is in it. */
    byte[] readAll() throws IOException;

    /** Whether its path still leads to it, judged by the size. */
    boolean current() throws IOException;

    @Override
    void close();
  }
}
