package io.github.certwright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.security.Security;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** The places where the Java library lets a program write, start threads or change the process. */
final class Doors {
  private static final Map<Class<?>, String> WRITING =
      Map.of(
          Files.class,
          "(write|move|copy|delete|create|set|newOutputStream|newBufferedWriter|newByteChannel).*",
          File.class,
          "(delete|mkdir|createNew|createTemp|renameTo|set).*",
          FileChannel.class,
          "open");

  private static final Map<Class<?>, String> GLOBAL =
      Map.of(
          System.class, "(set|clear).*",
          Security.class, "(set|add|insert|remove)[A-Z].*",
          SSLContext.class, "setDefault",
          Locale.class, "setDefault",
          TimeZone.class, "setDefault",
          Authenticator.class, "setDefault",
          ProxySelector.class, "setDefault",
          CookieHandler.class, "setDefault");

  private static final Map<Class<?>, String> STARTING =
      Map.of(
          Thread.class, "<init>|start|startVirtualThread|ofVirtual|ofPlatform",
          Executors.class, ".*",
          CompletableFuture.class, ".*Async");

  private Doors() {}

  static boolean touches(JavaAccess<?> access, Class<?> owner, String names) {
    return access.getTargetOwner().isEquivalentTo(owner)
        && access.getTarget().getName().matches(names);
  }

  static boolean writes(JavaAccess<?> access) {
    return goesThrough(WRITING, access) || opensByPath(access.getTarget());
  }

  static boolean changesTheProcess(JavaAccess<?> access) {
    return goesThrough(GLOBAL, access)
        || (access.getTargetOwner().isAssignableTo(URLConnection.class)
            && access.getTarget().getName().startsWith("setDefault"));
  }

  static boolean startsThread(JavaAccess<?> access) {
    return goesThrough(STARTING, access)
        || access.getTarget().getName().matches("parallelStream|parallel")
        || (access.getTargetOwner().isAssignableTo(Thread.class)
            && access.getTarget().getName().equals("<init>"));
  }

  static boolean isTheWindowsBackground(JavaClass it) {
    return resideInAPackage(House.ROOT + ".wizard").test(it)
        && it.getName().matches(".*\\.Background(\\$.*)?");
  }

  private static boolean goesThrough(Map<Class<?>, String> doors, JavaAccess<?> access) {
    return doors.entrySet().stream()
        .anyMatch(door -> touches(access, door.getKey(), door.getValue()));
  }

  /** PrintStream, PrintWriter and Formatter open a file when given its name. */
  private static boolean opensByPath(AccessTarget target) {
    return target instanceof AccessTarget.ConstructorCallTarget made
        && Set.of("java.io.PrintStream", "java.io.PrintWriter", "java.util.Formatter")
            .contains(made.getOwner().getName())
        && made.getRawParameterTypes().stream()
            .limit(1)
            .anyMatch(it -> it.isEquivalentTo(File.class) || it.isEquivalentTo(String.class));
  }
}
