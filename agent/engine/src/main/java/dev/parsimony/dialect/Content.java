// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one message says: a single string, or a list of parts, which most APIs give a type and Bedrock's Converse does not.
 *
 * @param node the string or the list; may be missing
 */
record Content(Node node) {
    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");
    private static final Set<String> IMAGES = Set.of("image_url", "input_image", "image", "computer_screenshot");

    /** The text, parts joined by line feeds; empty if there is none. */
    String text() {
        return node.is(Kind.STRING)
                ? node.text()
                : parts().stream()
                        .map(Content::textOf)
                        .filter(Node::exists)
                        .map(Node::text)
                        .collect(Collectors.joining("\n"));
    }

    /** The parts of a list; none of a string. */
    List<Node> parts() {
        return node.items();
    }

    /** Whether it has a text that is not empty. */
    boolean hasText() {
        return isText(node) || parts().stream().map(Content::textOf).anyMatch(Content::isText);
    }

    /** Whether an image is among the parts, or among the parts of a tool's result. */
    boolean hasImage() {
        for (Node part : parts()) {
            if (isOneOf(part, IMAGES)
                    || part.get("image").isPresent()
                    || new Content(part.get("toolResult").get("content")).hasImage()
                    || isOneOf(part.get("output"), IMAGES)
                    || new Content(part.get("content")).hasImage()
                    || new Content(part.get("output")).hasImage()) {
                return true;
            }
        }
        return false;
    }

    /** The text of a part; missing if the part is none of text. */
    static Node textOf(Node part) {
        Node text = part.get("text");
        return text.is(Kind.STRING)
                        && (isOneOf(part, TEXTS) || !part.get("type").exists())
                ? text
                : part.json().missing();
    }

    private static boolean isText(Node text) {
        return text.is(Kind.STRING) && text.length() > 2;
    }

    private static boolean isOneOf(Node part, Set<String> types) {
        return types.contains(part.get("type").text());
    }
}
