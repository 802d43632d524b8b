// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that is a named module, with nothing on the class path. */
class ModulesIT {
    private static final Path SOURCES = Path.of("target", "test-classes", "modular");

    /** An empty jar among them would be module okio before the one with the classes. */
    private static final Libraries SDKS = Libraries.ofSdks().without("okio");

    @TempDir
    private Path directory;

    static Stream<Jdk> jdks() {
        return Stream.of(Jdk.current(), Jdk.newest()).distinct();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void isEnteredInTheModuleOfItsSdk(Jdk jdk) {
        compile();
        try (Site site = new Site()) {
            Jvm.Run run = site.jvm(jdk)
                    .flag("--add-modules=ALL-MODULE-PATH") // modules without a declaration require nothing by name
                    .flag("--module-path=" + SDKS.behind(directory).classPath())
                    .run("-m", "com.acme.modular/com.acme.modular.ModularDesk")
                    .expectSuccess();

            assertThat(run.out()).contains("module com.acme.modular, module openai.java.core");
            assertThat(run.err()).containsPattern("openai-java 4\\S+ \\(openai-java-core-4\\S+\\.jar\\) instrumented");
            assertThat(site.callSites())
                    .containsExactly("com.acme.modular.ModularDesk.ask", "com.acme.modular.ModularDesk.ask");
        }
    }

    private void compile() {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release=17",
                        "-d",
                        directory.toString(),
                        "--module-path",
                        SDKS.classPath(),
                        SOURCES.resolve("module-info.java").toString(),
                        SOURCES.resolve("ModularDesk.java").toString());
        assertThat(status).isZero();
    }
}
