// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.function.Supplier;

/** Parsimony's own log: standard error or a file of its own, never the application's logging. Never throws. */
public interface Log {
    /** Says something the user is to know once: what was found, what is in force. */
    void say(String line);

    /**
     * Says that something went wrong; lines of one topic are rate-limited.
     *
     * @param topic what it is about, a short constant text
     * @param line where, what and how to mend it; no content, no key
     */
    void warn(String topic, String line);

    /**
     * Says what was decided for a call, where the user asked for it ({@code debug: on}).
     *
     * @param line built only if it is wanted
     */
    void debug(Supplier<String> line);

    /** Says nothing. */
    static Log silent() {
        return SilentLog.INSTANCE;
    }
}
