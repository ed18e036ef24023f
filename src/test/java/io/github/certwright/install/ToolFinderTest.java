package io.github.certwright.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.certwright.files.Machine;
import io.github.certwright.files.Machine.OperatingSystem;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up machines of each system: everything installed is found, and nothing else. */
class ToolFinderTest {
  private static final String PROPERTIES =
      "JAVA_HOME=C\\:\\\\Program Files\\\\Java\nJAVA_ARGS=-Xmx4000M\nCLASSPATH=lib\\\\md.jar\n";

  private static void tool(FileSystem files, String folder, String stem) throws Exception {
    Path root = files.getPath(folder);
    Files.createDirectories(root.resolve("bin"));
    Files.createDirectories(root.resolve("lib"));
    Files.createDirectories(root.resolve("plugins"));
    Files.writeString(root.resolve("bin").resolve(stem + ".properties"), PROPERTIES);
    Files.writeString(root.resolve("bin").resolve("launcher.properties"), "name=x\n");
  }

  private static void folder(FileSystem files, String folder) throws Exception {
    Files.createDirectories(files.getPath(folder));
  }

  /** Things that look a little like a tool. */
  private static void decoys(FileSystem files, String root, String separator) throws Exception {
    for (String decoy : List.of("Eclipse", "MagicDraw manuals", "TeamworkCloud", "Tomcat 9.0")) {
      folder(files, root + separator + decoy + separator + "bin");
      folder(files, root + separator + decoy + separator + "lib");
    }
    String server = root + separator + "TeamworkCloud";
    folder(files, server + separator + "plugins");
    Files.writeString(
        files.getPath(server, "bin", "server.properties"), "JAVA_HOME=/x\nport=8111\n");
    folder(files, root + separator + "csm" + separator + "plugins");
  }

  private static List<String> labels(Machine machine) {
    return ToolFinder.find(machine, () -> false).stream().map(FoundTool::label).toList();
  }

  private static void windowsTools(FileSystem files) throws Exception {
    String programs = "C:\\Program Files\\";
    tool(files, programs + "Cameo Systems Modeler 2021xR2", "csm");
    tool(files, programs + "Cameo Systems Modeler", "csm");
    tool(files, programs + "MagicDraw 18.5", "magicdraw");
    tool(files, programs + "No Magic\\MagicDraw_2022x_Refresh2", "magicdraw");
    tool(files, programs + "No Magic\\Cameo Enterprise Architecture 19.0 SP4", "cameoea");
    tool(files, programs + "Dassault Systemes\\Cameo EA 2024x", "cea");
    tool(files, programs + "Dassault Systemes\\MSoSA 2024x Refresh1", "msosa");
    tool(files, programs + "Dassault Systemes\\Magic CSE 2026x", "mcse");
    tool(files, "C:\\Users\\Zoë\\AppData\\Local\\Programs\\Magic Systems 2021x", "msosa");
    tool(files, "C:\\Users\\Zoë\\AppData\\Local\\mduml_17.0", "mduml");
    tool(files, "C:\\Program Files (x86)\\Special Tool 2022x", "special");
    tool(files, "D:\\tools\\cameo", "csm");
    folder(files, "C:\\Users\\Zoë\\AppData\\Local\\.cameo.systems.modeler\\2024x");
    decoys(files, "C:\\Program Files", "\\");
  }

  private static void linuxTools(FileSystem files) throws Exception {
    tool(files, "/opt/CameoSystemsModeler2021xR2", "csm");
    tool(files, "/opt/nomagic/Cameo Systems Modeler 2022x Refresh 1", "csm");
    tool(files, "/opt/magicdraw-18.5", "magicdraw");
    tool(files, "/opt/magicdraw", "magicdraw");
    tool(files, "/opt/cea_2024x", "cea");
    tool(files, "/opt/cameoea", "cameoea");
    tool(files, "/opt/dassault/msosa-2024x", "msosa");
    tool(files, "/opt/dassault/msosa-2026x", "msosa");
    tool(files, "/home/zoe/mcse 2024x", "mcse");
    tool(files, "/home/zoe/tools/mcse", "mcse");
    tool(files, "/srv/big disk/MagicDraw 2021x", "magicdraw");
    tool(files, "/data/md", "magicdraw");
    folder(files, "/home/zoe/.magicdraw/18.5");
    folder(files, "/home/zoe/.magicdraw/19.0");
  }

  @Test
  void windowsHasTwelveToolsAndAllAreFound() throws Exception {
    try (FileSystem files =
        Jimfs.newFileSystem(Configuration.windows().toBuilder().setRoots("C:\\", "D:\\").build())) {
      windowsTools(files);
      Machine machine =
          new Machine(
              OperatingSystem.WINDOWS,
              files,
              Map.of(
                  "PROGRAMFILES", "C:\\Program Files",
                  "LocalAppData", "C:\\Users\\Zoë\\AppData\\Local",
                  "CAMEO_HOME", "D:\\tools\\cameo",
                  "MD_HOME", "not | a path"),
              files.getPath("C:\\Users\\Zoë"));
      assertThat(labels(machine))
          .containsExactlyInAnyOrder(
              "Cameo Systems Modeler 2021xR2",
              "Cameo Systems Modeler",
              "Cameo Systems Modeler",
              "MagicDraw 18.5",
              "MagicDraw 2022xR2",
              "Cameo Enterprise Architecture 19.0 SP4",
              "Cameo Enterprise Architecture 2024x",
              "Magic Systems of Systems Architect 2024xR1",
              "Magic Cyber-Systems Engineer 2026x",
              "Magic Systems of Systems Architect 2021x",
              "MagicDraw 17.0",
              "special 2022x");
    }
  }

  @Test
  void macHasTwelveToolsAndAllAreFound() throws Exception {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.osX())) {
      String programs = "/Applications/";
      tool(files, programs + "Cameo Systems Modeler_2021xR2", "csm");
      folder(files, programs + "Cameo Systems Modeler_2021xR2/Cameo Systems Modeler.app/Contents");
      tool(files, programs + "Cameo Systems Modeler_2022x", "csm");
      tool(files, programs + "MagicDraw_19.0_SP3", "magicdraw");
      tool(files, programs + "MagicDraw", "magicdraw");
      tool(files, programs + "Cameo Enterprise Architecture", "cameoea");
      tool(files, programs + "Cameo Enterprise Architecture_2024x", "cea");
      tool(files, programs + "Magic Systems of Systems Architect_2024x", "msosa");
      tool(files, programs + "Magic Systems of Systems Architect_2026x Refresh1", "msosa");
      tool(files, programs + "Magic Cyber-Systems Engineer_2024xR3", "mcse");
      tool(files, programs + "Dassault/Magic Cyber-Systems Engineer_2026x", "mcse");
      tool(files, "/Users/zoe/Applications/MagicDraw UML", "mduml");
      tool(files, "/Users/zoe/Applications/Other", "other");
      folder(files, "/Users/zoe/.cameoea/2021x");
      decoys(files, "/Applications", "/");
      Machine machine =
          new Machine(OperatingSystem.MACOS, files, Map.of(), files.getPath("/Users/zoe"));
      assertThat(labels(machine))
          .containsExactlyInAnyOrder(
              "Cameo Systems Modeler 2021xR2",
              "Cameo Systems Modeler 2022x",
              "MagicDraw 19.0 SP3",
              "MagicDraw",
              "Cameo Enterprise Architecture 2021x",
              "Cameo Enterprise Architecture 2024x",
              "Magic Systems of Systems Architect 2024x",
              "Magic Systems of Systems Architect 2026xR1",
              "Magic Cyber-Systems Engineer 2024xR3",
              "Magic Cyber-Systems Engineer 2026x",
              "MagicDraw",
              "other");
    }
  }

  @Test
  void linuxHasTwelveToolsAndAllAreFoundOnceDespiteLinksInCircles() throws Exception {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      linuxTools(files);
      decoys(files, "/opt", "/");
      Files.createSymbolicLink(files.getPath("/opt/circle"), files.getPath("/opt"));
      Files.createSymbolicLink(files.getPath("/opt/self"), files.getPath("/opt/self"));
      Files.createSymbolicLink(files.getPath("/opt/again"), files.getPath("/opt/magicdraw-18.5"));
      Files.createSymbolicLink(
          files.getPath("/opt/MD 2021x"), files.getPath("/srv/big disk/MagicDraw 2021x"));
      Machine machine =
          new Machine(
              OperatingSystem.LINUX,
              files,
              Map.of("MAGICDRAW_HOME", "/data/md", "MD_HOME", "/opt/magicdraw-18.5"),
              files.getPath("/home/zoe"));
      assertThat(labels(machine))
          .containsExactlyInAnyOrder(
              "Cameo Systems Modeler 2021xR2",
              "Cameo Systems Modeler 2022xR1",
              "MagicDraw 18.5",
              "MagicDraw",
              "MagicDraw",
              "MagicDraw 2021x",
              "Cameo Enterprise Architecture 2024x",
              "Cameo Enterprise Architecture",
              "Magic Systems of Systems Architect 2024x",
              "Magic Systems of Systems Architect 2026x",
              "Magic Cyber-Systems Engineer 2024x",
              "Magic Cyber-Systems Engineer");
    }
  }

  @Test
  void aVersionTheUserHasSettingsForIsUsedWhereOnlyOneToolCanHaveIt() throws Exception {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      tool(files, "/opt/magicdraw-18.5", "magicdraw");
      tool(files, "/opt/magicdraw", "magicdraw");
      folder(files, "/home/zoe/.magicdraw/18.5");
      folder(files, "/home/zoe/.magicdraw/19.0");
      Machine machine =
          new Machine(OperatingSystem.LINUX, files, Map.of(), files.getPath("/home/zoe"));
      assertThat(labels(machine)).containsExactly("MagicDraw 18.5", "MagicDraw 19.0");
    }
  }

  @Test
  void thousandsOfFoldersAreSearchedQuicklyAndTheSearchCanBeCancelled(@TempDir Path home)
      throws Exception {
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 60; j++) {
        Files.createDirectories(home.resolve("f" + i + "/g" + j));
      }
    }
    Machine machine = new Machine(OperatingSystem.LINUX, home.getFileSystem(), Map.of(), home);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ToolFinder.find(machine, () -> false));
    AtomicInteger asked = new AtomicInteger();
    ToolFinder.find(machine, () -> asked.incrementAndGet() > 20);
    assertThat(asked).hasValueLessThan(40);
  }

  @Test
  void aFolderChosenByHandIsUsedWithAWarningWhenItDoesNotLookLikeATool(@TempDir Path temp)
      throws Exception {
    Path strange = Files.createDirectory(temp.resolve("Strange"));
    tool(temp.getFileSystem(), temp.resolve("CSM 2024x").toString(), "csm");
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertThat(ToolLook.at(temp.resolve("CSM 2024x")))
        .isEqualTo(
            new ToolLook.Look.Tool(
                new FoundTool("Cameo Systems Modeler", "2024x", temp.resolve("CSM 2024x"))));
    assertThat(ToolLook.at(strange))
        .isInstanceOfSatisfying(
            ToolLook.Look.DoesNotLookLikeATool.class,
            look -> {
              assertThat(look.tool().label()).isEqualTo("Strange");
              assertThat(look.warning().stops()).isFalse();
              assertThat(look.warning().key()).isEqualTo("install.problem.not-a-tool");
            });
    assertThat(ToolLook.at(file))
        .isInstanceOfSatisfying(
            ToolLook.Look.Unusable.class,
            look -> assertThat(look.problem().key()).isEqualTo("install.problem.not-a-folder"));
    assertThat(ToolLook.at(temp.resolve("gone")))
        .isInstanceOfSatisfying(
            ToolLook.Look.Unusable.class,
            look -> assertThat(look.problem().key()).isEqualTo("install.problem.missing"));
  }
}
