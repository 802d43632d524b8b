// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;

/**
 * OkHttp, {@code com.squareup.okhttp3:okhttp}, from 3.14. A call passes its interceptors by {@code
 * RealInterceptorChain.proceed}: the application's first, then OkHttp's own, retries among them. Before the application's, a
 * call is one request in and one response out, on the thread that will wait for it, whichever way it was made; what OkHttp
 * keeps of calls, their timeouts, events and queues, is around it. {@code RealCall.enqueue} runs where the caller is known;
 * {@code CallServerInterceptor} is the last of OkHttp's own, which has a connection and writes to it.
 */
public final class OkHttp implements Instrumentation {
    private static final String ENQUEUE = Names.INSIDE + ".Enqueue";

    /** Made by the service loader. */
    public OkHttp() {}

    @Override
    public String name() {
        return "okhttp";
    }

    @Override
    public List<Weave> weaves() {
        return List.of(
                new Weave(Symbol.method(Names.CHAIN, "proceed", Names.REQUEST), Names.INSIDE + ".Proceed"),
                new Weave(Symbol.method(Names.WRITER, "intercept", Names.LINK), Names.INSIDE + ".Intercept"));
    }

    /** The class moved in 4.4. */
    @Override
    public List<List<Weave>> alternatives() {
        return List.of(List.of(
                new Weave(Symbol.method("okhttp3.internal.connection.RealCall", "enqueue", Names.CALLBACK), ENQUEUE),
                new Weave(Symbol.method("okhttp3.RealCall", "enqueue", Names.CALLBACK), ENQUEUE)));
    }

    @Override
    public List<Symbol> requires() {
        return Names.REQUIRED;
    }

    @Override
    public List<String> inside() {
        return List.of(Names.INSIDE);
    }
}
