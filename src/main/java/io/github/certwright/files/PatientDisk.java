package io.github.certwright.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Tries again for about two seconds where another program (a virus scanner, the modeling tool)
 * holds a file, as happens on Windows and on network shares; every other failure passes at once.
 */
final class PatientDisk implements Disk {
  private static final long[] WAITS_MILLIS = {10, 30, 60, 100, 200, 300, 500, 800};

  private final Disk disk;
  private final LongConsumer pause;

  /**
   * @param pause waits for so many nanoseconds
   */
  PatientDisk(Disk disk, LongConsumer pause) {
    this.disk = disk;
    this.pause = pause;
  }

  static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }

  @Override
  public void link(Path link, Path existing) throws IOException {
    again(link, () -> disk.link(link, existing));
  }

  @Override
  public void copy(Path from, Path to) throws IOException {
    disk.copy(from, to);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    again(to, () -> disk.move(from, to));
  }

  @Override
  public void delete(Path path) throws IOException {
    again(path, () -> disk.delete(path));
  }

  private void again(Path path, Act act) throws IOException {
    for (long wait : WAITS_MILLIS) {
      try {
        act.run();
        return;
      } catch (IOException e) {
        if (!heldByAnother(path, e)) {
          throw e;
        }
        pause.accept(TimeUnit.MILLISECONDS.toNanos(wait));
      }
    }
    act.run();
  }

  // Windows reports a file that another program has open as "access denied", or as a sharing
  // violation, which Java gives only as text in the language of the system.
  private static boolean heldByAnother(Path path, IOException e) {
    boolean perhaps =
        e instanceof AccessDeniedException || e.getClass().equals(FileSystemException.class);
    return DiskProblem.isBusy(e) || (perhaps && !Rights.posix(path));
  }

  @Override
  public Kind look(Path path) throws IOException {
    return disk.look(path);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return disk.read(file);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return disk.list(folder);
  }

  @Override
  public void createFolder(Path folder, Access access) throws IOException {
    disk.createFolder(folder, access);
  }

  @Override
  public void createFile(Path file, Access access) throws IOException {
    disk.createFile(file, access);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    disk.write(file, content);
  }

  @Override
  public void settle(Path file, Access access) throws IOException {
    disk.settle(file, access);
  }

  @Override
  public void settleLike(Path file, Path model) throws IOException {
    disk.settleLike(file, model);
  }

  @Override
  public String modes(Path file) throws IOException {
    return disk.modes(file);
  }

  @Override
  public void giveModes(Path file, String modes) throws IOException {
    disk.giveModes(file, modes);
  }

  @Override
  public void force(Path file) throws IOException {
    disk.force(file);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    disk.forceFolder(folder);
  }

  @Override
  public boolean same(Path a, Path b) throws IOException {
    return disk.same(a, b);
  }

  @Override
  public Optional<Held> hold(Path file) throws IOException {
    // On Windows a file just given back cannot be opened until its last holder has let go.
    List<Held> held = new ArrayList<>();
    again(file, () -> disk.hold(file).ifPresent(held::add));
    return held.stream().findFirst();
  }

  private interface Act {
    void run() throws IOException;
  }
}
