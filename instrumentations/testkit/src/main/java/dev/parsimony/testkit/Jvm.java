// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM to be started, with whatever flags, for one run of a program. Each method returns the JVM itself. */
public final class Jvm {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Jdk jdk;
    private final List<String> flags = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private String classPath = "";

    private Jvm(Jdk jdk) {
        this.jdk = jdk;
    }

    /** A JVM of this JDK, in which no variable of ours or of Java's own tools is set. */
    public static Jvm of(Jdk jdk) {
        return new Jvm(jdk);
    }

    /** A JVM of the JDK that runs the tests. */
    public static Jvm current() {
        return of(Jdk.current());
    }

    /**
     * Attaches the packaged agent.
     *
     * @param argument what stands behind the equals sign; empty for nothing
     */
    public Jvm withAgent(String argument) {
        String flag = "-javaagent:" + AgentJar.path();
        return flag(argument.isEmpty() ? flag : flag + "=" + argument);
    }

    /** Adds a flag of the JVM. */
    public Jvm flag(String flag) {
        flags.add(flag);
        return this;
    }

    /** Spends less on compiling and collecting, which in a run of seconds is most of the work. */
    public Jvm quickToStart() {
        return flag("-XX:TieredStopAtLevel=1").flag("-XX:+UseSerialGC");
    }

    /** Sets a system property. */
    public Jvm property(String name, String value) {
        return flag("-D" + name + "=" + value);
    }

    /** Sets an environment variable. */
    public Jvm variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Sets the class path. */
    public Jvm classPath(String path) {
        classPath = path;
        return this;
    }

    /** Sets the class path to that of the running test. */
    public Jvm ownClassPath() {
        return classPath(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    }

    /**
     * Sets the class path to that of the running test without the modules of this project, so that the application sees the
     * test's own classes and its libraries, and the agent nowhere but in its jar.
     */
    public Jvm applicationClassPath() {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return classPath(Stream.of(own.split(File.pathSeparator))
                .filter(entry -> !isOfThisProject(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator)));
    }

    /**
     * Puts other versions of libraries on the class path, in place of those there: of each jar in a directory, named
     * {@code library-version.jar}, the library's other versions are taken out.
     *
     * @param directory where the jars are
     */
    public Jvm withLibrariesIn(Path directory) {
        List<Path> jars = jarsIn(directory);
        List<String> libraries =
                jars.stream().map(jar -> library(jar.getFileName().toString())).toList();
        Stream<String> others = Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> !libraries.contains(
                        library(String.valueOf(Path.of(entry).getFileName()))));
        return classPath(Stream.concat(others, jars.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator)));
    }

    /**
     * Takes libraries off the class path.
     *
     * @param names without version, as in {@code name-version.jar}
     */
    public Jvm withoutLibraries(String... names) {
        Set<String> gone = Set.of(names);
        return classPath(Stream.of(classPath.split(File.pathSeparator))
                .filter(entry ->
                        !gone.contains(library(String.valueOf(Path.of(entry).getFileName()))))
                .collect(Collectors.joining(File.pathSeparator)));
    }

    private static List<Path> jarsIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String library(String jar) {
        return jar.replaceFirst("-[0-9].*\\.jar$", "");
    }

    private static boolean isOfThisProject(Path entry) {
        return entry.endsWith(Path.of("target", "classes"))
                || String.valueOf(entry.getFileName()).startsWith("parsimony-");
    }

    /**
     * Runs a class with a main method and waits for its end.
     *
     * @param main the class
     * @param arguments its arguments
     * @throws IllegalStateException if it does not end in three minutes
     */
    public Run run(Class<?> main, String... arguments) {
        return run(main.getName(), arguments);
    }

    /**
     * Runs a class with a main method and waits for its end.
     *
     * @param main the class's name, or {@code -jar} with the jar as first argument
     * @param arguments its arguments
     * @throws IllegalStateException if it does not end in three minutes
     */
    public Run run(String main, String... arguments) {
        try {
            return finished(start(main, arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + main + " was running", e);
        }
    }

    /** A program under way, and where it writes. */
    private record Started(Process process, Path out, Path err) {}

    private Started start(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.command()));
        command.addAll(flags);
        if (!classPath.isEmpty()) {
            command.addAll(List.of("-cp", classPath));
        }
        command.add(main);
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("jvm", ".out");
        Path err = Files.createTempFile("jvm", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        clean(builder.environment());
        builder.environment().putAll(variables);
        return new Started(builder.start(), out, err);
    }

    private static void clean(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name -> name.startsWith("PARSIMONY_")
                        || name.startsWith("OTEL_")
                        || name.startsWith("OPENAI_")
                        || name.startsWith("ANTHROPIC_")
                        || name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("JDK_JAVA_OPTIONS"));
    }

    private static Run finished(Started started) throws IOException, InterruptedException {
        try {
            if (!started.process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                started.process.destroyForcibly().waitFor();
                throw new IllegalStateException("still running after " + LONGEST + ": "
                        + Files.readString(started.out, StandardCharsets.UTF_8)
                        + Files.readString(started.err, StandardCharsets.UTF_8));
            }
            return new Run(
                    started.process.exitValue(),
                    Files.readString(started.out, StandardCharsets.UTF_8),
                    Files.readString(started.err, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(started.out);
            Files.deleteIfExists(started.err);
        }
    }

    /**
     * A program that has ended.
     *
     * @param status its exit status
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    public record Run(int status, String out, String err) {
        /**
         * This run, if it went well.
         *
         * @throws AssertionError if its exit status is not 0
         */
        public Run expectSuccess() {
            if (status != 0) {
                throw new AssertionError("exit status " + status + "\n" + out + "\n" + err);
            }
            return this;
        }
    }
}
