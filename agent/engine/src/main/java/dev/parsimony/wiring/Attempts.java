// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The calls that failed within one stretch of a thread in which failed calls are made again. What is made again is the same
 * call; what is not, when the stretch ends, has failed. Bodies may be read on other threads, also after the end.
 */
final class Attempts {
    private static final Attempts NONE = new Attempts(true);

    private final Map<CallPassage, Runnable> failed = new LinkedHashMap<>();
    private boolean ended;

    private Attempts(boolean ended) {
        this.ended = ended;
    }

    /** A stretch that begins. */
    static Attempts begin() {
        return new Attempts(false);
    }

    /** Nobody makes a call again. */
    static Attempts none() {
        return NONE;
    }

    /**
     * A call failed.
     *
     * @param call the call
     * @param ending what is to be done if nobody makes it again
     * @return false if nobody will
     */
    synchronized boolean keep(CallPassage call, Runnable ending) {
        if (ended) {
            return false;
        }
        failed.put(call, ending);
        return true;
    }

    /**
     * The call that is being made again, which thereby has not failed yet.
     *
     * @param same recognises it
     */
    synchronized Optional<CallPassage> again(Predicate<CallPassage> same) {
        Optional<CallPassage> call = failed.keySet().stream().filter(same).findFirst();
        call.ifPresent(failed::remove);
        return call;
    }

    /** No call is made again any more. */
    void end() {
        endings().values().forEach(Runnable::run);
    }

    private synchronized Map<CallPassage, Runnable> endings() {
        ended = true;
        Map<CallPassage, Runnable> all = new LinkedHashMap<>(failed);
        failed.clear();
        return all;
    }
}
