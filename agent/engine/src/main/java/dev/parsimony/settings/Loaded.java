// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import java.util.List;

/**
 * What came of reading the settings.
 *
 * @param settings the settings now in force: what was read, or, if there are problems, what stands instead of it
 * @param problems why what was read is refused as a whole; empty if it is in force
 * @param warnings what is doubtful in it, each told once in the life of its source
 */
public record Loaded(Settings settings, List<Problem> problems, List<Problem> warnings) {
    /** An outcome nobody can change. */
    public Loaded {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Whether what was read is in force. */
    public boolean isAccepted() {
        return problems.isEmpty();
    }
}
