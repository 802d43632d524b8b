// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param home its directory
 * @param feature its feature release, such as 17
 */
public record Jdk(Path home, int feature) {
    private static final List<String> PLACES =
            List.of("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines", "/opt/java", "/opt/hostedtoolcache/Java");

    /** The JDK that runs the tests. */
    public static Jdk current() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** One JDK of each release found on this machine that is newer than the one that runs the tests, oldest first. */
    public static List<Jdk> newer() {
        Map<Integer, Jdk> found = new LinkedHashMap<>();
        candidates()
                .flatMap(home -> at(home).stream())
                .filter(jdk -> jdk.feature > current().feature)
                .sorted(Comparator.comparingInt(Jdk::feature))
                .forEach(jdk -> found.putIfAbsent(jdk.feature, jdk));
        return List.copyOf(found.values());
    }

    /** The newest JDK found on this machine, the running one included. */
    public static Jdk newest() {
        List<Jdk> newer = newer();
        return newer.isEmpty() ? current() : newer.get(newer.size() - 1);
    }

    /** Every newer JDK, and the running one before them. */
    public static Stream<Jdk> all() {
        return Stream.concat(Stream.of(current()), newer().stream());
    }

    private static Stream<Path> candidates() {
        Stream<Path> named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(variable -> Path.of(variable.getValue()));
        Stream<Path> installed =
                PLACES.stream().map(Path::of).filter(Files::isDirectory).flatMap(Jdk::inside);
        return Stream.concat(named, installed).flatMap(home -> Stream.of(home, home.resolve("Contents/Home")));
    }

    private static Stream<Path> inside(Path place) {
        try (Stream<Path> homes = Files.list(place)) {
            return homes.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return Optional.empty();
        }
        Properties said = new Properties();
        try (var reader = Files.newBufferedReader(release, StandardCharsets.UTF_8)) {
            said.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = said.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Optional.of(new Jdk(home, Integer.parseInt(version.split("[^0-9]", 2)[0])));
    }

    /** The command that starts its JVM. */
    public String command() {
        return home.resolve("bin/java").toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
