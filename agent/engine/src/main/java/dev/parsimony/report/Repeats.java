// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which requests were seen lately, by their fingerprints. */
final class Repeats {
    private static final int MOST = 50_000;

    private final Set<String> seen = Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    });

    /**
     * Notes a request.
     *
     * @return whether it was seen before
     */
    boolean note(String fingerprint) {
        return !fingerprint.isEmpty() && !seen.add(fingerprint);
    }
}
