// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import org.jspecify.annotations.Nullable;

/** One question asked before anything of ours is installed. */
interface StartupCheck {
    /** Why the agent must stay out, or null where this check is content. */
    @Nullable
    Objection objection();
}
