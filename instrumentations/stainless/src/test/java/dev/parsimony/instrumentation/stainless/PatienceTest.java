// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatienceTest {
    @ParameterizedTest
    @EnumSource
    void isAQuarterOfTheCallsOwnTimeout(Edition edition) throws ReflectiveOperationException {
        try (SdkOptions options = new SdkOptions(edition)) {
            assertThat(options.patience().of(options.withTimeout(Duration.ofSeconds(2))))
                    .isEqualTo(Duration.ofMillis(500));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNoEndWhereTheCallHasNoTimeout(Edition edition) throws ReflectiveOperationException {
        try (SdkOptions options = new SdkOptions(edition)) {
            assertThat(options.patience().of(options.none())).isEqualTo(Duration.ofDays(1));
            assertThat(options.patience().of(options.withTimeout(Duration.ZERO)))
                    .isEqualTo(Duration.ofDays(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNothingWhereTheTimeoutCannotBeRead(Edition edition) throws ReflectiveOperationException {
        try (SdkOptions options = new SdkOptions(edition)) {
            assertThat(options.patience().of("no options")).isZero();
        }
    }

    /** The options of one version of an SDK. */
    private static final class SdkOptions implements AutoCloseable {
        private final Edition.Application application;
        private final String prefix;

        SdkOptions(Edition edition) {
            this.application = edition.application();
            this.prefix = edition.sdk().equals("openai-java") ? "com.openai" : "com.anthropic";
        }

        Patience patience() throws ReflectiveOperationException {
            return new Patience(new Sdk(prefix, application));
        }

        Object none() throws ReflectiveOperationException {
            return type().getMethod("none").invoke(null);
        }

        Object withTimeout(Duration timeout) throws ReflectiveOperationException {
            Object builder = type().getMethod("builder").invoke(null);
            builder.getClass().getMethod("timeout", Duration.class).invoke(builder, timeout);
            return builder.getClass().getMethod("build").invoke(builder);
        }

        private Class<?> type() throws ClassNotFoundException {
            return application.loadClass(prefix + ".core.RequestOptions");
        }

        @Override
        public void close() {
            try {
                application.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
