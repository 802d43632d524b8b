// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Small jars written for a test. */
final class Jars {
    private Jars() {}

    /** Writes a jar whose manifest names that premain class, and nothing in it. */
    static Path write(Path file, String premainClass) throws IOException {
        return write(file, premainClass, Map.of());
    }

    /** Writes a jar whose manifest names that premain class, with these entries. */
    static Path write(Path file, String premainClass, Map<String, byte[]> entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", premainClass);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return file;
    }

    /** The class file of a class on the test's own class path. */
    static byte[] classFile(Class<?> type) throws IOException {
        String resource = "/" + type.getName().replace('.', '/') + ".class";
        try (var in = type.getResourceAsStream(resource)) {
            return java.util.Objects.requireNonNull(in, resource).readAllBytes();
        }
    }

    /** Text as the bytes of an entry. */
    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
