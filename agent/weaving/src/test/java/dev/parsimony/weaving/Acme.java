// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.util.List;

/** The instrumentation of the SDK made for tests. */
final class Acme implements Instrumentation {
    static final String TRANSPORT = "com.acme.sdk.Transport";
    private static final String REQUEST = TRANSPORT + "$Request";
    private static final String ADVICE = "dev.parsimony.weaving.advice.";

    @Override
    public String name() {
        return "acme-java";
    }

    @Override
    public List<Weave> weaves() {
        return List.of(
                new Weave(Symbol.method(TRANSPORT, "execute", REQUEST, "java.lang.String"), ADVICE + "ExecuteAdvice"),
                new Weave(Symbol.method(TRANSPORT, "disturbed", "java.lang.String"), ADVICE + "DisturbedAdvice"),
                new Weave(Symbol.methodFrom(TRANSPORT, "unlinked"), ADVICE + "UnlinkableAdvice"));
    }

    @Override
    public List<Symbol> requires() {
        return List.of(Symbol.method(REQUEST, "text"));
    }

    @Override
    public List<String> inside() {
        return List.of("dev.parsimony.weaving.advice");
    }
}
