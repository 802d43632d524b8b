// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a request of Gemini's says: an instruction of the system, tools, and contents, each of parts. The prompt cache
 * compares them in this order.
 *
 * @param request the request
 */
record Contents(Node request) {
    private static final String USER = "user";

    /** The turns of the conversation. */
    List<Node> turns() {
        return Proto.each(Proto.field(request, "contents"));
    }

    /** The system's text, parts joined by line feeds; empty if there is none. */
    String systemText() {
        return text(instruction());
    }

    private Node instruction() {
        return Proto.field(request, "systemInstruction");
    }

    /** The text of the first turn of the user that has one; empty if none has. */
    String firstUserText() {
        return turns().stream()
                .filter(Contents::isSaidByUser)
                .findFirst()
                .map(Contents::text)
                .orElse("");
    }

    /** The text of the last turn of the user that has one; a turn that only brings tool results has none. */
    String lastUserText() {
        return turns().stream()
                .filter(Contents::isSaidByUser)
                .reduce((earlier, later) -> later)
                .map(Contents::text)
                .orElse("");
    }

    /** Whether any part is an image, or a tool's result with one. */
    boolean hasImages() {
        return turns().stream().flatMap(turn -> parts(turn).stream()).anyMatch(Contents::isImage);
    }

    /** Whether any part of a turn has this field. */
    boolean has(String field) {
        return turns().stream()
                .flatMap(turn -> parts(turn).stream())
                .anyMatch(part -> Proto.field(part, field).isPresent());
    }

    /** What the model reads, in order. */
    List<Block> blocks() {
        Prefix prefix = new Prefix(Markable.nothing());
        for (Node part : parts(instruction())) {
            prefix.add(Level.SYSTEM, "system", -1, part, textOf(part));
        }
        Proto.each(request.get("tools")).forEach(tool -> add(prefix, tool));
        List<Node> turns = turns();
        for (int i = 0; i < turns.size(); i++) {
            for (Node part : parts(turns.get(i))) {
                prefix.add(Level.MESSAGES, role(turns.get(i)), i, part, textOf(part));
            }
        }
        return prefix.blocks();
    }

    /** A tool is a list of functions, or one of the provider's own. */
    private static void add(Prefix prefix, Node tool) {
        List<Node> functions = Proto.each(Proto.field(tool, "functionDeclarations"));
        for (Node each : functions.isEmpty() ? List.of(tool) : functions) {
            prefix.add(Level.TOOLS, "", -1, each, each.json().missing());
        }
    }

    /** The text of a content, parts joined by line feeds. */
    static String text(Node content) {
        return parts(content).stream()
                .map(Contents::textOf)
                .filter(Node::exists)
                .map(Node::text)
                .collect(Collectors.joining("\n"));
    }

    /** The parts of a content. */
    static List<Node> parts(Node content) {
        return Proto.each(content.get("parts"));
    }

    /** The text of a part; missing if it has none, or is a thought of the model. */
    private static Node textOf(Node part) {
        Node text = part.get("text");
        return text.is(Kind.STRING) && !part.get("thought").isTrue()
                ? text
                : part.json().missing();
    }

    private static boolean isSaidByUser(Node turn) {
        return role(turn).equals(USER)
                && parts(turn).stream().anyMatch(part -> textOf(part).length() > 2);
    }

    /** Who speaks; nobody named is the user. */
    private static String role(Node turn) {
        String role = turn.get("role").text();
        return role.isEmpty() ? USER : role;
    }

    /** Whether a part is an image. */
    static boolean isImage(Node part) {
        return isImageType(Proto.field(part, "inlineData", "mimeType"))
                || isImageType(Proto.field(part, "fileData", "mimeType"))
                || parts(Proto.field(part, "functionResponse")).stream().anyMatch(Contents::isImage);
    }

    private static boolean isImageType(Node type) {
        return type.text().startsWith("image/");
    }
}
