// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Hash;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Pepper;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is kept of a request without keeping its text: by keyed hashes which blocks are the same, and how many tokens each
 * takes by our estimate.
 */
final class Shape {
    private final Pepper pepper;
    private final TokenEstimate tokens;

    Shape(Pepper pepper, TokenEstimate tokens) {
        this.pepper = pepper;
        this.tokens = tokens;
    }

    /** A hash that two requests share if they differ in nothing that can change the answer. */
    String fingerprint(Request request) {
        Lens lens = request.lens();
        Set<String> beside = new HashSet<>(lens.fieldsBesideTheAnswer());
        List<Node> marks = lens.marksBesideTheAnswer();
        Hash hash = pepper.hash().text(request.path());
        request.body().root().children().stream()
                .filter(member -> !beside.contains(member.name()))
                .filter(member -> marks.stream().noneMatch(mark -> mark.start() == member.start()))
                .sorted(Comparator.comparing(Node::name))
                .forEach(member -> hash.text(member.name()).json(member, marks));
        return hash.digest().toString();
    }

    /** Writes the blocks, in the order in which the provider's prompt cache compares them. */
    void write(JsonLine json, Request request) {
        Lens lens = request.lens();
        List<Node> marks = lens.marksBesideTheAnswer();
        json.object("shape", shape -> {
            lens.cap().ifPresent(cap -> shape.number("max_tokens", cap));
            shape.objects("blocks", lens.blocks(), (line, block) -> block(line, block, lens.model(), marks));
        });
    }

    private void block(JsonLine json, Block block, String model, List<Node> marks) {
        json.text("level", LineWriter.word(block.level()))
                .text("role", block.role())
                .text("hash", pepper.hash().json(block.node(), marks).digest().toString())
                .number("tokens", tokens.of(model, block.node().length()))
                .flag("marked", block.marked());
    }
}
