// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Reply;
import java.util.Optional;

/** Decides whether an answer may be given again: only a whole one, to which the model came by itself. */
final class Reusable {
    private Reusable() {}

    /** Why an answer is not kept, as a word with underscores; empty if it may be. */
    static Optional<String> whyNot(Reply reply, Answer answer, Limits limits) {
        if (reply.status() < 200 || reply.status() > 299) {
            return Optional.of("status");
        }
        if (!answer.errorType().isEmpty()) {
            return Optional.of("failed");
        }
        return unfinished(answer.ending()).or(() -> limits.allow(reply) ? Optional.empty() : Optional.of("too_large"));
    }

    private static Optional<String> unfinished(Ending ending) {
        return switch (ending) {
            case NATURAL -> Optional.empty();
            case OPEN -> Optional.of("incomplete");
            case TRUNCATED -> Optional.of("truncated");
            case REFUSED -> Optional.of("refused");
            case FAILED -> Optional.of("failed");
        };
    }
}
