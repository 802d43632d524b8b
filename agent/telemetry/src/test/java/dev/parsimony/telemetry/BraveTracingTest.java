// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BraveTracingTest {
    private static final String OLDEST = "5.13.11";
    private static final String NEWEST = "6.3.1";
    private static final String SPAN = "00b7ad6b71692033";
    private static final SpanReference THEIRS = new SpanReference("0af7651916cd43dd8448eb211c80319c", SPAN, true, "");
    private static final SpanReference OURS = new SpanReference(THEIRS.traceId(), "00f067aa0ba902b7", true, "");

    @ParameterizedTest
    @ValueSource(strings = {OLDEST, NEWEST})
    void readsTheApplicationsCurrentSpan(String version) throws Exception {
        try (BraveApplication application = new BraveApplication(version).traces()) {
            ApplicationTracing tracing = BorrowedTracing.ofBrave(application.loader());
            assertThat(application.within(true, true, tracing::current)).isEqualTo(THEIRS);
            assertThat(tracing.current()).isEqualTo(SpanReference.none());
        }
    }

    @Test
    void putsZerosInFrontOfATraceIdOf64Bits() throws Exception {
        try (BraveApplication application = new BraveApplication(NEWEST).traces()) {
            ApplicationTracing tracing = BorrowedTracing.ofBrave(application.loader());
            assertThat(application.within(false, true, tracing::current).traceId())
                    .isEqualTo("00000000000000008448eb211c80319c");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OLDEST, NEWEST})
    void keepsTheDecisionWhetherTheTraceIsSampled(String version) throws Exception {
        try (BraveApplication application = new BraveApplication(version).traces()) {
            ApplicationTracing tracing = BorrowedTracing.ofBrave(application.loader());
            assertThat(application.within(true, false, tracing::current).sampled())
                    .isFalse();
            assertThat(application.within(true, null, tracing::current).sampled())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OLDEST, NEWEST})
    void nestsOurSpanUnderTheApplicationsUntilLeft(String version) throws Exception {
        try (BraveApplication application = new BraveApplication(version).traces()) {
            ApplicationTracing tracing = BorrowedTracing.ofBrave(application.loader());
            String trace = THEIRS.traceId();
            assertThat(application.within(true, true, entered(application, tracing, OURS)))
                    .isEqualTo(trace + " " + OURS.spanId() + " under " + SPAN + " sampled true then " + trace + " "
                            + SPAN + " under null sampled true");
        }
    }

    @Test
    void nestsItWhereTheTraceIdHas64BitsToo() throws Exception {
        try (BraveApplication application = new BraveApplication(NEWEST).traces()) {
            ApplicationTracing tracing = BorrowedTracing.ofBrave(application.loader());
            SpanReference ours = new SpanReference("00000000000000008448eb211c80319c", OURS.spanId(), true, "");
            assertThat(application.within(false, true, entered(application, tracing, ours)))
                    .startsWith("8448eb211c80319c " + OURS.spanId() + " under " + SPAN);
        }
    }

    @Test
    void keepsTheApplicationsBaggageUnderOurSpan() throws Exception {
        try (BraveApplication application = new BraveApplication(NEWEST).traces()) {
            ApplicationTracing tracing = BorrowedTracing.ofBrave(application.loader());
            Callable<String> nested = () -> {
                application.setTenant("acme");
                try (Scope inside = tracing.enter(OURS)) {
                    assertThat(inside).isNotNull();
                    return tracing.baggage("tenant");
                }
            };
            assertThat(application.within(true, true, nested)).isEqualTo("acme");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OLDEST, NEWEST})
    void readsTheBaggage(String version) throws Exception {
        try (BraveApplication application = new BraveApplication(version).traces()) {
            ApplicationTracing tracing = BorrowedTracing.ofBrave(application.loader());
            Callable<String> read = () -> {
                application.setTenant("acme");
                return tracing.baggage("tenant") + tracing.baggage("other");
            };
            assertThat(application.within(true, true, read)).isEqualTo("acme");
            assertThat(tracing.baggage("tenant")).isEmpty();
        }
    }

    @Test
    void leavesToBravesSamplerWhatItHasNoSpanOf() throws Exception {
        try (BraveApplication application = new BraveApplication(NEWEST).traces()) {
            ApplicationTracing tracing = BorrowedTracing.ofBrave(application.loader());
            assertThat(entered(application, tracing, OURS).call()).isEqualTo("none then none");
        }
    }

    @Test
    void findsNoSpanWhereBraveIsNotAtWork() throws Exception {
        try (BraveApplication application = new BraveApplication(NEWEST)) {
            ApplicationTracing tracing = BorrowedTracing.ofBrave(application.loader());
            assertThat(tracing.current()).isEqualTo(SpanReference.none());
            assertThat(tracing.baggage("tenant")).isEmpty();
            application.traces().ends();
            assertThat(tracing.current()).isEqualTo(SpanReference.none());
            tracing.enter(OURS).close();
        }
    }

    @Test
    void findsNothingWhereThereIsNoBrave() {
        assertThat(BorrowedTracing.ofBrave(null)).isSameAs(ApplicationTracing.none());
        assertThat(BorrowedTracing.ofBrave(ClassLoader.getPlatformClassLoader()))
                .isSameAs(ApplicationTracing.none());
    }

    private static Callable<String> entered(
            BraveApplication application, ApplicationTracing tracing, SpanReference ours) {
        return () -> {
            String seen;
            try (Scope inside = tracing.enter(ours)) {
                assertThat(inside).isNotNull();
                seen = application.currentSpan();
            }
            return seen + " then " + application.currentSpan();
        };
    }
}
