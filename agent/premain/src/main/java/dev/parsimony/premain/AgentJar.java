// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The jar of the agent, opened once and kept open: the classes of the isolated loader are read from it for as long as the JVM lives. */
final class AgentJar {
    private static final String TARGETS = "parsimony/targets.txt";

    private final File file;
    private final JarFile zip;

    /** @throws IOException if the file is not a readable jar */
    AgentJar(File file) throws IOException {
        this.file = file;
        // Without verification: checking signatures before the JIT is warm is slow, and the JVM trusts the jar already.
        this.zip = new JarFile(file, false);
    }

    /** The jar that this very class came from. */
    static AgentJar own() throws Exception {
        return new AgentJar(new File(AgentJar.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
    }

    /** Where the jar lies. */
    File file() {
        return file;
    }

    /** The {@code Premain-Class} of the manifest, or null where there is none. */
    @Nullable
    String premainClass() throws IOException {
        Manifest manifest = zip.getManifest();
        return manifest == null ? null : manifest.getMainAttributes().getValue("Premain-Class");
    }

    /** Internal names ({@code com/acme/Client}) of the classes to be woven, written at build time, one a line. */
    Set<String> targets() throws IOException {
        byte[] text = read(TARGETS);
        if (text == null) {
            throw new IOException(TARGETS + " is missing in " + file);
        }
        return lines(new String(text, StandardCharsets.UTF_8));
    }

    /** The bytes of an entry, or null where there is none of that name. */
    byte @Nullable [] read(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            return null;
        }
        InputStream in = zip.getInputStream(found);
        try {
            return readAll(in, (int) found.getSize());
        } finally {
            in.close();
        }
    }

    /** Whether the jar has an entry of that name. */
    boolean contains(String entry) {
        return zip.getEntry(entry) != null;
    }

    private static byte[] readAll(InputStream in, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size > 0 ? size : 4096);
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }

    private static Set<String> lines(String text) {
        Set<String> lines = new HashSet<String>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).trim();
            if (!line.isEmpty()) {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }
}
