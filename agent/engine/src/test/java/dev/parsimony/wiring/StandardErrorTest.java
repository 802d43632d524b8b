// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class StandardErrorTest {
    @Test
    void isNotTheStreamThatAnApplicationHasSet() {
        PrintStream before = System.err;
        ByteArrayOutputStream applications = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(applications, true, StandardCharsets.UTF_8));
            AgentLog.of(Settings.builtIn(1L << 30).log(), false, InstantSource.system())
                    .say("StandardErrorTest says this");
        } finally {
            System.setErr(before);
        }

        assertThat(applications.size()).isZero();
    }

    @Test
    void isWrittenInTheCharsetThatJavaNamesForItOrElseInTheDefault() {
        assertThat(StandardError.charset("ISO-8859-1")).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(StandardError.charset("")).isEqualTo(Charset.defaultCharset());
        assertThat(StandardError.charset("no charset")).isEqualTo(Charset.defaultCharset());
    }
}
