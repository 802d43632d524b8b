// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "file:/opt/app/lib/sdk-1.2.jar, sdk-1.2.jar",
        "jar:file:/opt/app.jar!/BOOT-INF/lib/sdk-1.2.jar!/, sdk-1.2.jar",
        "jar:nested:/opt/app.jar/!BOOT-INF/lib/sdk-1.2.jar!/, sdk-1.2.jar",
        "file:/opt/app/classes/, classes"
    })
    void namesTheInnermostJar(String location, String jar) throws Exception {
        CodeSource source = new CodeSource(new URL(null, location, new Unopened()), (Certificate[]) null);

        assertThat(new Origin(new ProtectionDomain(source, null)).jar()).isEqualTo(jar);
    }

    @ParameterizedTest
    @CsvSource({
        "file:/opt/lib/openai-java-core-4.100.0.jar, 4.100.0",
        "file:/opt/lib/com.openai.openai-java-core-4.1.0-rc.1.jar, 4.1.0-rc.1",
        "file:/opt/lib/langchain4j-core-1.19.0.jar, 1.19.0",
        "file:/opt/lib/sdk-v2-7.jar, 7",
        "file:/opt/lib/sdk.jar, ''",
        "file:/opt/app/classes-1.2/, ''"
    })
    void readsTheVersionInTheNameOfTheJar(String location, String version) throws Exception {
        CodeSource source = new CodeSource(new URL(null, location, new Unopened()), (Certificate[]) null);

        assertThat(new Origin(new ProtectionDomain(source, null)).version()).isEqualTo(version);
    }

    @Test
    void isSilentWhereNothingIsKnown() {
        assertThat(new Origin(null).jar()).isEmpty();
        assertThat(new Origin(null).version()).isEmpty();
        assertThat(new Origin(new ProtectionDomain(null, null)).jar()).isEmpty();
    }

    /** Spring Boot's loader brings a handler of its own for its addresses. */
    private static final class Unopened extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) {
            throw new UnsupportedOperationException();
        }
    }
}
