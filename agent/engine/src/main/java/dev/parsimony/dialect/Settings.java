// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.List;

/** Settings that several APIs write alike. */
final class Settings {
    private Settings() {}

    /** A text or a list of texts. */
    static List<String> texts(Node value) {
        return value.is(Kind.STRING)
                ? List.of(value.text())
                : value.items().stream().map(Node::text).toList();
    }

    /**
     * The conventions' word for an output format.
     *
     * @param format an object with a {@code type}; may be missing
     * @return {@code text} or {@code json}; empty where the request does not say
     */
    static String outputType(Node format) {
        return switch (format.get("type").text()) {
            case "text" -> "text";
            case "json_object", "json_schema" -> "json";
            default -> "";
        };
    }
}
