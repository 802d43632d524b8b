// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/**
 * The questions asked at the door, from the cheapest to the dearest; the first objection decides. They share one class: each
 * further one costs the start of every JVM half a millisecond.
 */
final class StartupChecks {
    /** The oldest Java whose class files we write. */
    static final int OLDEST = 17;

    private static final int FIRST_WITH_AOT_CACHE = 24; // JEP 483

    /** By name: asking the class itself would load it. */
    static final String MAIN = "dev.parsimony.premain.Main";

    private StartupChecks() {}

    /** What can be asked without knowing our own jar; null where all are content. */
    static @Nullable Objection beforeOpeningTheJar() {
        Objection objection = securityManager(); // first, as its policy may hide from us what the others ask
        if (objection == null) {
            objection = switchedOff(System.getProperty("parsimony.enabled"), System.getenv("PARSIMONY_ENABLED"));
        }
        return objection == null ? ofTheJvm(System.getProperty("java.specification.version")) : objection;
    }

    private static @Nullable Objection ofTheJvm(@Nullable String specification) {
        Objection objection = tooOld(specification);
        return objection == null && feature(specification) >= FIRST_WITH_AOT_CACHE
                ? recording(commandLine(), System.getenv("JAVA_TOOL_OPTIONS"), System.getenv("JDK_JAVA_OPTIONS"))
                : objection;
    }

    /** What is asked of our own jar; null where all are content. */
    static @Nullable Objection of(AgentJar jar) {
        Objection objection = ownCommandLine(System.getProperty("sun.java.command"), jar.file());
        return objection == null ? swallowed(jar) : objection;
    }

    /**
     * Has the user switched the agent off for this JVM? Then nothing is transformed and nothing is said.
     *
     * @param property the system property {@code parsimony.enabled}, which wins
     * @param variable the environment variable {@code PARSIMONY_ENABLED}
     */
    static @Nullable Objection switchedOff(@Nullable String property, @Nullable String variable) {
        String value = property == null ? variable : property;
        return "false".equalsIgnoreCase(value) || "off".equalsIgnoreCase(value) ? Objection.SILENT : null;
    }

    /**
     * Is this JVM new enough? Everything behind the door is compiled for Java 17.
     *
     * @param specification the property {@code java.specification.version}: {@code 1.8}, {@code 11}, {@code 25}
     */
    static @Nullable Objection tooOld(@Nullable String specification) {
        return feature(specification) >= OLDEST
                ? null
                : Objection.saying("needs Java " + OLDEST + " or newer; this is Java " + specification);
    }

    /** The feature number: {@code 1.8} is 8. What cannot be read counts as too old. */
    private static int feature(@Nullable String specification) {
        if (specification == null) {
            return 0;
        }
        try {
            return Integer.parseInt(specification.startsWith("1.") ? specification.substring(2) : specification);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    /**
     * Does this JVM record what goes into an AOT cache? It leaves out the classes that an agent has changed, and Java 25.0.3
     * crashes on a cache that lacks one of its HTTP client; an image that is built with the agent in {@code JAVA_TOOL_OPTIONS}
     * would carry such a cache into production. That we are named, and no more, does it no harm.
     *
     * @param options where the JVM's options may stand; null where there are none
     */
    static @Nullable Objection recording(@Nullable String... options) {
        for (@Nullable String given : options) {
            if (given != null && (given.contains("-XX:AOTCacheOutput=") || given.contains("-XX:AOTMode=record"))) {
                return Objection.saying("does not run while Java records an AOT cache; it runs with the cache");
            }
        }
        return null;
    }

    /** Of this process, as far as the system tells; asking the JVM for it would load a megabyte of management. */
    private static String commandLine() {
        try {
            return new String(Files.readAllBytes(Paths.get("/proc/self/cmdline")), StandardCharsets.ISO_8859_1);
        } catch (IOException elsewhere) {
            return "";
        }
    }

    /** Is a security manager at work? We ask it for nothing and so could not live under its policy; Java 24 removed it (JEP 486). */
    @SuppressWarnings("removal")
    static @Nullable Objection securityManager() {
        return System.getSecurityManager() == null
                ? null
                : Objection.saying("does not run under a security manager; the application runs without it."
                        + " Remove -Djava.security.manager to use it");
    }

    /**
     * Is this JVM our own command line? {@code JAVA_TOOL_OPTIONS} names the agent for every JVM that a shell starts, this one
     * included, and the command line has nothing to gain from watching itself.
     *
     * @param command the property {@code sun.java.command}: main class or jar as typed, then the arguments
     * @param jar our own jar
     */
    static @Nullable Objection ownCommandLine(@Nullable String command, File jar) {
        return command != null && (startsWithMainClass(command) || startsWithJar(command, jar))
                ? Objection.SILENT
                : null;
    }

    private static boolean startsWithMainClass(String command) {
        return command.equals(MAIN) || command.startsWith(MAIN + " ");
    }

    /** Paths hold blanks, so every {@code .jar} in the command may be the end of the one that was typed. */
    private static boolean startsWithJar(String command, File jar) {
        String name = jar.getName();
        int at = command.indexOf(name);
        while (at >= 0) {
            if (isSame(new File(command.substring(0, at + name.length())), jar)) {
                return true;
            }
            at = command.indexOf(name, at + 1);
        }
        return false;
    }

    private static boolean isSame(File typed, File jar) {
        try {
            return typed.getCanonicalFile().equals(jar.getCanonicalFile());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Is our jar still ours? An application that packs its dependencies into one jar may have swallowed the agent; its classes
     * then win over those of the jar named by {@code -javaagent} and miss everything that was packed beside them.
     */
    static @Nullable Objection swallowed(AgentJar jar) {
        return isOurs(jar)
                ? null
                : Objection.saying("its classes were found inside " + jar.file()
                        + ", which is not the agent's jar; leave the agent out of the application's own jar");
    }

    private static boolean isOurs(AgentJar jar) {
        try {
            return Premain.class.getName().equals(jar.premainClass());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
