// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.Locale;

/** What sets a model's requests apart: the parameters it refuses and the ways it answers. Sources: the providers' model pages, November 2026. */
public enum Trait {
    /** {@code max_tokens} is refused, {@code max_completion_tokens} is meant (OpenAI's reasoning models). */
    COMPLETION_CAP_ONLY,
    /** Thinks before it answers unless told otherwise, and bills the thinking as output. */
    REASONS,
    /** Temperature and its kin are refused unless they are the default. */
    FIXED_SAMPLING,
    /** Temperature and its kin are refused unless the effort is {@code none}. */
    SAMPLING_WITHOUT_EFFORT,
    /** Refuses function tools in Chat Completions unless the effort is {@code none}. */
    TOOLS_WITHOUT_EFFORT,
    /** Takes a temperature or a {@code top_p}, not both. */
    ONE_SAMPLING,
    /** Refuses stop sequences. */
    NO_STOP,
    /** Serves the priority tier, at twice the price. */
    PRIORITY,
    /** Refuses {@code thinking.budget_tokens}. */
    NO_THINKING_BUDGET,
    /** Refuses {@code thinking: adaptive}. */
    NO_ADAPTIVE_THINKING,
    /** Refuses a conversation that ends with the assistant's turn. */
    NO_PREFILL,
    /** Refuses a tool choice that forces a tool. */
    NO_FORCED_TOOL,
    /** Refuses {@code thinking: disabled}. */
    ALWAYS_THINKS,
    /** Takes {@code system} messages in the middle of a conversation. */
    SYSTEM_TURNS,
    /** Takes {@code thinkingLevel} (Gemini). */
    THINKING_LEVEL,
    /** Takes a {@code thinkingBudget} (Gemini). */
    THINKING_BUDGET,
    /** Refuses calls of tools in the current turn that lack its signature (Gemini from 3 on). */
    SIGNS_CALLS,
    /** Costs a tenth more with {@code inference_geo: us}. */
    REGIONAL_PREMIUM;

    static Trait named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
