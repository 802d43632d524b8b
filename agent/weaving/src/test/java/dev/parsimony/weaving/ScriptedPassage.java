// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A passage that wants what a test wrote down, and notes what it is told. */
final class ScriptedPassage implements Passage {
    final List<String> told = new ArrayList<>();
    boolean cannotBeEntered;
    boolean cannotBeLeft;
    private final Queue<Next> script = new ArrayDeque<>();

    ScriptedPassage(Next... script) {
        this.script.addAll(List.of(script));
    }

    @Override
    public synchronized Next next() {
        told.add("next");
        return script.remove();
    }

    @Override
    public synchronized Scope enter() {
        told.add("enter");
        if (cannotBeEntered) {
            throw new AssertionError("the application's context storage");
        }
        return () -> {
            told.add("leave");
            if (cannotBeLeft) {
                throw new AssertionError("the application's context storage");
            }
        };
    }

    @Override
    public synchronized void fellBack() {
        told.add("fell back");
    }

    @Override
    public synchronized Next arrived(Head head) {
        told.add("arrived " + head.status());
        return script.remove();
    }

    @Override
    public synchronized void failed(Throwable cause) {
        told.add("failed " + cause.getClass().getSimpleName());
    }
}
