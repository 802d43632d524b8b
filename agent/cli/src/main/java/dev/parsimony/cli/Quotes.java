// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.dialect.Hosts;
import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Custom;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import dev.parsimony.price.Tariffs;
import dev.parsimony.wiring.Rehearsal.Scene;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prices the requests of a rehearsal. */
final class Quotes {
    private final Tariffs tariffs;
    private final TokenCount count = new TokenCount();
    private final Instant at;

    /**
     * Prices requests.
     *
     * @param tariffs what models cost
     * @param at when they would be made
     */
    Quotes(Tariffs tariffs, Instant at) {
        this.tariffs = tariffs;
        this.at = at;
    }

    /** The request as the application makes it, none of its input cached. */
    Quote asWritten(Scene scene, Node body) {
        return quote(scene, scene.written(), body, 0, false);
    }

    /**
     * The request as it would be sent.
     *
     * @param read whether the provider holds its marked prefix already; else it is written
     */
    Quote asSent(Scene scene, Node body, boolean read) {
        boolean marked = scene.exchange().rewrites().contains("prompt_cache");
        return quote(
                scene, scene.sent(), body, marked ? markedShare(scene.sent().blocks()) : 0, read);
    }

    private Quote quote(Scene scene, Lens lens, Node body, double share, boolean read) {
        Optional<Long> counted = count.of(lens, body.get("input"));
        long tokens = counted.orElse(scene.inputTokens());
        long cached = Math.round(tokens * share);
        Usage usage = Usage.text(tokens - cached, read ? cached : 0, read ? 0 : cached, 0, 0, 0);
        Opening opening = scene.exchange().opening();
        return Quote.of(
                tariffs, opening.biller(), lens.model(), usage, counted.isPresent(), lens.cap(), terms(opening), at);
    }

    /** What the host makes of every price. */
    private static Terms terms(Opening opening) {
        return Dialects.named(opening.dialect())
                .map(api -> Hosts.known().of(opening.address().host(), api).customs())
                .map(customs -> new Terms("", Custom.surcharges(customs), null))
                .orElse(Terms.LIST);
    }

    /** How much of the request stands before its last mark, by bytes, from 0 to 1. */
    private static double markedShare(List<Block> blocks) {
        long all = 0;
        long marked = 0;
        for (Block block : blocks) {
            all += block.node().length();
            marked = block.marked() ? all : marked;
        }
        return all == 0 ? 0 : (double) marked / all;
    }
}
