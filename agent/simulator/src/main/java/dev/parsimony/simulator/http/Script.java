// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The answers to give next, in order; when there are none left the simulator makes up its own. Safe for use by several threads at once. */
public final class Script {

    private final Deque<Answer> answers = new ArrayDeque<>();

    Script() {}

    /** Adds an answer to give after those already waiting. */
    public synchronized Script add(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** Forgets the answers that wait. */
    public synchronized void clear() {
        answers.clear();
    }

    synchronized Optional<Answer> next() {
        return Optional.ofNullable(answers.poll());
    }
}
