// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a call may wait for an identical one: a quarter of its own timeout, since it has all of that before it if it must
 * go out after all.
 */
final class Patience {
    private static final int SHARE = 4;
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    private final Sdk sdk;

    Patience(Sdk sdk) {
        this.sdk = sdk;
    }

    /**
     * The patience of a call.
     *
     * @param options the SDK's options of this call
     * @return zero where its timeout cannot be read
     */
    Duration of(Object options) {
        try {
            Optional<?> timeout = timeout(options);
            return timeout.isEmpty() ? UNBOUNDED : share((Duration) sdk.call(Member.REQUEST_TIMEOUT, timeout.get()));
        } catch (Throwable unreadable) {
            return Duration.ZERO;
        }
    }

    private Optional<?> timeout(Object options) throws Throwable {
        if (sdk.has(Member.OPTIONAL_TIMEOUT)) {
            return (Optional<?>) sdk.call(Member.OPTIONAL_TIMEOUT, options);
        }
        return Optional.ofNullable(sdk.call(Member.TIMEOUT, options));
    }

    /** Zero is the SDKs' word for no timeout. */
    private static Duration share(Duration timeout) {
        return timeout.isZero() ? UNBOUNDED : timeout.dividedBy(SHARE);
    }
}
