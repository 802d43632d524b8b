// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring;

import dev.parsimony.weaving.Retries;
import dev.parsimony.weaving.Symbol;
import java.util.List;

/** What Spring AI 2.x retries with where it has no provider's own SDK below: Spring's own, {@code spring-core} from 7.0. */
public final class CoreRetry implements Retries {
    private static final String RETRY = "org.springframework.core.retry.";

    /** Made by the service loader. */
    public CoreRetry() {}

    @Override
    public String name() {
        return "spring-core";
    }

    @Override
    public List<Symbol> methods() {
        return List.of(Symbol.method(RETRY + "RetryTemplate", "execute", RETRY + "Retryable"));
    }
}
