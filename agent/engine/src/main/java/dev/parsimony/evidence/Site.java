// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was learned of one call site's prompts at one cache. Guarded by its cache's lock. */
final class Site {
    private static final int MOST_TRIALS = 128;
    private static final int OF_A_PROMPT = 32;

    private final @Nullable Survival[] survivals = new @Nullable Survival[Role.COUNT];
    private final Deque<Trial> young = new ArrayDeque<>();
    private final Deque<Trial> aged = new ArrayDeque<>();
    private final Account account;
    private final Strangers strangers = new Strangers();
    private final Object lock;

    /**
     * A call site that nothing is known of.
     *
     * @param lock guards all that is known of its cache
     * @param account what marks have cost and saved here before
     */
    Site(Object lock, Account account) {
        this.lock = lock;
        this.account = account;
    }

    /** Guards all that is known of its cache. */
    Object lock() {
        return lock;
    }

    /** What marks have cost and saved here. */
    Account account() {
        return account;
    }

    /** Whether others send the same. */
    Strangers strangers() {
        return strangers;
    }

    /** What was learned of prefixes of a role that were sent so many times before. */
    Survival survival(Role role, int times) {
        int number = role.number(times);
        Survival known = survivals[number];
        if (known == null) {
            known = Role.belief(number);
            survivals[number] = known;
        }
        return known;
    }

    /**
     * Whether there is room for the questions of one more prompt. Where there is not, none of them is asked, so that those
     * that are stay a fair sample: of each the answer is heard, whatever it is.
     */
    boolean hasRoom() {
        if (young.size() > MOST_TRIALS - OF_A_PROMPT) {
            young.removeIf(Trial::isOver);
        }
        return young.size() <= MOST_TRIALS - OF_A_PROMPT;
    }

    /** A prefix is sent: will it be sent again? */
    void ask(Sighting sighting, Survival survival, long now, CacheRules rules) {
        if (young.size() >= MOST_TRIALS) {
            sighting.ask(null, now, rules);
            return;
        }
        Trial trial = new Trial(survival, now);
        sighting.ask(trial, now, rules);
        young.addLast(trial);
    }

    /** Lets those whose time is over say so. */
    void age(long now, CacheRules rules) {
        if (aged.size() + young.size() > MOST_TRIALS) {
            aged.removeIf(Trial::isOver);
        }
        while (!young.isEmpty()
                && now - young.peekFirst().at() >= rules.brief().length().toNanos()) {
            comeOfAge(young.removeFirst());
        }
        while (!aged.isEmpty()
                && now - aged.peekFirst().at() >= rules.longest().length().toNanos()) {
            aged.removeFirst().outlivedLong();
        }
    }

    private void comeOfAge(Trial trial) {
        trial.outlivedShort();
        if (trial.isOver()) {
            return;
        }
        if (aged.size() < MOST_TRIALS) {
            aged.addLast(trial);
        } else {
            trial.dismiss();
        }
    }

    @Override
    public String toString() {
        return account.toString();
    }
}
