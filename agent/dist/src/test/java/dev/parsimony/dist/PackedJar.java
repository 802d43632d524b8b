// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A jar as it lies on disk, read entry by entry and never through a class loader. */
final class PackedJar implements AutoCloseable {
    private final JarFile jar;

    PackedJar(Path file) throws IOException {
        this.jar = new JarFile(file.toFile(), false);
    }

    /** The agent's jar, as the build has just packed it. */
    static PackedJar agent() throws IOException {
        return new PackedJar(Path.of(System.getProperty("parsimony.agent.jar")));
    }

    /** The files in it, in the order in which they were packed. */
    List<JarEntry> files() {
        return jar.stream().filter(entry -> !entry.isDirectory()).toList();
    }

    List<String> names() {
        return files().stream().map(JarEntry::getName).toList();
    }

    boolean contains(String name) {
        return jar.getEntry(name) != null;
    }

    Attributes manifest() throws IOException {
        return jar.getManifest().getMainAttributes();
    }

    byte[] bytes(String name) {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The lines of a list of services, without its comments. */
    List<String> providers(String name) {
        return text(name)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The major version of a class file: 52 is Java 8, 61 is Java 17. */
    int classFileVersion(String name) {
        return ByteBuffer.wrap(bytes(name)).getShort(6);
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
