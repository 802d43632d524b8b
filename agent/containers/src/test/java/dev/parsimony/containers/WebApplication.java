// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A web application, as Tomcat unpacks it or packed.
 *
 * @param directory where
 * @param libraries what it brings with it
 */
record WebApplication(Path directory, Libraries libraries) {
    private static final String DESCRIPTOR = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
              <servlet>
                <servlet-name>reception</servlet-name>
                <servlet-class>com.acme.hosted.Reception</servlet-class>
                <init-param>
                  <param-name>okhttp</param-name>
                  <param-value>yes</param-value>
                </init-param>
              </servlet>
              <servlet-mapping>
                <servlet-name>reception</servlet-name>
                <url-pattern>/</url-pattern>
              </servlet-mapping>
            </web-app>
            """;

    /** Lays it out. */
    Path unpacked() throws IOException {
        ApplicationJar.unpackedIn(directory.resolve(Path.of("WEB-INF", "classes")));
        Path inside = Files.createDirectories(directory.resolve(Path.of("WEB-INF", "lib")));
        for (Path jar : libraries.jars()) {
            Files.copy(jar, inside.resolve(jar.getFileName()));
        }
        return directory;
    }

    /** Packs it, with a descriptor that tells Tomcat of the servlet. */
    Path packed() throws IOException {
        Files.writeString(unpacked().resolve(Path.of("WEB-INF", "web.xml")), DESCRIPTOR);
        Path war = directory.resolveSibling(directory.getFileName() + ".war");
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream out = new ZipOutputStream(file);
                Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new ZipEntry(directory.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
        return war;
    }
}
