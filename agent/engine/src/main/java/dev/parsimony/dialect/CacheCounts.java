// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What counts in OpenAI's shape tell of the prompt cache. OpenAI and those who follow it have it among the details of the input;
 * DeepSeek, Moonshot (platform.moonshot.ai, chat API) and LiteLLM's proxy ({@code calculate_usage} in its {@code
 * llms/anthropic/chat/transformation.py}) have words of their own. Where a host tells a number twice, it is the same one.
 *
 * @param usage the counts
 * @param details of their input; may be missing
 */
record CacheCounts(Node usage, Node details) {
    /** Tokens read from the cache, which the input includes. */
    long read() {
        return largest(
                details.get("cached_tokens"),
                usage.get("prompt_cache_hit_tokens"),
                usage.get("cached_tokens"),
                usage.get("cache_read_input_tokens"));
    }

    /** Tokens written to the cache, for any lifetime. */
    long written() {
        return largest(
                details.get("cache_write_tokens"),
                details.get("cache_creation_tokens"),
                usage.get("cache_creation_input_tokens"));
    }

    /** Those of the written tokens that are kept for Anthropic's longer lifetime. */
    long writtenForLong() {
        return largest(details.get("cache_creation_token_details").get("ephemeral_1h_input_tokens"));
    }

    /**
     * Whether the input leaves out what was written: so it does for Bedrock in versions of LiteLLM that passed Amazon's total on,
     * which gives it away.
     *
     * @param prompt the input as told
     * @param completion the output as told
     */
    boolean leavesOutWritten(long prompt, long completion) {
        return written() > 0 && largest(usage.get("total_tokens")) == prompt + completion + written();
    }

    private static long largest(Node... counts) {
        return Stream.of(counts)
                .map(Node::asLong)
                .flatMapToLong(count -> LongStream.of(count.orElse(0)))
                .reduce(0, Math::max);
    }
}
