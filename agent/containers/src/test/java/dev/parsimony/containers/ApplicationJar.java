// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The applications' own classes. */
final class ApplicationJar {
    private static final Path CLASSES = Path.of("target", "test-classes");

    private ApplicationJar() {}

    /** Packs them into a jar, as a build would. */
    static Path in(Path directory) throws IOException {
        Path jar = directory.resolve("desk.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Path each : classes("com", "acme", "hosted")) {
                out.putNextEntry(new JarEntry(name(each)));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    /** Puts them into a directory, and with them what they have in place of a library's classes. */
    static void unpackedIn(Path directory) throws IOException {
        List<Path> all = new ArrayList<>(classes("com", "acme", "hosted"));
        all.addAll(classes("com", "openai", "core"));
        for (Path each : all) {
            Path copy = directory.resolve(name(each));
            Files.createDirectories(copy.getParent());
            Files.copy(each, copy);
        }
    }

    private static String name(Path file) {
        return CLASSES.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> classes(String... names) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(Path.of("", names)))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
