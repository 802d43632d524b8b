// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A web application as Tomcat unpacks it.
 *
 * @param directory where
 * @param libraries what it brings with it
 */
record WebApplication(Path directory, Libraries libraries) {
    /** Lays it out. */
    Path unpacked() throws IOException {
        ApplicationJar.unpackedIn(directory.resolve(Path.of("WEB-INF", "classes")));
        Path inside = Files.createDirectories(directory.resolve(Path.of("WEB-INF", "lib")));
        for (Path jar : libraries.jars()) {
            Files.copy(jar, inside.resolve(jar.getFileName()));
        }
        return directory;
    }
}
