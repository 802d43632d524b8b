// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A lens for tests over an API of no provider: {@code model}, {@code cap}, {@code budget}, {@code stream}, {@code tools},
 * {@code system} and {@code messages} of blocks with a {@code text}; a block's {@code mark} is a cache mark, {@code only} says
 * that nothing else is to be kept; a block's {@code signature} keeps it where it stands; {@code metadata} cannot change the
 * answer.
 */
public record PlainLens(Json json) implements Lens {
    public static PlainLens of(String body) {
        return of(body.getBytes(StandardCharsets.UTF_8));
    }

    public static PlainLens of(byte[] body) {
        return new PlainLens(Json.read(body).orElseThrow());
    }

    private Node root() {
        return json.root();
    }

    @Override
    public String model() {
        return root().get("model").text();
    }

    @Override
    public boolean streamed() {
        return root().get("stream").isTrue();
    }

    @Override
    public OptionalLong cap() {
        return root().get("cap").asLong();
    }

    @Override
    public OptionalLong thinkingBudget() {
        return root().get("budget").asLong();
    }

    @Override
    public OptionalDouble temperature() {
        return root().get("temperature").asDouble();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                "",
                "",
                "",
                "",
                OptionalLong.empty(),
                List.of());
    }

    @Override
    public int messages() {
        return root().get("messages").items().size();
    }

    @Override
    public boolean usesTools() {
        return !root().get("tools").items().isEmpty();
    }

    @Override
    public boolean hasImages() {
        return false;
    }

    @Override
    public boolean wantsJson() {
        return false;
    }

    @Override
    public String systemText() {
        return "";
    }

    @Override
    public String firstUserText() {
        return "";
    }

    @Override
    public String lastUserText() {
        return "";
    }

    @Override
    public Optional<String> conversationId() {
        return Optional.empty();
    }

    @Override
    public long promptBytes() {
        return blocks().stream().mapToLong(block -> block.node().length()).sum();
    }

    @Override
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        root().get("tools").items().forEach(tool -> blocks.add(block(Block.Level.TOOLS, "", -1, tool)));
        addTexts(blocks, Block.Level.SYSTEM, "system", -1, root().get("system"));
        List<Node> messages = root().get("messages").items();
        for (int i = 0; i < messages.size(); i++) {
            Node message = messages.get(i);
            addTexts(blocks, Block.Level.MESSAGES, message.get("role").text(), i, message.get("content"));
        }
        return blocks;
    }

    private static void addTexts(List<Block> blocks, Block.Level level, String role, int message, Node content) {
        if (content.is(Node.Kind.STRING)) {
            blocks.add(block(level, role, message, content));
        }
        content.items().forEach(part -> blocks.add(block(level, role, message, part)));
    }

    private static Block block(Block.Level level, String role, int message, Node node) {
        boolean object = node.is(Node.Kind.OBJECT);
        Node text = object ? node.get("text") : node;
        boolean movable = level != Block.Level.TOOLS
                && text.is(Node.Kind.STRING)
                && (!object || !node.get("signature").exists());
        return new Block(level, role, message, node, text, node.get("mark").exists(), object, movable);
    }

    @Override
    public List<String> fieldsBesideTheAnswer() {
        return List.of("metadata");
    }

    @Override
    public List<Node> marksBesideTheAnswer() {
        return blocks().stream()
                .map(block -> block.node().get("mark"))
                .filter(Node::exists)
                .toList();
    }

    @Override
    public Optional<String> whyNotReusable() {
        return Optional.empty();
    }

    @Override
    public Change withModel(String model) {
        return Change.make(Edits.none().replace(root().get("model"), '"' + model + '"'));
    }

    @Override
    public Change withCap(long tokens, String model) {
        Node cap = root().get("cap");
        String number = Long.toString(tokens);
        return Change.make(
                cap.exists() ? Edits.none().replace(cap, number) : Edits.none().append(root(), "cap", number));
    }

    @Override
    public Change withStreamUsage() {
        return Change.make(Edits.none().append(root(), "usage", "true"));
    }

    @Override
    public Change withOwnMarksOnly() {
        return Change.make(Edits.none().append(root(), "only", "true"));
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return Change.make(Edits.none().append(block.node(), "mark", longLived ? "\"long\"" : "\"short\""));
    }
}
