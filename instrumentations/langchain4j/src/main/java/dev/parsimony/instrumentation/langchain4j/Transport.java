// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;

/**
 * One of the HTTP clients that LangChain4j's models send with; each implements {@code dev.langchain4j.http.client.HttpClient},
 * unchanged from 1.0.0 to 1.19.0. The clients themselves are entered, not what logs in front of them, so that a call is met
 * once. Models that use a provider's own SDK are met there.
 */
interface Transport extends Instrumentation {
    /** The client's class. */
    String client();

    @Override
    default List<Weave> weaves() {
        return List.of(
                new Weave(Symbol.method(client(), "execute", Names.REQUEST), Names.INSIDE + ".Execute"),
                new Weave(
                        Symbol.method(client(), "execute", Names.REQUEST, Names.PARSER, Names.LISTENER),
                        Names.INSIDE + ".Listen"));
    }

    @Override
    default List<Symbol> requires() {
        return Names.REQUIRED;
    }

    @Override
    default List<String> inside() {
        return List.of(Names.INSIDE);
    }
}
