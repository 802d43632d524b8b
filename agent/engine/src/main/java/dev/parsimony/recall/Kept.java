// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Headers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The few response headers that may be kept: what the body is, and by which id the provider knows it. */
public final class Kept {
    private static final List<String> NAMES = List.of(
            "content-type",
            "request-id", // Anthropic
            "x-request-id", // OpenAI and most hosts that speak its API
            "apim-request-id", // Azure
            "x-amzn-requestid", // Amazon
            "openai-version");

    private Kept() {}

    /**
     * Copies them.
     *
     * @param headers a look at a response's headers
     * @return the ones that may be kept and are there, by lower-case name
     */
    public static Map<String, List<String>> of(Headers headers) {
        Map<String, List<String>> kept = new TreeMap<>();
        for (String name : NAMES) {
            List<String> values = headers.values(name);
            if (!values.isEmpty()) {
                kept.put(name, List.copyOf(values));
            }
        }
        return kept;
    }
}
