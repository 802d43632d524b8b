// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import dev.parsimony.tokens.AnswerSizes;
import dev.parsimony.tokens.Estimator;
import dev.parsimony.tokens.Lean;

/** Estimates a call's tokens where the provider counts none, and learns where it does. */
record Estimates(Estimator requests, AnswerSizes answers) {
    /** Our estimate of a request's input, in tokens. */
    long input(Lens lens) {
        return requests.tokens(lens.model(), lens.promptBytes(), Lean.EVEN);
    }

    /** Learns from what the provider counted, or estimates what it did not. */
    void look(Lens sent, Exchange exchange, Passed passed) {
        Usage usage = exchange.answer().usage();
        if (usage != null) {
            learn(sent, usage, form(exchange, passed), passed);
        } else if (passed.head().isSuccess()) {
            exchange.estimate(counted(passed, input(sent)));
            answers.tokens(form(exchange, passed), sent.model(), passed.bytes()).ifPresent(exchange::estimateOutput);
        }
    }

    /** The input that a stream had told before it broke off; else the estimate. */
    private static long counted(Passed passed, long estimate) {
        Usage early = passed.counted();
        return early == null || early.totalInput() == 0 ? estimate : early.totalInput();
    }

    /** From some calls only once much is known, since to count bytes takes time. */
    private void learn(Lens sent, Usage usage, String form, Passed passed) {
        if (usage.tools().isEmpty() && requests.wantsToLearn(sent.model()) && !sent.hasImages()) {
            requests.learn(sent.model(), sent.promptBytes(), usage.totalInput());
        }
        if (passed.isWhole()) {
            answers.learn(form, sent.model(), passed.bytes(), usage.of(TokenKind.OUTPUT));
        }
    }

    private static String form(Exchange exchange, Passed passed) {
        return exchange.opening().dialect() + (passed.head().isEventStream() ? " stream" : "");
    }
}
