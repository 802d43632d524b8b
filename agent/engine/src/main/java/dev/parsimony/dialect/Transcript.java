// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was said so far.
 *
 * @param system a system text outside the messages, a string or a list of parts; may be missing
 * @param messages the messages or input items; or one string, which is the user's
 */
record Transcript(Node system, Node messages) {
    private static final Set<String> SYSTEM = Set.of("system", "developer");

    /** Whether a message is the system's. */
    static boolean isSystem(Node message) {
        return SYSTEM.contains(message.get("role").text());
    }

    /** How many messages there are, the system's apart. */
    int size() {
        return messages.is(Kind.STRING)
                ? 1
                : (int) messages.items().stream()
                        .filter(message -> !isSystem(message))
                        .count();
    }

    /** The system's texts, joined by line feeds. */
    String systemText() {
        List<String> texts = new ArrayList<>();
        add(texts, new Content(system));
        messages.items().stream().filter(Transcript::isSystem).forEach(message -> add(texts, content(message)));
        return String.join("\n", texts);
    }

    private static void add(List<String> texts, Content content) {
        if (content.hasText()) {
            texts.add(content.text());
        }
    }

    /** The text of the first message of the user that has one; empty if none has. */
    String firstUserText() {
        if (messages.is(Kind.STRING)) {
            return messages.text();
        }
        for (Node message : messages.items()) {
            if (isSaidByUser(message)) {
                return content(message).text();
            }
        }
        return "";
    }

    /** The text of the last message of the user that has one; a message that only brings tool results has none. */
    String lastUserText() {
        List<Node> items = messages.items();
        for (int i = items.size() - 1; i >= 0; i--) {
            if (isSaidByUser(items.get(i))) {
                return content(items.get(i)).text();
            }
        }
        return messages.text();
    }

    private static boolean isSaidByUser(Node message) {
        return message.get("role").is("user") && content(message).hasText();
    }

    /** Whether any message, or a tool's result in one, has an image. */
    boolean hasImages() {
        return new Content(messages).hasImage();
    }

    private static Content content(Node message) {
        return new Content(message.get("content"));
    }
}
