// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A library of others on the class path of these tests.
 *
 * @param file {@code .../NAME/VERSION/NAME-VERSION.jar}, as a repository keeps it
 */
record Library(Path file) {
    private static final Pattern CLASS = Pattern.compile("(?!META-INF/|module-info).*\\.class");

    String name() {
        return file.getParent().getParent().getFileName().toString();
    }

    String version() {
        return file.getParent().getFileName().toString();
    }

    /** Those of which the agent's jar has at least one class. */
    static List<Library> packedInto(PackedJar agent) throws IOException {
        List<Library> packed = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Library library = new Library(Path.of(path));
            if (library.isFromARepository() && library.isPackedInto(agent)) {
                packed.add(library);
            }
        }
        return packed;
    }

    private boolean isFromARepository() {
        return file.getFileName().toString().equals(name() + "-" + version() + ".jar");
    }

    private boolean isPackedInto(PackedJar agent) throws IOException {
        try (PackedJar jar = new PackedJar(file)) {
            return jar.names().stream()
                    .filter(CLASS.asMatchPredicate())
                    .anyMatch(name -> agent.contains("inst/" + name + "data"));
        }
    }

    @Override
    public String toString() {
        return name() + " " + version();
    }
}
