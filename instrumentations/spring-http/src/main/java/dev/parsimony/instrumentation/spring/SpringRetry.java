// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring;

import dev.parsimony.weaving.Retries;
import dev.parsimony.weaving.Symbol;
import java.util.List;

/**
 * What Spring AI 1.x sends with when it waits for the answer, nine attempts more unless told otherwise; {@code
 * org.springframework.retry:spring-retry} 2. Its many {@code execute} all end here. Streams are not retried.
 */
public final class SpringRetry implements Retries {
    private static final String RETRY = "org.springframework.retry.";

    /** Made by the service loader. */
    public SpringRetry() {}

    @Override
    public String name() {
        return "spring-retry";
    }

    @Override
    public List<Symbol> methods() {
        return List.of(Symbol.method(
                RETRY + "support.RetryTemplate",
                "doExecute",
                RETRY + "RetryCallback",
                RETRY + "RecoveryCallback",
                RETRY + "RetryState"));
    }
}
