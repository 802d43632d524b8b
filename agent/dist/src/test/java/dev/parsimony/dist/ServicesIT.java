// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several libraries list providers of the same service, under one name: packed into one jar, none may be lost. */
class ServicesIT {
    private static final String SERVICES = "META-INF/services/";

    private static PackedJar agent;

    @BeforeAll
    static void open() throws IOException {
        agent = PackedJar.agent();
    }

    @AfterAll
    static void close() throws IOException {
        agent.close();
    }

    @Test
    void listsEveryProviderThatAPackedLibraryLists() throws IOException {
        for (var library : Library.packedInto(agent)) {
            try (var jar = new PackedJar(library.file())) {
                assertThat(jar.names())
                        .filteredOn(name -> name.startsWith(SERVICES) && !name.endsWith("/"))
                        .allSatisfy(name -> assertThat(agent.providers("inst/" + name))
                                .as("%s of %s", name, library)
                                .containsAll(jar.providers(name)));
            }
        }
    }

    @Test
    void listsNoProviderThatIsNotThere() {
        assertThat(agent.names())
                .filteredOn(name -> name.startsWith("inst/" + SERVICES))
                .isNotEmpty()
                .flatMap(agent::providers)
                .allSatisfy(provider -> assertThat(agent.contains("inst/" + provider.replace('.', '/') + ".classdata"))
                        .as(provider)
                        .isTrue());
    }
}
