package io.github.certwright;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.github.certwright.House.Room;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps the house in order; each rule says why it is one. */
class ArchitectureTest {
  private static JavaClasses program;

  @BeforeAll
  static void readTheProgram() throws URISyntaxException {
    program = House.classes();
  }

  static List<Room> everyRoom() {
    return House.ROOMS;
  }

  @ParameterizedTest
  @MethodSource("everyRoom")
  void eachRoomKnowsOnlyTheRoomsBelowIt(Room room) {
    Set<String> mayKnow = room.packages();
    DescribedPredicate<JavaClass> another =
        describe(
            "another room than " + new TreeSet<>(room.mayKnow()),
            it -> House.isOurs(it.getPackageName()) && !mayKnow.contains(it.getPackageName()));
    check(
        noClasses()
            .that()
            .resideInAPackage(House.ROOT + "." + room.name())
            .should()
            .dependOnClassesThat(another)
            .because(room.because())
            .allowEmptyShould(true));
  }

  @Test
  void everyRoomHasItsArrows() {
    Set<String> lived =
        program.stream()
            .map(it -> House.roomOf(it.getPackageName()))
            .filter(room -> !room.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(House.ROOMS).extracting(Room::name).containsAll(lived).doesNotHaveDuplicates();
  }

  @Test
  void noRoomsGoInACircle() {
    check(
        slices()
            .matching(House.ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("a room that needs the room that needs it cannot be read or tested alone"));
  }

  @Test
  void theRootOnlyWires() {
    check(
        classes()
            .that()
            .resideInAPackage(House.ROOT)
            .and()
            .doNotHaveSimpleName("Main")
            .should()
            .notBePublic()
            .because("the root is where objects are put together, and offers nothing itself")
            .allowEmptyShould(true));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(House.ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(House.ROOT)
            .because("a room that asks the root for its parts cannot be given others in a test"));
  }

  @Test
  void windowsAreMadeInTheWizardOnly() {
    only(
        "javafx.. org.controlsfx.. impl.org.controlsfx.. atlantafx.. org.kordamp..",
        "wizard..",
        "the same jobs run on machines without a display");
  }

  @Test
  void bouncyCastleLivesWhereCertificatesAreMade() {
    only(
        "org.bouncycastle..",
        "issue keystore",
        "two rooms to look at when the library changes, and nowhere a provider that changes what"
            + " the rest of the program trusts");
  }

  @Test
  void commandLineLibraryStaysAtTheCommandLine() {
    only("picocli..", "cli", "a job that reads options cannot be run by the wizard");
  }

  @Test
  void passwordStrengthIsAdviceInTheWizard() {
    only(
        "com.nulabinc..",
        "wizard..",
        "strength is advice beside a field; what passes, answers say");
  }

  @Test
  void jsonIsReadAndWrittenAtTheEdges() {
    only(
        "tools.jackson..",
        "cli server server.practice kit settings files report install.admin",
        "between the edges travel records, not documents; a run with an administrator's rights is"
            + " beyond one");
  }

  @Test
  void swingAndAwtStayAway() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..")
            .because("a second toolkit costs start-up, and java.desktop asks for a display"));
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(
        outside("cli")
            .should()
            .accessTargetWhere(describe("prints", it -> Doors.touches(it, System.class, "out|err")))
            .orShould()
            .callMethodWhere(
                describe(
                    "prints a stack trace",
                    it -> it.getTarget().getFullName().endsWith(".printStackTrace()")))
            .because(
                "standard output is a contract (--json prints one document and nothing else)"));
  }

  @Test
  void onlyTheRootEndsTheProcess() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(House.ROOT)
            .should()
            .accessTargetWhere(
                describe(
                    "ends",
                    it ->
                        Doors.touches(it, System.class, "exit")
                            || Doors.touches(it, Runtime.class, "exit|halt")))
            .because("whoever ends the process takes the undo of a running job with it"));
  }

  @Test
  void onlyFilesWrites() {
    check(
        outside("files")
            .should()
            .accessTargetWhere(describe("write to a disk", Doors::writes))
            .orShould()
            .dependOnClassesThat(
                describe(
                    "write to a disk",
                    it ->
                        Set.of(
                                "java.io.FileOutputStream",
                                "java.io.FileWriter",
                                "java.io.RandomAccessFile")
                            .contains(it.getName())))
            .because(
                "what is written is owner-only from creation, atomic and undoable, and one room"
                    + " proves it"));
  }

  @Test
  void nobodyChangesTheWholeProcess() {
    check(
        noClasses()
            .should()
            .accessTargetWhere(
                describe("change what the whole process does", Doors::changesTheProcess))
            .because(
                "a global switch changes what everything else in the process trusts; connections"
                    + " are given their own context"));
  }

  @Test
  void threadsAreStartedWhereSomebodyEndsThem() {
    check(
        noClasses()
            .that(
                not(resideInAnyPackage(rooms("run server.practice")))
                    .and(not(describe("the window's background", Doors::isTheWindowsBackground))))
            .should()
            .accessTargetWhere(describe("start a thread", Doors::startsThread))
            .orShould()
            .dependOnClassesThat(
                describe(
                    "threads or window tasks",
                    it ->
                        it.getPackageName().startsWith("javafx.concurrent")
                            || it.isAssignableTo(ExecutorService.class)
                            || it.isAssignableTo(Timer.class)))
            .because(
                "a job is cancelled and waited for by the room that started its threads: the"
                    + " window's background and run; the practice server answers several guests at"
                    + " once, as a server must, and ends its threads when it is closed"));
  }

  @Test
  void nobodySleeps() {
    check(
        noClasses()
            .should()
            .accessTargetWhere(describe("sleep", it -> Doors.touches(it, Thread.class, "sleep")))
            .because("a sleeping step can be neither cancelled at once nor tested in no time"));
  }

  private static void only(String packages, String rooms, String because) {
    check(
        outside(rooms)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages.split(" ", -1))
            .because(because));
  }

  private static GivenClassesConjunction outside(String rooms) {
    return noClasses().that(not(resideInAnyPackage(rooms(rooms))));
  }

  private static String[] rooms(String names) {
    return Arrays.stream(names.split(" ", -1))
        .map(name -> House.ROOT + "." + name)
        .toArray(String[]::new);
  }

  private static void check(ArchRule rule) {
    rule.check(program);
  }
}
