// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalTest {
    private static final String SPAN = "io.opentelemetry.api.trace.Span";

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void isSetOnceTheApplicationHasSetItAndNotByAsking(String version) throws Throwable {
        try (TracedApplication application = new TracedApplication(version)) {
            Global global = Global.of(application.loader().loadClass(SPAN));
            assertThat(global.isSet()).isFalse();

            application.registerGlobal();

            assertThat(global.isSet()).isTrue();
            assertThat(global.get().getClass().getClassLoader()).isSameAs(application.loader());
        }
    }

    @Test
    void isNeverSetWhereTheApiHasNone() {
        assertThat(Global.of(String.class).isSet()).isFalse();
        assertThat(Global.bridged(String.class).isSet()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void standsAtOnceWhereAnAgentAnswersForIt(String version) throws Throwable {
        try (TracedApplication application = new TracedApplication(version)) {
            Global global = Global.bridged(application.loader().loadClass(SPAN));

            assertThat(global.isSet()).isTrue();
            assertThat(global.get()).isNotNull();
        }
    }
}
