// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Host;
import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Plan;
import java.time.Duration;

/**
 * What is known of one call beside its request, fixed when it begins.
 *
 * @param exchange its record
 * @param plan what is to be done with it
 * @param client the SDK client that makes it
 * @param host what is known of where it goes
 * @param tenancy the tenant it counts for
 * @param credential a keyed hash of whose account it is on
 * @param tracing the application's own tracing
 * @param stagger how long it may wait for another call that writes what it would read
 * @param longRetention whether the provider may be asked to keep its prompt for longer than it does by default
 */
record Situation(
        Exchange exchange,
        Plan plan,
        Client client,
        Host host,
        Tenancy tenancy,
        Digest credential,
        ApplicationTracing tracing,
        Duration stagger,
        boolean longRetention) {}
