// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** The way of a call that is not ours. */
record PastPassage(Call call) implements Passage {
    @Override
    public Next next() {
        return new Next.Send(call, true);
    }

    @Override
    public Scope enter() {
        return Scope.none();
    }

    @Override
    public void fellBack() {}

    @Override
    public Next arrived(Head head) {
        return new Next.Deliver(Tap.open());
    }

    @Override
    public void failed(Throwable cause) {}
}
