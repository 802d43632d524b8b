// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Caching;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Outline;
import dev.parsimony.simulator.billing.Prompt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the traffic costs at the least for one who knows all of it beforehand and chooses marks and their lifetimes, but
 * neither delays nor reorders a call, nor asks the provider for a longer retention than it has by default: a lower bound of
 * every such course, and so of the best.
 *
 * <p><b>Proof.</b> The prompts that share a cache form a tree of prefixes, one node for each block that ends one. A course
 * bills each token of each call exactly once: as plain input, as read, or as written for one of the lives. Take from any
 * course the classes in which one node's tokens were billed, call by call. Tokens are read only while an entry is held that
 * ends at or below their node; such an entry was written or read by an earlier call that went through this node, and was
 * renewed by such calls alone. So each node's series obeys the rules of {@link Life}, which knows that node alone. The bill
 * is the sum over nodes of their series' prices, and is therefore no less than the sum of each node's cheapest series, which
 * {@code Life} computes exactly. What is left out, that a request has four marks, that a mark looks back twenty blocks, and
 * that the series of different nodes must fit together, can only make the true optimum dearer. Tokens whose every prefix is
 * below the provider's minimum are part of the first longer prefix of their path, without which they are never cached, and of
 * the plain input where there is none.
 *
 * <p>Models whose cache needs no marks leave nothing to choose: their bound is the bill as sent.
 */
final class Clairvoyant {
    private static final int SCALE = 12;

    private final List<TrafficCall> calls;
    private final List<Call> read;
    private final Map<Key, List<Visit>> nodes = new HashMap<>();
    private double fixed;

    /** One node of one cache: its tokens differ with the path that leads to it only where the minimum does. */
    private record Key(String model, String prefix) {}

    Clairvoyant(List<TrafficCall> calls, List<Call> read) {
        this.calls = calls;
        this.read = read;
    }

    /**
     * The bound.
     *
     * @param asSent the bill as sent, which is one of the courses
     */
    BigDecimal bound(BigDecimal asSent) {
        for (int i = 0; i < read.size(); i++) {
            Caching caching = read.get(i).model().caching();
            if (caching == Caching.MARKS || caching == Caching.BREAKPOINTS) {
                visit(read.get(i), calls.get(i));
            }
        }
        double best = fixed + unmarked();
        for (Map.Entry<Key, List<Visit>> node : nodes.entrySet()) {
            best += new Life(node.getValue()).cheapest();
        }
        return BigDecimal.valueOf(best).setScale(SCALE, RoundingMode.FLOOR).min(asSent);
    }

    private void visit(Call call, TrafficCall made) {
        Rates rates = Rates.of(call);
        Prompt prompt = call.prompt();
        prompt = prompt.within(prompt.wish().routing());
        Outline outline = Outline.of(prompt);
        fixed += rates.output() * made.outputTokens();
        int counted = 0;
        for (int block = 0; block < prompt.blocks().size(); block++) {
            int tokens = outline.tokens(block);
            if (tokens >= call.model().minimumPrefix()) {
                nodes.computeIfAbsent(new Key(call.model().id(), outline.key(block)), key -> new ArrayList<>())
                        .add(new Visit(made.at(), tokens - counted, rates));
                counted = tokens;
            }
        }
        fixed += rates.plain() * (prompt.tokens() - counted);
    }

    /** What the calls cost that leave nothing to choose, as sent. */
    private double unmarked() {
        Agenda agenda =
                new Agenda(calls.isEmpty() ? Instant.EPOCH : calls.get(0).at());
        Counter counter = new Counter(agenda);
        for (int i = 0; i < read.size(); i++) {
            Call call = read.get(i);
            long output = calls.get(i).outputTokens();
            Caching caching = call.model().caching();
            if (caching != Caching.MARKS && caching != Caching.BREAKPOINTS) {
                agenda.at(calls.get(i).at(), () -> counter.take(call, output, () -> {}, charge -> {}));
            }
        }
        agenda.run();
        return counter.total().doubleValue();
    }
}
