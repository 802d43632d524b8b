// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token counts of Gemini. Its prompt includes what was read from a cache and leaves out what the results of the
 * provider's tools add; its candidates leave out thoughts, which are billed like them. Sound and images are parts of those
 * counts. A count of zero is not written.
 *
 * @param counts the {@code usageMetadata}; may be missing
 */
record GeminiUsage(Node counts) {
    /** The tokens; null if none were told. */
    @Nullable
    Usage read() {
        return counts.is(Node.Kind.OBJECT) ? output(input()) : null;
    }

    private Usage input() {
        long prompt = count("promptTokenCount");
        long cached = Math.min(prompt, count("cachedContentTokenCount"));
        long heard = Math.min(cached, part("cacheTokensDetails", "AUDIO"));
        long seen = Math.min(cached - heard, part("cacheTokensDetails", "IMAGE"));
        long sound = Math.min(prompt - cached, Math.max(0, part("promptTokensDetails", "AUDIO") - heard));
        long images = Math.min(prompt - cached - sound, Math.max(0, part("promptTokensDetails", "IMAGE") - seen));
        long fetched = count("toolUsePromptTokenCount");
        return new Usage(
                Map.of(
                        TokenKind.INPUT, prompt - cached - sound - images + fetched,
                        TokenKind.IMAGE_INPUT, images,
                        TokenKind.AUDIO_INPUT, sound,
                        TokenKind.CACHE_READ, cached - heard,
                        TokenKind.AUDIO_CACHE_READ, heard),
                Map.of());
    }

    private Usage output(Usage input) {
        long all = count("candidatesTokenCount");
        long sound = Math.min(all, part("candidatesTokensDetails", "AUDIO"));
        long images = Math.min(all - sound, part("candidatesTokensDetails", "IMAGE"));
        return input.with(TokenKind.OUTPUT, all - sound - images)
                .with(TokenKind.REASONING, count("thoughtsTokenCount"))
                .with(TokenKind.AUDIO_OUTPUT, sound)
                .with(TokenKind.IMAGE_OUTPUT, images);
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

    /** How many tokens of a count are of one modality. */
    private long part(String details, String modality) {
        return Proto.field(counts, details).items().stream()
                .filter(detail -> detail.get("modality").is(modality))
                .mapToLong(detail -> atLeastZero(Proto.field(detail, "tokenCount")))
                .sum();
    }

    private long count(String field) {
        return atLeastZero(Proto.field(counts, field));
    }

    private static long atLeastZero(Node count) {
        return Math.max(0, count.asLong().orElse(0));
    }
}
