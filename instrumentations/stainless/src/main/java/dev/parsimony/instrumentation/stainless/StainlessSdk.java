// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Headers;
import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.Arrays;
import java.util.List;

/**
 * An SDK made by Stainless' generator. All of its calls go through {@code RetryingHttpClient}: it is always there, above the
 * SDK's retries, whichever way a client was built and whatever transport it uses. {@code PrepareRequest} runs before it on
 * the thread of the application, and alone sees the request together with the client's options.
 */
public interface StainlessSdk extends Instrumentation {
    /** The package that all of the SDK stands in, {@code com.openai}. */
    String prefix();

    @Override
    default List<Weave> weaves() {
        String client = prefix() + ".core.http.RetryingHttpClient";
        String prepare = prefix() + ".core.PrepareRequest";
        String request = prefix() + ".core.http.HttpRequest";
        String requestOptions = prefix() + ".core.RequestOptions";
        String clientOptions = prefix() + ".core.ClientOptions";
        return List.of(
                weave(Symbol.method(client, "execute", request, requestOptions), "Execute"),
                weave(Symbol.method(client, "executeAsync", request, requestOptions), "ExecuteAsync"),
                weave(Symbol.methodFrom(prepare, "prepare", request, clientOptions), "Prepare"),
                weave(Symbol.methodFrom(prepare, "prepareAsync", request, clientOptions), "PrepareAsync"));
    }

    private static Weave weave(Symbol method, String advice) {
        return new Weave(method, "dev.parsimony.instrumentation.stainless.advice." + advice);
    }

    @Override
    default List<Symbol> requires() {
        return Arrays.stream(Member.values())
                .filter(Member::isRequired)
                .map(member -> member.in(prefix()))
                .toList();
    }

    /**
     * A later attempt of an asynchronous call leaves from a timer. Both SDKs number their attempts under one name; which of
     * them it is makes no difference where both are met.
     */
    @Override
    default boolean sends(Headers headers) {
        return !headers.values("x-stainless-retry-count").isEmpty();
    }

    @Override
    default List<String> inside() {
        return List.of("dev.parsimony.instrumentation.stainless.advice");
    }
}
