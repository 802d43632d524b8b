// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AgentLogTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T08:00:00Z"));

    @Test
    void saysALineUnderItsName() {
        log(AgentLog.Form.TEXT, false).say("openai-java 4.100.0 instrumented");

        assertThat(lines()).containsExactly("parsimony: openai-java 4.100.0 instrumented");
    }

    @Test
    void keepsWhatItSaysOnOneLine() {
        log(AgentLog.Form.TEXT, false).say("one\r\ntwo");

        assertThat(lines()).containsExactly("parsimony: one two");
    }

    @Test
    void writesOneJsonObjectALine() {
        log(AgentLog.Form.JSON, false).say("a \"quoted\" word");

        assertThat(lines())
                .containsExactly("{\"time\":\"2026-11-21T08:00:00Z\",\"level\":\"info\",\"logger\":\"parsimony\","
                        + "\"message\":\"a \\\"quoted\\\" word\"}");
    }

    @Test
    void warnsOfATopicOnceAMinute() {
        AgentLog log = log(AgentLog.Form.TEXT, false);

        log.warn("mark", "first");
        log.warn("mark", "second");
        log.warn("price", "other");

        assertThat(lines()).containsExactly("parsimony: first", "parsimony: other");
    }

    @Test
    void tellsHowOftenItHeldATopicBack() {
        AgentLog log = log(AgentLog.Form.TEXT, false);
        log.warn("mark", "first");
        log.warn("mark", "second");

        now.set(now.get().plusSeconds(61));
        log.warn("mark", "third");

        assertThat(lines()).last().isEqualTo("parsimony: third (and 1 times more before)");
    }

    @Test
    void debugsOnlyWhereAskedTo() {
        log(AgentLog.Form.TEXT, false).debug(() -> "hidden");
        log(AgentLog.Form.TEXT, true).debug(() -> "shown");

        assertThat(lines()).containsExactly("parsimony: shown");
    }

    private AgentLog log(AgentLog.Form form, boolean debug) {
        return new AgentLog(out, form, debug, now::get);
    }

    private java.util.List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
