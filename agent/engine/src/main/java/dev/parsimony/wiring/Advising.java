// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.advice.Observation;
import dev.parsimony.advice.Observer;
import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import dev.parsimony.price.Reckoning;
import java.math.BigDecimal;
import java.util.function.LongSupplier;

/** Notes of calls that were sent, answered and priced what would have made them cheaper. */
final class Advising {
    private final Observer observer;
    private final Reckoning reckoning;
    private final LongSupplier ticker;

    /**
     * Looks at calls.
     *
     * @param observer compares them with those before
     * @param reckoning what calls cost
     * @param ticker nanoseconds from some origin
     */
    Advising(Observer observer, Reckoning reckoning, LongSupplier ticker) {
        this.observer = observer;
        this.reckoning = reckoning;
        this.ticker = ticker;
    }

    /** A call is over. */
    void note(Draft written, Situation situation, Passed passed) {
        Exchange exchange = situation.exchange();
        Usage usage = exchange.answer().usage();
        if (usage != null && exchange.cost() instanceof Cost.Known) {
            exchange.lookBack(observer.look(observation(written, situation, usage, passed)));
        }
    }

    private Observation observation(Draft written, Situation situation, Usage usage, Passed passed) {
        Exchange exchange = situation.exchange();
        Lens lens = written.lens();
        boolean natural = passed.isWhole() && exchange.answer().ending() == Answer.Ending.NATURAL;
        return new Observation(
                exchange.opening().caller().site().function(),
                exchange.opening().model(),
                ticker.getAsLong(),
                lens,
                written.call().body(),
                situation.credential().high(),
                exchange.opening().caller().span().traceId(),
                natural && lens.whyNotReusable().isEmpty(),
                usage.totalInput(),
                usage.cacheRead(),
                () -> isUnmarked(lens, exchange, usage),
                reckoning.minimumCacheable(exchange),
                new Otherwise(exchange, usage));
    }

    private static boolean isUnmarked(Lens lens, Exchange exchange, Usage usage) {
        return usage.cacheRead() + usage.cacheWrite() == 0
                && !exchange.rewrites().contains(Marking.NAME)
                && lens.marksBesideTheAnswer().isEmpty()
                && lens.blocks().stream()
                        .takeWhile(block -> block.level() != Block.Level.MESSAGES)
                        .anyMatch(Block::markable);
    }

    /** The same call with some of its input in a prompt cache. */
    private final class Otherwise implements Observation.Prices {
        private final Exchange exchange;
        private final Usage usage;

        Otherwise(Exchange exchange, Usage usage) {
            this.exchange = exchange;
            this.usage = usage;
        }

        @Override
        public BigDecimal ifRead(long tokens) {
            return ifMoved(tokens, TokenKind.CACHE_READ);
        }

        @Override
        public BigDecimal ifWritten(long tokens) {
            return ifMoved(tokens, TokenKind.CACHE_WRITE);
        }

        private BigDecimal ifMoved(long tokens, TokenKind kind) {
            long moved = Math.min(tokens, usage.of(TokenKind.INPUT));
            Usage instead = usage.with(TokenKind.INPUT, usage.of(TokenKind.INPUT) - moved)
                    .with(kind, usage.of(kind) + moved);
            return reckoning.less(exchange, instead);
        }
    }
}
