// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Hash;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.Plan.Sharing;
import java.util.Optional;

/**
 * Those who may share an answer: callers of one credential at one address, and of one tenant unless the rule says otherwise.
 * It is part of every key, so an answer cannot leave it.
 *
 * @param credential the credential's digest; that of the client instance where no credential can be seen
 * @param address where the credential is used
 * @param scope who shares
 * @param tenant the tenant; empty if none is known
 */
public record Partition(Digest credential, Address address, Sharing scope, String tenant) {
    /** The reason when reuse within a tenant is asked for and no tenant is known. */
    public static final String NO_TENANT = "no_tenant";

    /**
     * The partition of a caller.
     *
     * @param pepper hashes the credential, which is not kept
     * @param credential the credential as read
     * @param address where it is used
     * @param scope who shares, by the rule
     * @param tenant the tenant; empty if none is known
     */
    public static Partition of(Pepper pepper, String credential, Address address, Sharing scope, String tenant) {
        return new Partition(pepper.digest(credential), address, scope, tenant);
    }

    /** The reason when it cannot be seen where the SDK sends to: another place's answers would be given. */
    public static final String NO_ADDRESS = "address_unknown";

    /** Why nothing may be shared here; empty if it may. */
    public Optional<String> whyClosed() {
        if (address.host().isEmpty()) {
            return Optional.of(NO_ADDRESS);
        }
        return scope == Sharing.TENANT && tenant.isEmpty() ? Optional.of(NO_TENANT) : Optional.empty();
    }

    void addTo(Hash hash) {
        hash.digest(credential).text(address.toString()).text(scope == Sharing.TENANT ? "tenant " + tenant : "shared");
    }

    @Override
    public String toString() {
        return scope + " of " + credential + " at " + address; // a tenant's name may be personal
    }
}
