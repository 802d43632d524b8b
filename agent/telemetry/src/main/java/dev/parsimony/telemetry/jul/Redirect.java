// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.jul;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes classes log to this package where they would log to {@code java.util.logging} or by {@code System.getLogger}, which
 * both end in the application's logging and may start it too early. Used when the agent's jar is packed.
 */
public final class Redirect {
    private static final String PACKAGE = "dev/parsimony/telemetry/jul/";
    private static final String LOGGING = "java/util/logging/";

    private Redirect() {}

    /**
     * Rewrites every class file below some folders, in place.
     *
     * @param folders the folders
     * @throws IOException if one cannot be read or written
     */
    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            for (Path file : classes(Path.of(folder))) {
                byte[] before = Files.readAllBytes(file);
                byte[] after = rewrite(before);
                if (after != before) {
                    Files.write(file, after);
                }
            }
        }
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    /**
     * Rewrites one class file. Types and calls are named in its constant pool alone, so only that changes.
     *
     * @param classFile its bytes; not written to
     * @return the rewritten bytes, or the very same array if it logs nowhere
     * @throws IllegalArgumentException if it is no class file, or of a later form than is known here
     */
    public static byte[] rewrite(byte[] classFile) {
        String text = new String(classFile, StandardCharsets.ISO_8859_1);
        if (!text.contains(LOGGING) && !text.contains("java/lang/System$Logger")) {
            return classFile;
        }
        ConstantPool pool = ConstantPool.of(classFile);
        pool.rename(LOGGING, PACKAGE);
        pool.moveMethod("java/lang/System", "getLogger", PACKAGE + "SystemLogger");
        return pool.classFile();
    }
}
