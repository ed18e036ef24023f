package io.github.certwright.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders in which other people, other programs and other versions are at work too. */
class SharedFoldersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);

  @TempDir private Path temp;
  private Path journals;
  private Path keystore;

  @BeforeEach
  void setUp() throws IOException {
    journals = temp.resolve("journals");
    Files.createDirectory(journals, PosixFilePermissions.asFileAttribute(mode("rwx------")));
    keystore = temp.resolve("KeyStore.jks");
  }

  private static Set<PosixFilePermission> mode(String text) {
    return PosixFilePermissions.fromString(text);
  }

  private void plant(String journal) throws IOException {
    Files.writeString(journals.resolve("x.journal"), journal, StandardCharsets.US_ASCII);
  }

  private String deletes(Path file) {
    return new String(
        JournalFormat.write(List.of(new JournalEntry.Temporary(file))), StandardCharsets.US_ASCII);
  }

  private void write(Disk disk) throws ProblemException {
    try (FileTransaction transaction = FileTransaction.begin(disk, journals, CLOCK)) {
      transaction.write(keystore, "new".getBytes(UTF_8), Access.OWNER_ONLY);
      transaction.commit();
    }
  }

  @Test
  void aJournalThatOthersCouldHaveWrittenRemovesNothing() throws Exception {
    Files.writeString(keystore, "precious");
    plant(deletes(keystore));
    Files.setPosixFilePermissions(journals, mode("rwxrwxrwx"));

    assertThat(Recovery.recover(Disk.real(), journals))
        .flatExtracting(Recovery.Recovered::problems)
        .extracting(Problem::key)
        .containsExactly("files.problem.journal-shared");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> write(Disk.real()))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo("files.problem.journal-shared"));

    assertThat(keystore).hasContent("precious");
  }

  @Test
  void aJournalOfANewerProgramIsLeftToThatProgram() throws Exception {
    Files.writeString(keystore, "committed");
    String newer = "sealed 7";
    CRC32 crc = new CRC32();
    crc.update(newer.getBytes(StandardCharsets.US_ASCII));
    plant(
        new String(
                JournalFormat.write(
                    List.of(
                        new JournalEntry.Fresh(
                            keystore, Content.sha256("committed".getBytes(UTF_8))))),
                StandardCharsets.US_ASCII)
            + newer
            + " "
            + Long.toHexString(crc.getValue())
            + "\n"
            + new String(
                JournalFormat.write(List.of(new JournalEntry.Committed())),
                StandardCharsets.US_ASCII));

    assertThat(Recovery.recover(Disk.real(), journals))
        .flatExtracting(Recovery.Recovered::problems)
        .hasSize(1);

    assertThat(keystore).hasContent("committed");
    assertThat(journals.resolve("x.journal")).exists();
  }

  @Test
  void aLockLeftByAKilledProcessIsNoObstacleForTheNextUserOfTheFolder() throws Exception {
    Files.setPosixFilePermissions(temp, mode("rwxrwxr-x"));
    try (FileTransaction transaction = FileTransaction.begin(Disk.real(), journals, CLOCK)) {
      transaction.write(keystore, "new".getBytes(UTF_8), Access.OWNER_ONLY);

      assertThat(Files.getPosixFilePermissions(temp.resolve(FolderLock.NAME)))
          .isEqualTo(mode("rw-rw----"));
      try (var files = Files.list(journals)) {
        assertThat(files)
            .allSatisfy(
                file ->
                    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mode("rw-------")));
      }
    }
  }

  @Test
  void oneFolderUnderTwoNamesIsStillOneFolder() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("certs"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
    try (FileTransaction first = FileTransaction.begin(Disk.real(), journals, CLOCK);
        FileTransaction second = FileTransaction.begin(Disk.real(), journals, CLOCK)) {
      first.write(folder.resolve("cert.jks"), new byte[1], Access.AS_FOLDER);

      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> second.write(link.resolve("cert.pass"), new byte[1], Access.AS_FOLDER))
          .satisfies(e -> assertThat(e.problem().key()).isEqualTo("files.problem.in-use"));
    }
  }

  /** The real disk, and somebody who acts just before an operation. */
  private static Disk meddling(String before, Path[] seen, Runnable act) {
    Disk real = new RealDisk();
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (_, method, args) -> {
              if (method.getName().equals(before)) {
                seen[0] = (Path) args[0];
                act.run();
              }
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void aFileThatAppearsInTheVeryLastMomentIsNotReplaced() throws Exception {
    Path[] seen = new Path[1];
    Runnable keytool = () -> put(keystore, "made by somebody else");
    Disk disk = meddling("link", seen, keytool);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> write(disk))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo("files.problem.appeared"));

    assertThat(keystore).hasContent("made by somebody else");
  }

  @Test
  void aLinkPutInThePlaceOfATemporaryFileIsNotWrittenThrough() throws Exception {
    Path precious = Files.writeString(temp.resolve("precious"), "precious");
    Path[] seen = new Path[1];
    Disk disk =
        meddling(
            "write",
            seen,
            () -> {
              try {
                Files.delete(seen[0]);
                Files.createSymbolicLink(seen[0], precious);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });

    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> write(disk));

    assertThat(precious).hasContent("precious");
  }

  private static void put(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void onWindowsALockThatIsJustBeingGivenBackIsTriedAgain() throws Exception {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.windows())) {
      List<Long> pauses = new ArrayList<>();
      FaultyDisk busy =
          FaultyDisk.failingAt(Set.of(0), false, () -> new AccessDeniedException("C:\\lock"));

      assertThat(new PatientDisk(busy.disk(), pauses::add).hold(files.getPath("C:\\lock")))
          .hasValueSatisfying(Disk.Held::close);

      assertThat(pauses).hasSize(1);
    }
  }

  @Test
  void onWindowsAFileHeldOpenIsTriedAgainInEveryLanguage() throws Exception {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.windows())) {
      Path from = Files.writeString(files.getPath("C:\\from"), "x");
      Path to = files.getPath("C:\\to");
      List<Long> pauses = new ArrayList<>();
      FaultyDisk busy =
          FaultyDisk.failingAt(
              Set.of(0),
              false,
              () ->
                  new FileSystemException(
                      "C:\\to", null, "Die Datei wird von einem anderen Prozess verwendet"));

      new PatientDisk(busy.disk(), pauses::add).move(from, to);

      assertThat(pauses).hasSize(1);
      assertThat(Files.readString(to)).isEqualTo("x");
    }
  }
}
