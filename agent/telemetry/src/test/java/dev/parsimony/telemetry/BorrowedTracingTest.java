// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BorrowedTracingTest {
    private static final SpanReference THEIRS =
            new SpanReference("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true, "vendor=1,other=2");
    private static final SpanReference OURS =
            new SpanReference("0af7651916cd43dd8448eb211c80319c", "00f067aa0ba902b7", true, "");

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void readsTheApplicationsCurrentSpan(String version) throws Exception {
        try (TracedApplication application = new TracedApplication(version)) {
            ApplicationTracing tracing = BorrowedTracing.of(application.loader());
            assertThat(application.within(THEIRS, tracing::current)).isEqualTo(THEIRS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void readsThatASpanIsNotSampled(String version) throws Exception {
        SpanReference dropped = new SpanReference(THEIRS.traceId(), THEIRS.spanId(), false, "");
        try (TracedApplication application = new TracedApplication(version)) {
            ApplicationTracing tracing = BorrowedTracing.of(application.loader());
            assertThat(application.within(dropped, tracing::current)).isEqualTo(dropped);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void findsNoSpanWhereNoneIsCurrent(String version) throws Exception {
        try (TracedApplication application = new TracedApplication(version)) {
            assertThat(BorrowedTracing.of(application.loader()).current().isValid())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void makesOurSpanTheApplicationsCurrentOneUntilLeft(String version) throws Exception {
        try (TracedApplication application = new TracedApplication(version)) {
            ApplicationTracing tracing = BorrowedTracing.of(application.loader());
            Callable<String> nested = () -> {
                String seen;
                try (Scope inside = tracing.enter(OURS)) {
                    assertThat(inside).isNotNull();
                    seen = application.currentSpan();
                }
                return seen + " then " + application.currentSpan();
            };
            assertThat(application.within(THEIRS, nested))
                    .isEqualTo(OURS.spanId() + " sampled vendor=1 then " + THEIRS.spanId() + " sampled vendor=1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void makesOurRootCurrentWhereTheApplicationHasNoSpan(String version) throws Exception {
        try (TracedApplication application = new TracedApplication(version)) {
            ApplicationTracing tracing = BorrowedTracing.of(application.loader());
            try (Scope inside = tracing.enter(OURS)) {
                assertThat(inside).isNotNull();
                assertThat(tracing.current()).isEqualTo(OURS);
            }
            assertThat(tracing.current().isValid()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void leavesOurSpanWhateverTheApplicationsContextStorageThrows(String version) throws Exception {
        try (TracedApplication application = new TracedApplication(version)) {
            application.guardScopes();
            Scope inside = BorrowedTracing.of(application.loader()).enter(OURS);
            assertThatCode(inside::close).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void readsTheBaggage(String version) throws Exception {
        try (TracedApplication application = new TracedApplication(version)) {
            ApplicationTracing tracing = BorrowedTracing.of(application.loader());
            assertThat(application.withBaggage("tenant", "acme", () -> tracing.baggage("tenant")))
                    .isEqualTo("acme");
            assertThat(application.withBaggage("tenant", "acme", () -> tracing.baggage("other")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void leavesTheApplicationToRegisterItsOwnGlobal(String version) throws Exception {
        try (TracedApplication application = new TracedApplication(version)) {
            ApplicationTracing tracing = BorrowedTracing.of(application.loader());
            assertThat(tracing.current().isValid()).isFalse();
            tracing.enter(OURS).close();
            assertThat(tracing.baggage("tenant")).isEmpty();
            application.registerGlobal(); // throws if somebody has asked for the global before
        }
    }

    @Test
    void findsNothingWhereThereIsNoApi() {
        ApplicationTracing tracing = BorrowedTracing.of(ClassLoader.getPlatformClassLoader());
        assertThat(tracing).isSameAs(ApplicationTracing.none());
        assertThat(BorrowedTracing.of(null)).isSameAs(ApplicationTracing.none());
    }

    @Test
    void leavesTheCurrentSpanWhereWeHaveNone() throws Exception {
        try (TracedApplication application = new TracedApplication("1.67.0")) {
            ApplicationTracing tracing = BorrowedTracing.of(application.loader());
            Callable<SpanReference> nested = () -> {
                try (Scope inside = tracing.enter(SpanReference.none())) {
                    assertThat(inside).isNotNull();
                    return tracing.current();
                }
            };
            assertThat(application.within(THEIRS, nested)).isEqualTo(THEIRS);
        }
    }

    @Test
    void doesNotHoldTheApplicationsLoader() throws Exception {
        ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
        TracedApplication application = new TracedApplication("1.67.0");
        ApplicationTracing tracing = BorrowedTracing.of(application.loader());
        assertThat(application.within(THEIRS, tracing::current)).isEqualTo(THEIRS);
        WeakReference<ClassLoader> loader = new WeakReference<>(application.loader(), gone);
        application.close();
        application = null;
        for (int i = 0; i < 50 && gone.remove(100) == null; i++) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
        assertThat(tracing.current()).isEqualTo(SpanReference.none());
    }
}
