package io.github.certwright.run;

import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.install.ClientPair;
import io.github.certwright.install.FoundTool;
import io.github.certwright.install.InstallOutcome.NeedsAdminRights;
import io.github.certwright.problem.Problem;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A computer on which tools belong to the administrator, and a pretend {@code pkexec} that knows no
 * passwords. The rights are missing at the disk's seam, so that it does not matter who runs the
 * tests.
 */
final class AdminScene {
  final Path root;
  final Path programs;
  final SamplePair sample = SamplePair.make("twcloud.example.com", "client password");

  AdminScene(Path root) throws IOException {
    this.root = root;
    this.programs = Files.createDirectories(root.resolve("usr bin"));
  }

  Path tool(String name) throws IOException {
    Path folder = root.resolve("opt").resolve(name);
    for (String part : List.of("bin", "lib", "plugins")) {
      Files.createDirectories(folder.resolve(part));
    }
    Files.writeString(folder.resolve("bin/csm.properties"), "JAVA_HOME=\n");
    return folder;
  }

  /** Lets {@code pkexec} be this script; what it is given to run is {@code "$@"}. */
  void pkexec(String script) throws IOException {
    Path file = programs.resolve("pkexec");
    String state = "export XDG_STATE_HOME='" + root.resolve("root state") + "'\n";
    Files.writeString(file, "#!/bin/sh\n" + state + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Workbench bench() {
    return new Workbench(
        new Machine(
            OperatingSystem.LINUX,
            FileSystems.getDefault(),
            Map.of("PATH", programs.toString()),
            root.resolve("home")),
        withoutRights(root.resolve("opt")),
        root.resolve("home").resolve("journals"),
        Clock.system(ZoneOffset.UTC),
        new SecureRandom(),
        Text.english());
  }

  /** A disk on which nothing may be made below a folder. */
  static Disk withoutRights(Path forbidden) {
    Disk real = Disk.real();
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, args) -> {
              if (method.getName().startsWith("create")
                  && args[0] instanceof Path path
                  && path.startsWith(forbidden)) {
                throw new AccessDeniedException(path.toString());
              }
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  ClientPair pair() {
    return new ClientPair(
        sample.store(), sample.password(), sample.fingerprint(), sample.notAfter());
  }

  static NeedsAdminRights waiting(Path tool) {
    return new NeedsAdminRights(
        new FoundTool("Cameo Systems Modeler", "2021x", tool),
        Problem.of("", "install.problem.not-writable", tool, "Cameo"),
        "sudo install");
  }
}
