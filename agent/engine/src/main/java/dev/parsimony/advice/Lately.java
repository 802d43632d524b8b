// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

/**
 * When each request was last made, of the last few thousand. A place is shared by many and kept by the latest, so that a repeat
 * may be missed and is never made up.
 */
final class Lately {
    private static final int PLACES = 1 << 14;

    private final long[] requests = new long[PLACES];
    private final long[] traces = new long[PLACES];
    private final long[] times = new long[PLACES];

    /**
     * Notes a request.
     *
     * @param request its hash
     * @param trace a hash of the trace it stands in; 0 for none
     * @param now in nanoseconds
     * @return nanoseconds since the same request was last made; negative if it was not seen, or in the same trace: a retry, a
     *     vote or a regenerate, which wants another answer
     */
    long sinceLast(long request, long trace, long now) {
        int place = (int) (request & (PLACES - 1));
        boolean same = requests[place] == request && times[place] != 0;
        boolean again = same && (trace == 0 || traces[place] != trace);
        long since = again ? Math.max(0, now - times[place]) : -1;
        requests[place] = request;
        traces[place] = trace;
        times[place] = now == 0 ? 1 : now; // 0 is a place that nobody took
        return since;
    }
}
