// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.QuickHash;

/**
 * One prompt cache at a provider: what one account sent to one model is of no use to another. Two keys of one workspace share
 * a cache there and do not here, which can only make us see less than there is.
 *
 * @param credential the credential's digest
 * @param address the host
 * @param model the model asked for
 * @param biller whose prices hold there, by any of the provider's names; empty for those of whoever makes the model
 */
public record Place(Digest credential, Address address, String model, String biller) {
    /**
     * The place a call goes to that the model's maker bills.
     *
     * @param pepper hashes the credential, which is not kept
     * @param credential the credential as read
     * @param address the host
     * @param model the model in the request as sent
     */
    public static Place of(Pepper pepper, String credential, Address address, String model) {
        return new Place(pepper.digest(credential), address, model, "");
    }

    QuickHash addTo(QuickHash hash) {
        return hash.digest(credential).text(address.toString()).text(model);
    }

    @Override
    public String toString() {
        return model + " of " + credential + " at " + address;
    }
}
