// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j;

import dev.parsimony.weaving.Retries;
import dev.parsimony.weaving.Symbol;
import java.util.List;

/**
 * What LangChain4j's models send with when they wait for the answer, whichever client or SDK is below: two attempts more
 * unless told otherwise; {@code dev.langchain4j:langchain4j-core}, unchanged from 1.0.0 to 1.19.0. Streams are not retried.
 */
public final class CoreRetries implements Retries {
    /** Made by the service loader. */
    public CoreRetries() {}

    @Override
    public String name() {
        return "langchain4j-core";
    }

    @Override
    public List<Symbol> methods() {
        return List.of(Symbol.method(
                "dev.langchain4j.internal.RetryUtils$RetryPolicy",
                "withRetry",
                "java.util.concurrent.Callable",
                "int"));
    }
}
