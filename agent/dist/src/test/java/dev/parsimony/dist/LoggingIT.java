// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the libraries log stays out of the application's handlers: packed, they log to our stand-in. */
class LoggingIT {
    private static final String STAND_IN = "dev.parsimony.telemetry.jul";

    /** The libraries that log, as they were packed. */
    private static JavaClasses logging;

    @BeforeAll
    static void read() {
        Path libraries = Path.of(System.getProperty("parsimony.agent.libraries"));
        logging = new ClassFileImporter()
                .importPaths(
                        libraries.resolve("io/opentelemetry"),
                        libraries.resolve("com/github/benmanes"),
                        libraries.resolve(STAND_IN.replace('.', '/')));
    }

    @Test
    void nothingNamesTheLoggersOfTheApplication() throws IOException {
        try (PackedJar agent = PackedJar.agent()) {
            assertThat(agent.names())
                    .filteredOn(name -> name.endsWith(".classdata"))
                    .noneMatch(name ->
                            new String(agent.bytes(name), StandardCharsets.ISO_8859_1).contains("java/util/logging/"));
        }
    }

    @Test
    void nothingAsksTheSystemForALogger() {
        noClasses().should().callMethod(System.class, "getLogger", String.class).check(logging);
    }

    @Test
    void theStandInHasWhateverTheLibrariesAskOfIt() {
        var asked = logging.stream()
                .filter(type -> !type.getPackageName().equals(STAND_IN))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .map(JavaAccess::getTarget)
                .filter(target -> target.getOwner().getPackageName().equals(STAND_IN))
                .collect(Collectors.toSet());

        assertThat(asked).extracting(AccessTarget::getName).contains("getLogger", "log");
        assertThat(asked)
                .allSatisfy(target -> assertThat(target.resolveMember())
                        .as(target.getFullName())
                        .isPresent());
    }
}
