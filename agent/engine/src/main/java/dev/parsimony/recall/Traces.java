// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Digest;

/**
 * Remembers which trace asked which question lately. A second time within one trace is a retry, a vote or a wish for another
 * answer. The memory is of one fixed size: the least recently asked gives way, and two that look alike by chance (one in 2^60)
 * cost one call.
 */
final class Traces {
    private static final int WAYS = 8;
    private static final int BUCKETS = 2048; // 128 KiB, some 16,000 questions
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long[] seen = new long[BUCKETS * WAYS];

    /** Whether this trace asked this before; from now on it did. */
    synchronized boolean repeats(Digest question, String traceId) {
        long sign = sign(question, traceId);
        int first = (int) (sign >>> 32 & BUCKETS - 1) * WAYS;
        int at = first;
        while (at < first + WAYS - 1 && seen[at] != sign) {
            at++;
        }
        boolean repeated = seen[at] == sign;
        System.arraycopy(seen, first, seen, first + 1, at - first);
        seen[first] = sign;
        return repeated;
    }

    private static long sign(Digest question, String traceId) {
        long hash = FNV_OFFSET ^ question.low();
        for (int i = 0; i < traceId.length(); i++) {
            hash = (hash ^ traceId.charAt(i)) * FNV_PRIME;
        }
        return hash ^ question.high() | 1; // never the 0 of an empty place
    }
}
