package io.github.certwright;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rooms of the program, and which of them each may know. */
final class House {
  static final String ROOT = "io.github.certwright";

  /** Every room, from the ground up: it may know itself, the rooms named here, and no other. */
  static final List<Room> ROOMS =
      List.of(
          room("problem", "what can go wrong is plain data that everybody may pass on"),
          room("secret", "a password must be wiped the same way wherever it is held"),
          room("text", "sentences are found by key, whoever says them", "problem"),
          room(
              "answers",
              "what was said is checked without a disk, a network or a clock",
              "problem secret"),
          room("plan", "a plan is computed, so that showing it touches nothing", "answers problem"),
          room("tls", "looking at a port must not depend on why somebody looks", "problem"),
          room(
              "files",
              "what writes to the disk knows nothing of certificates; it says what a folder is like"
                  + " in the plan's own words",
              "plan problem"),
          room(
              "log",
              "what happened is written down the way all files are, whoever tells of it",
              "files"),
          room(
              "keystore",
              "bytes in, bytes out; which form to write is an answer",
              "answers problem secret"),
          room(
              "issue",
              "a certificate is made from its plan alone and judged from its bytes, on no disk",
              "answers plan problem"),
          room(
              "install",
              "a tool's folder is changed through files' journal, by a pair that keystore has"
                  + " opened",
              "files keystore plan problem secret tls"),
          room(
              "install.admin",
              "a run with an administrator's rights checks everything itself, and so knows what a"
                  + " pair and a tool are, but neither a face nor a job",
              "files install keystore problem secret tls"),
          room(
              "kit",
              "a kit is bytes with a read-me in words; what is in it, keystore says, and files tell"
                  + " what is a file at all",
              "answers files keystore problem secret text tls"),
          room("report", "a report tells of a plan and its end in words", "answers plan text tls"),
          room(
              "server",
              "the client sends what it is given, to a server that tls has judged",
              "answers plan problem secret tls"),
          room(
              "server.practice",
              "a pretend server makes its own certificate and opens the keystore that it is sent,"
                  + " and speaks the contract that server speaks",
              "answers issue keystore plan problem secret server tls"),
          room(
              "check",
              "what is right with a connection is judged by what the tools on this computer have"
                  + " installed, and a kit is judged by what is in it; files tell what is a file",
              "answers files install keystore kit problem secret tls"),
          room(
              "trust",
              "a store is changed by a certificate alone, through files and the system's own"
                  + " programs; whose certificate it is, is shown as answers are",
              "answers files keystore problem secret tls"),
          room(
              "run",
              "the steps know nothing of each other; one room puts them in order",
              "answers check files install install.admin issue keystore kit plan problem report"
                  + " secret server server.practice text tls trust"),
          room(
              "settings",
              "what is remembered are answers, pins and requests that wait, written the way all"
                  + " files are",
              "answers files plan problem tls"),
          room(
              "cli",
              "a face asks, starts a job and prints what its steps found; it contains no rule",
              "answers check install install.admin keystore plan problem report run secret"
                  + " server.practice"
                  + " settings text tls trust"),
          room(
              "wizard.control",
              "a control shows what it is given",
              "answers plan problem secret text tls wizard"),
          room(
              "wizard",
              "the shell shows pages and knows none of them; its doors name what comes through"
                  + " them",
              "answers check plan problem run secret settings text tls trust wizard.control"),
          room(
              "wizard.page",
              "a face asks, starts a job and shows its result, and what is left to do by hand as"
                  + " the report does; it contains no rule",
              "answers check keystore plan problem report run secret settings text tls trust wizard"
                  + " wizard.control"));

  private House() {}

  /** The program without its tests, from wherever this build put it. */
  static JavaClasses classes() throws URISyntaxException {
    return new ClassFileImporter()
        .importPath(
            Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }

  /** The room a package is: its name below the root, empty for the root itself. */
  static String roomOf(String packageName) {
    return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
  }

  static boolean isOurs(String packageName) {
    return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
  }

  private static Room room(String name, String because) {
    return new Room(name, because, Set.of());
  }

  private static Room room(String name, String because, String mayKnow) {
    return new Room(name, because, Set.of(mayKnow.split(" ", -1)));
  }

  /**
   * A package below the root.
   *
   * @param because why it may know these rooms and no others
   */
  record Room(String name, String because, Set<String> mayKnow) {

    /** The packages this room may know, itself included. */
    Set<String> packages() {
      Set<String> packages =
          mayKnow.stream().map(room -> ROOT + "." + room).collect(Collectors.toSet());
      packages.add(ROOT + "." + name);
      return packages;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
