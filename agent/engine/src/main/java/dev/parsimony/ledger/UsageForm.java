// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How tokens are written in a line: each kind that was used, by its name; and the provider's tools beside them. */
final class UsageForm {
    private static final String TOOLS = "tools";

    private UsageForm() {}

    static void write(JsonLine json, Usage usage) {
        usage.tokens().forEach((kind, count) -> json.number(kind.toString(), count));
        if (!usage.tools().isEmpty()) {
            json.object(TOOLS, tools -> usage.tools().forEach(tools::number));
        }
    }

    static Usage read(Node usage) {
        Map<TokenKind, Long> tokens = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            tokens.put(kind, count(usage.get(kind.toString())));
        }
        Map<String, Long> tools = new TreeMap<>();
        usage.get(TOOLS).children().forEach(tool -> tools.put(tool.name(), count(tool)));
        return new Usage(tokens, tools);
    }

    private static long count(Node count) {
        return count.asLong().orElse(0);
    }
}
