// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jars that an application is made of.
 *
 * @param jars named {@code library-version.jar}
 */
record Libraries(List<Path> jars) {
    private static final Path TARGET = Path.of("target");

    /** The SDKs in the versions that the build names, with all that they need. */
    static Libraries ofSdks() {
        try {
            return of(Files.readString(TARGET.resolve("application.classpath")).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that the build has copied into a directory under {@code target}. */
    static Libraries in(String directory) {
        try (Stream<Path> files = Files.list(TARGET.resolve(directory))) {
            return new Libraries(files.sorted().map(Path::toAbsolutePath).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of the test's own class path.
     *
     * @param names without version
     */
    static Libraries named(String... names) {
        Set<String> wanted = Set.of(names);
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new Libraries(
                of(own).jars.stream().filter(jar -> wanted.contains(name(jar))).toList());
    }

    private static Libraries of(String classPath) {
        return new Libraries(
                Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList());
    }

    /** These and those, which take the place of other versions of the same libraries. */
    Libraries with(Libraries others) {
        Set<String> replaced = others.jars.stream().map(Libraries::name).collect(Collectors.toSet());
        return new Libraries(Stream.concat(
                        jars.stream().filter(jar -> !replaced.contains(name(jar))), others.jars.stream())
                .toList());
    }

    /** The same but those of these names. */
    Libraries without(String... names) {
        Set<String> gone = Set.of(names);
        return new Libraries(
                jars.stream().filter(jar -> !gone.contains(name(jar))).toList());
    }

    /** The same with one more in front. */
    Libraries behind(Path jar) {
        return new Libraries(Stream.concat(Stream.of(jar), jars.stream()).toList());
    }

    private static String name(Path jar) {
        return jar.getFileName().toString().replaceFirst("-[0-9].*\\.jar$", "");
    }

    /** A class path of them. */
    String classPath() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
