package io.github.certwright.run;

import io.github.certwright.files.Disk;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.Machine;
import io.github.certwright.files.UserFolders;
import io.github.certwright.install.Installer;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.text.Text;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What every job works with.
 *
 * @param machine this computer
 * @param disk the only way to change a file
 * @param journals where transactions note how to undo themselves
 * @param clock dates certificates, backups and reports
 * @param random makes keys, serial numbers and passwords
 * @param text the language of the files a person keeps
 */
public record Workbench(
    Machine machine, Disk disk, Path journals, Clock clock, SecureRandom random, Text text) {

  /** This computer, with the user's own state folder. */
  public static Workbench here(Text text) {
    Machine machine = Machine.here();
    return new Workbench(
        machine,
        Disk.real(),
        UserFolders.on(machine).journals(),
        Clock.system(ZoneId.systemDefault()),
        new SecureRandom(),
        text);
  }

  CertificateMaker certificateMaker() {
    return new CertificateMaker(random);
  }

  Installer installer() {
    return new Installer(disk, journals, clock, machine.system(), new ParallelForcing());
  }

  FileTransaction transaction() throws ProblemException {
    return FileTransaction.begin(disk, journals, clock);
  }
}
