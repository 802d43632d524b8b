// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.acme.hosted.PlainDesk;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application under a security manager, whose policy knows the application and its libraries, and not us. */
class SecurityManagerIT {
    @TempDir
    private Path directory;

    @Test
    void isLeftAloneWithOneLine() throws IOException {
        assumeThat(Jdk.current().feature()).as("which still has one").isLessThan(24);
        Libraries application = Libraries.ofSdks().behind(ApplicationJar.in(directory));
        try (Site site = new Site()) {
            Jvm.Run run = site.jvm(Jdk.current())
                    .flag("-Djava.security.manager")
                    .flag("-Djava.security.policy==" + policy(application))
                    .classPath(application.classPath())
                    .run(PlainDesk.class, "chat")
                    .expectSuccess();

            assertThat(run.out()).startsWith("chat: ");
            assertThat(run.err().lines().filter(line -> line.startsWith("parsimony")))
                    .singleElement()
                    .asString()
                    .contains("does not run under a security manager");
            assertThat(site.callSites()).isEmpty();
        }
    }

    private Path policy(Libraries application) throws IOException {
        String grants = application.jars().stream()
                .map(jar -> "grant codeBase \"" + jar.toUri() + "\" { permission java.security.AllPermission; };\n")
                .collect(Collectors.joining());
        return Files.writeString(directory.resolve("desk.policy"), grants);
    }
}
