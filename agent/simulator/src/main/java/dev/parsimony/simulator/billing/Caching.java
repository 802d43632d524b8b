// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.Locale;

/** Which rules a model's prompt cache follows. */
public enum Caching {
    /** The model caches nothing. */
    NONE,
    /** Automatic and free to write, in steps of 128 tokens (OpenAI before GPT-5.6, Gemini). */
    STEPS,
    /** At breakpoints, the provider's and the caller's, writes charged (OpenAI from GPT-5.6). */
    BREAKPOINTS,
    /** At the caller's marks, writes charged (Anthropic). */
    MARKS;

    static Caching named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
