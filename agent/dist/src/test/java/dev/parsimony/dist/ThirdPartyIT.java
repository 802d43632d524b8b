// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What we owe to the authors of the libraries in the jar: their names, licences and notices. */
class ThirdPartyIT {
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    private static PackedJar agent;
    private static List<Library> libraries;

    @BeforeAll
    static void open() throws IOException {
        agent = PackedJar.agent();
        libraries = Library.packedInto(agent);
    }

    @AfterAll
    static void close() throws IOException {
        agent.close();
    }

    @Test
    void carriesItsOwnLicenceAndNotice() {
        assertThat(agent.text("META-INF/LICENSE")).contains("Apache License", "Version 2.0, January 2004");
        assertThat(agent.text("META-INF/NOTICE")).startsWith("Parsimony");
    }

    @Test
    void listsEveryLibraryInIt() {
        assertThat(libraries)
                .extracting(Library::name)
                .contains("caffeine", "jackson-core", "byte-buddy", "opentelemetry-sdk-trace", "jtokkit");
        assertThat(libraries)
                .allSatisfy(library -> assertThat(agent.text("META-INF/THIRD-PARTY.txt"))
                        .contains(":" + library.name() + ":" + library.version() + "\n"));
    }

    @Test
    void describesEveryLibraryInItForMachines() {
        assertThat(libraries)
                .allSatisfy(library -> assertThat(agent.text(BILL))
                        .contains("/" + library.name() + "@" + library.version() + "?type=jar"));
    }

    @Test
    void describesItselfTheSameWayInEveryBuild() {
        assertThat(agent.text(BILL))
                .contains("\"bomFormat\" : \"CycloneDX\"")
                .doesNotContain("serialNumber", "\"timestamp\"");
    }

    @Test
    void keepsEveryNotice() throws IOException {
        for (Library library : libraries) {
            try (PackedJar jar = new PackedJar(library.file())) {
                assertThat(jar.names())
                        .filteredOn(name -> name.matches("META-INF/(NOTICE.*|.+-LICENSE|licenses/.*)"))
                        .allSatisfy(name -> assertThat(agent.text("META-INF/third-party/" + library.name()
                                        + name.substring(name.lastIndexOf('/'))))
                                .isEqualTo(jar.text(name)));
            }
        }
    }

    @Test
    void keepsTheTextOfEveryLicenceButApachesWhichIsItsOwn() {
        var list = agent.text("META-INF/THIRD-PARTY.txt");

        assertThat(libraries)
                .filteredOn(library -> !licenceIn(list, library).contains("Apache"))
                .isNotEmpty()
                .allSatisfy(library -> assertThat(agent.text("META-INF/third-party/" + library.name() + "/LICENSE"))
                        .contains("Copyright (c)"));
    }

    private static String licenceIn(String list, Library library) {
        String name = ":" + library.name() + ":" + library.version() + "\n";
        return list.substring(list.indexOf(name) + name.length())
                .lines()
                .findFirst()
                .orElseThrow();
    }
}
