// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The token counts of Amazon Bedrock, which leave out of the input what was read from and written to the cache. Converse, the
 * metrics at the end of an invoked model's stream, Nova, and the headers before an invoked model's answer write the same counts
 * under names of their own.
 */
final class BedrockUsage {
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    private BedrockUsage() {}

    /**
     * Reads counts.
     *
     * @param counts what holds them; may be missing
     * @return null where there are none
     */
    @Nullable
    static Usage of(Node counts) {
        long input = first(counts, List.of("inputTokens", "inputTokenCount"), -1);
        long output = first(counts, List.of("outputTokens", "outputTokenCount"), -1);
        if (input < 0 && output < 0) {
            return null;
        }
        long read = first(counts, List.of("cacheReadInputTokens", "cacheReadInputTokenCount"), 0);
        long written = first(counts, List.of("cacheWriteInputTokens", "cacheWriteInputTokenCount"), 0);
        long hour = Math.min(written, writtenForAnHour(counts));
        return Usage.text(Math.max(0, input), read, written - hour, hour, Math.max(0, output), 0);
    }

    /**
     * Reads the counts that stand before an answer.
     *
     * @return null where there are none
     */
    @Nullable
    static Usage of(Headers headers) {
        OptionalLong input = count(headers, "Input");
        OptionalLong output = count(headers, "Output");
        return input.isEmpty() && output.isEmpty()
                ? null
                : Usage.text(
                        input.orElse(0),
                        count(headers, "Cache-Read-Input").orElse(0),
                        count(headers, "Cache-Write-Input").orElse(0),
                        0,
                        output.orElse(0),
                        0);
    }

    private static OptionalLong count(Headers headers, String what) {
        String count = headers.first("X-Amzn-Bedrock-" + what + "-Token-Count");
        return COUNT.matcher(count).matches() ? OptionalLong.of(Long.parseLong(count)) : OptionalLong.empty();
    }

    private static long first(Node counts, List<String> names, long otherwise) {
        return names.stream()
                .flatMapToLong(name -> counts.get(name).asLong().stream())
                .filter(count -> count >= 0)
                .findFirst()
                .orElse(otherwise);
    }

    private static long writtenForAnHour(Node counts) {
        return counts.get("cacheDetails").items().stream()
                .filter(detail -> detail.get("ttl").is("1h"))
                .mapToLong(
                        detail -> Math.max(0, detail.get("inputTokens").asLong().orElse(0)))
                .sum();
    }
}
