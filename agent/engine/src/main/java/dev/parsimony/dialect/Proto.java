// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.List;

/**
 * Fields of Google's messages. The JSON of protocol buffers takes a field under either of two names, {@code
 * generationConfig} and {@code generation_config} (ProtoJSON format guide); Google's servers also take a single value where
 * a list is due, as in the examples of the Gemini API.
 */
final class Proto {
    private Proto() {}

    /**
     * A field of a message, or of one inside it.
     *
     * @param message the message; may be missing
     * @param path names in lower camel case, each of a field of the one before
     */
    static Node field(Node message, String... path) {
        Node field = message;
        for (String name : path) {
            Node camel = field.get(name);
            field = camel.exists() ? camel : field.get(underscored(name));
        }
        return field;
    }

    /** The values of a repeated field; none where it is missing. */
    static List<Node> each(Node repeated) {
        return repeated.is(Kind.OBJECT) ? List.of(repeated) : repeated.items();
    }

    private static String underscored(String camel) {
        StringBuilder name = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c)) {
                name.append('_');
            }
            name.append(Character.toLowerCase(c));
        }
        return name.toString();
    }
}
