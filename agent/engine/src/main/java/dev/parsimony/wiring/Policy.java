// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Hosts;
import dev.parsimony.settings.Settings;

/**
 * What the settings in force mean for calls; replaced as a whole when they change, so that a call sees one state of them.
 *
 * @param settings the settings
 * @param hosts what is known of hosts, the user's own entries first
 * @param sites finds call sites
 */
record Policy(Settings settings, Hosts hosts, StackSites sites) {
    static Policy of(Settings settings) {
        return new Policy(settings, Hosts.with(settings.hosts()), new StackSites(settings::skipsCallSite));
    }

    /** Whether calls pass through untouched and unseen. */
    boolean passesAll() {
        return settings.killSwitch();
    }
}
