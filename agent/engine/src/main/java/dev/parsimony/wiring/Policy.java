// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Allowance;
import dev.parsimony.dialect.HostEntry;
import dev.parsimony.dialect.Hosts;
import dev.parsimony.settings.Host;
import dev.parsimony.settings.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the settings in force mean for calls; replaced as a whole when they change, so that a call sees one state of them.
 *
 * @param settings the settings
 * @param hosts what is known of hosts, the user's own entries first
 * @param sites finds call sites
 */
record Policy(Settings settings, Hosts hosts, StackSites sites) {
    static Policy of(Settings settings) {
        return new Policy(settings, Hosts.with(entries(settings)), new StackSites(settings::skipsCallSite));
    }

    private static List<HostEntry> entries(Settings settings) {
        return settings.hosts().stream().map(Policy::entry).toList();
    }

    private static HostEntry entry(Host host) {
        Set<Allowance> allows = host.allows().stream()
                .map(allowance -> Allowance.valueOf(allowance.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new HostEntry(host.match().toString(), allows, host.api(), host.priceAs());
    }

    /** Whether calls pass through untouched and unseen. */
    boolean passesAll() {
        return settings.killSwitch();
    }
}
