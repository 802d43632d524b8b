// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.rules.Glob;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the user says of a host unknown to us: a company's own gateway, a test server.
 *
 * @param match the host's name in lower case, without a port
 * @param allows fields we may add to requests
 * @param api the API it speaks, {@code openai.chat}, where the path does not tell; empty for not said
 * @param priceAs the provider whose prices hold, where the model does not tell; empty for not said
 */
public record Host(Glob match, Set<Allowance> allows, String api, String priceAs) {
    /** What is said, for nobody to change. */
    public Host {
        allows = Set.copyOf(allows);
    }

    /** A field we may add to requests. */
    public enum Allowance {
        /** Marks of Anthropic's prompt cache. */
        CACHE_CONTROL,
        /** The routing hint of OpenAI's prompt cache. */
        PROMPT_CACHE_KEY,
        /** The wish of OpenAI's older prompt cache to be kept for longer. */
        PROMPT_CACHE_RETENTION,
        /** The question for usage on a stream. */
        STREAM_USAGE;

        /** All of them. */
        static Set<Allowance> all() {
            return EnumSet.allOf(Allowance.class);
        }
    }
}
