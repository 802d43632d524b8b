// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

/**
 * Which part of a prompt a prefix ends with. What is learned of one prefix holds for others of the same call site that end
 * with the like.
 *
 * @param part the part
 * @param index which of several, from 0
 */
record Role(Part part, int index) {
    private static final int MOST = 4;
    private static final int TIMES = 3;
    private static final double[] AT_ONCE = {0.05, 0.5, 0.7};
    private static final double[] LATER = {0.05, 0.2, 0.3};
    private static final double[] SAME_PROMPT = {0.05, 0.1, 0.3
    }; // sent again to the last word: a retry or a vote, as a rule

    /** A part of a prompt. */
    enum Part {
        /** The last tool. */
        TOOLS,
        /** A block of the system text. */
        SYSTEM,
        /** A block of the first message. */
        FIRST,
        /** The block before the last. */
        BEFORE_LAST,
        /** The last block. */
        END,
        /** A block in the middle, at which earlier prompts ended or from which they went apart. */
        HISTORY
    }

    /** How many there are, times counted apart. */
    static final int COUNT = Part.values().length * MOST * TIMES;

    static Role of(Part part, int index) {
        return new Role(part, Math.min(index, MOST - 1));
    }

    /** The same part as it will be when the prompt goes on. */
    Role next() {
        return part == Part.END ? new Role(Part.HISTORY, 0) : this;
    }

    /** A number of its own, for prefixes that were sent so many times before. */
    int number(int times) {
        return (part.ordinal() * MOST + index) * TIMES + Math.min(times, TIMES - 1);
    }

    /** What to believe of such prefixes before anything was seen: that what came back once comes back again. */
    static Survival belief(int number) {
        boolean end = number / (MOST * TIMES) == Part.END.ordinal();
        return new Survival((end ? SAME_PROMPT : AT_ONCE)[number % TIMES], LATER[number % TIMES]);
    }
}
