// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The token counts of Gemini. Its prompt includes what was read from a cache and leaves out what the results of the
 * provider's tools add; its candidates leave out thoughts, which are billed like them. A count of zero is not written.
 *
 * @param counts the {@code usageMetadata}; may be missing
 */
record GeminiUsage(Node counts) {
    /** The tokens; null if none were told. */
    @Nullable
    Usage read() {
        if (!counts.is(Node.Kind.OBJECT)) {
            return null;
        }
        long prompt = count("promptTokenCount");
        long cached = Math.min(prompt, count("cachedContentTokenCount"));
        long thoughts = count("thoughtsTokenCount");
        return Usage.text(
                prompt - cached + count("toolUsePromptTokenCount"),
                cached,
                0,
                0,
                count("candidatesTokenCount"),
                thoughts);
    }

    /** Whether output was counted. */
    boolean hasOutput() {
        return count("candidatesTokenCount") + count("thoughtsTokenCount") > 0;
    }

    /** The tier that was used, in the word it has in requests; empty if it was not told or is no tier of this API. */
    String tier() {
        String tier = Proto.field(counts, "serviceTier").text();
        String traffic = tier.isEmpty() ? Proto.field(counts, "trafficType").text() : tier;
        return switch (traffic) {
            case "ON_DEMAND_FLEX" -> "flex";
            case "ON_DEMAND_PRIORITY" -> "priority";
            case "UNSPECIFIED", "SERVICE_TIER_UNSPECIFIED", "TRAFFIC_TYPE_UNSPECIFIED" -> "";
            default -> traffic.toLowerCase(Locale.ROOT);
        };
    }

    private long count(String field) {
        return Math.max(0, Proto.field(counts, field).asLong().orElse(0));
    }
}
