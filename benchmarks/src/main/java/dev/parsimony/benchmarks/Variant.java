// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

/** How an application's calls are made. */
public enum Variant {
    /** Without the agent. */
    BARE("bare SDK", "", true),
    /** Changing nothing; the exported spans and metrics are all there is to it. */
    OBSERVE("observe", "mode: observe", true),
    /** A rule asks for reuse, and no two requests are the same. */
    MISS("miss", Variant.REUSE, true),
    /** A rule asks for reuse, and all requests are the same. */
    HIT("hit", Variant.REUSE, false);

    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]";

    private final String words;
    private final String settings;
    private final boolean differs;

    Variant(String words, String settings, boolean differs) {
        this.words = words;
        this.settings = settings;
        this.differs = differs;
    }

    /** Whether the agent is attached. */
    boolean hasAgent() {
        return this != BARE;
    }

    /** The agent's settings file. */
    String settings() {
        return "version: 1\n" + settings + "\n";
    }

    /** Whether each request differs from those before. */
    boolean differs() {
        return differs;
    }

    /**
     * Whether a transport saw what it must see if the calls were made in this way.
     *
     * @param asked calls of the application
     * @param sent requests at the transport
     */
    boolean fits(long asked, long sent) {
        return this == HIT ? sent == 1 : sent == asked;
    }

    @Override
    public String toString() {
        return words;
    }
}
