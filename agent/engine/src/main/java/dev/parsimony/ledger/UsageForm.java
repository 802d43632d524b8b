// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;

/** How tokens are written in a line: each kind that was used, by its name. */
final class UsageForm {
    private UsageForm() {}

    static void write(JsonLine json, Usage usage) {
        json.number("input", usage.input())
                .count("cache_read", usage.cacheRead())
                .count("cache_write", usage.writeShort())
                .count("cache_write_long", usage.writeLong())
                .number("output", usage.output())
                .count("reasoning", usage.reasoning());
    }

    static Usage read(Node usage) {
        return new Usage(
                count(usage, "input"),
                count(usage, "cache_read"),
                count(usage, "cache_write"),
                count(usage, "cache_write_long"),
                count(usage, "output"),
                count(usage, "reasoning"));
    }

    private static long count(Node usage, String name) {
        return usage.get(name).asLong().orElse(0);
    }
}
