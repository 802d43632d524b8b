// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Allowance;
import dev.parsimony.dialect.Dialects;
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
 * @param passesAll whether calls pass through untouched and unseen
 */
record Policy(Settings settings, Hosts hosts, StackSites sites, boolean passesAll) {
    static Policy of(Settings settings) {
        return new Policy(
                settings,
                Hosts.with(entries(settings)),
                new StackSites(settings::skipsCallSite),
                settings.killSwitch());
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

    /** The same, with every call passing through untouched and unseen. */
    Policy passingAll() {
        return new Policy(settings, hosts, sites, true);
    }

    /** Whether connections send at once what is written to them. */
    boolean hurries() {
        return settings.tcpNoDelay() && !settings.observe();
    }

    /** Whether a path may be one of ours: it tells its API, or the user said which API a host speaks. */
    boolean mayKnow(String path) {
        return Dialects.of(path).isPresent()
                || settings.hosts().stream().anyMatch(host -> !host.api().isEmpty());
    }
}
