// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names of call sites as metrics show them: the first 200 that come, every later one as {@code other}. */
final class CallSites {
    private static final int MOST = 200;
    private static final String OTHER = "other";

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * The name to show.
     *
     * @param function the call site's function; empty if none was found, and then so is the name
     */
    String name(String function) {
        return function.isEmpty() || known.contains(function) || admit(function) ? function : OTHER;
    }

    private boolean admit(String function) {
        if (known.size() >= MOST) {
            return false;
        }
        synchronized (this) { // two threads may both have seen the last free place
            return known.size() < MOST && known.add(function) || known.contains(function);
        }
    }
}
