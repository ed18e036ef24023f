package io.github.certwright.run;

import io.github.certwright.files.Disk;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.Machine;
import io.github.certwright.files.Receipts;
import io.github.certwright.files.Recovery;
import io.github.certwright.files.UserFolders;
import io.github.certwright.install.Installer;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.text.Text;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * What every job works with.
 *
 * @param machine this computer
 * @param disk the only way to change a file
 * @param journals where transactions note how to undo themselves
 * @param clock dates certificates, backups and reports
 * @param random makes keys, serial numbers and passwords
 * @param text the language of the files a person keeps
 * @param keys key pairs that were begun before the job
 */
public record Workbench(
    Machine machine,
    Disk disk,
    Path journals,
    Clock clock,
    SecureRandom random,
    Text text,
    KeysAhead keys) {

  /** Without a key pair begun. */
  public Workbench(
      Machine machine, Disk disk, Path journals, Clock clock, SecureRandom random, Text text) {
    this(machine, disk, journals, clock, random, text, new KeysAhead(random));
  }

  /** This computer, with the user's own state folder. */
  public static Workbench here(Text text) {
    SecureRandom random = new SecureRandom();
    return here(text, random, new KeysAhead(random));
  }

  /** The same with key pairs that were begun before. */
  public static Workbench here(Text text, SecureRandom random, KeysAhead keys) {
    Machine machine = Machine.here();
    return new Workbench(
        machine,
        Disk.real(),
        UserFolders.on(machine).journals(),
        Clock.system(ZoneId.systemDefault()),
        random,
        text,
        keys);
  }

  /** Whether commands are written for Windows. */
  public boolean onWindows() {
    return machine.system() == Machine.OperatingSystem.WINDOWS;
  }

  /**
   * Where a pair stands for an administrator to copy it; made only when it is needed. The pair is
   * for clients and holds no key.
   *
   * @param name of the pair, fit for a file name
   */
  Path forAdministrator(String name) {
    return journals.resolveSibling("for-administrator").resolve(name).resolve("certs");
  }

  CertificateMaker certificateMaker() {
    return new CertificateMaker(random);
  }

  Installer installer() {
    return new Installer(disk, journals, clock, machine.system(), new ParallelForcing());
  }

  /** Repairs what a crash left. */
  List<Recovery.Recovered> recover() {
    return Recovery.recover(disk, journals, receipts());
  }

  /** The same at the start of a job, in sentences. */
  List<Problem> repair() {
    return RecoverJob.tellOnTheWay(recover());
  }

  Receipts receipts() {
    return new Receipts(disk, journals.resolveSibling("receipts"));
  }

  FileTransaction transaction() throws ProblemException {
    return FileTransaction.begin(disk, journals, clock);
  }
}
