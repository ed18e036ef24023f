package io.github.certwright.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that everybody could read does not live on as a backup that everybody can read. */
class SecretBackupTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);
  private static final String BACKUP = "KeyStore.jks.backup-20261121-201455";

  @TempDir private Path temp;
  private int round;
  private Path folder;
  private Path journals;

  @BeforeEach
  void aKeyEverybodyCanRead() throws IOException {
    folder = Files.createDirectory(temp.resolve("files" + round));
    journals = temp.resolve("journals" + round);
    round++;
    Path old = Files.writeString(folder.resolve("KeyStore.jks"), "old key");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private FileTransaction replace(Disk disk) throws Exception {
    FileTransaction transaction = FileTransaction.begin(disk, journals, CLOCK);
    try {
      transaction.write(
          folder.resolve("KeyStore.jks"), "new key".getBytes(UTF_8), Access.OWNER_ONLY);
      transaction.commit();
      return transaction;
    } catch (Exception e) {
      transaction.close();
      throw e;
    }
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  @Test
  void theBackupIsItsOwnersAloneAndUndoGivesTheOldRightsBack() throws Exception {
    Map<String, String> before = Snapshot.of(folder);
    try (FileTransaction transaction = replace(Disk.real())) {
      assertThat(folder.resolve(BACKUP)).hasContent("old key");
      assertThat(mode(BACKUP)).isEqualTo("rw-------");
      assertThat(mode("KeyStore.jks")).isEqualTo("rw-------");
      assertThat(transaction.rollback()).isEmpty();
    }
    assertThat(Snapshot.of(folder)).isEqualTo(before);
  }

  @Test
  void anUndoDaysLaterGivesTheOldRightsBackToo() throws Exception {
    Map<String, String> before = Snapshot.of(folder);
    WayBack way;
    try (FileTransaction transaction = replace(Disk.real())) {
      way = transaction.wayBack();
    }
    TakeBack takeBack = new TakeBack(Disk.real(), journals);

    assertThat(takeBack.run(takeBack.look(way, false))).isEmpty();

    assertThat(Snapshot.of(folder)).isEqualTo(before);
  }

  @Test
  void aCrashAtAnyMomentLeavesTheOldRightsOrAPrivateBackup() throws Exception {
    FaultyDisk counting = FaultyDisk.counting();
    replace(counting.disk()).close();
    int count = counting.operations().size();
    int undone = 0;
    for (int i = 0; i < 2 * count; i++) {
      aKeyEverybodyCanRead();
      Map<String, String> before = Snapshot.of(folder);
      try {
        replace(FaultyDisk.crashingAt(i / 2, i % 2 == 1).disk()).close();
      } catch (FaultyDisk.Crash _) {
        assertNoSharedBackup("crash at " + i);
      }
      Recovery.recover(Disk.real(), journals);
      if (Snapshot.of(folder).equals(before)) {
        undone++;
      } else {
        assertThat(folder.resolve("KeyStore.jks")).hasContent("new key");
        assertThat(mode(BACKUP)).as("crash at " + i).isEqualTo("rw-------");
      }
    }
    assertThat(undone).isBetween(count / 2, 2 * count - 1);
  }

  private void assertNoSharedBackup(String when) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().contains(".backup-")).toList()) {
        assertThat(mode(file.getFileName().toString())).as(when).isEqualTo("rw-------");
      }
    }
  }

  @Test
  void somebodyElsesFileIsCopiedPrivatelyInstead() throws Exception {
    try (FileTransaction _ = replace(whereModesAreNotOurs())) {
      assertThat(folder.resolve(BACKUP)).hasContent("old key");
      assertThat(mode(BACKUP)).isEqualTo("rw-------");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(List.of(BACKUP, "KeyStore.jks"));
    }
  }

  private Disk whereModesAreNotOurs() {
    Path target = folder.resolve("KeyStore.jks");
    Disk real = Disk.real();
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (_, method, args) -> {
              if (method.getName().equals("settle") && args[0].equals(target)) {
                throw new FileSystemException(target.toString(), null, "Operation not permitted");
              }
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
