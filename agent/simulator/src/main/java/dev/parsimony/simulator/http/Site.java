// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Account;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Models;
import dev.parsimony.simulator.billing.Pending;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the endpoints share.
 *
 * @param models the models on offer
 * @param account caches and charges
 * @param script the answers to give next
 * @param ids where identifiers come from
 * @param clock the time
 * @param deployments Azure deployments by name, each with the model it runs
 */
record Site(
        Models models, Account account, Script script, Ids ids, InstantSource clock, Map<String, String> deployments) {

    static Site of(Options options, InstantSource clock) {
        return new Site(Models.shipped(), new Account(), new Script(), new Ids(), clock, options.deployments());
    }

    /** Opens a call in the books, now. */
    Pending open(Call call) {
        return account.open(call, clock.instant());
    }

    /** The answer to a valid call, under this cap on its tokens. */
    Written write(Received request, Call call, Wanted wanted, int cap) {
        Answer answer = Answers.steered(request).or(script::next).orElseGet(() -> wanted.improvised(call));
        return Written.of(answer, call.model().factor(), cap);
    }

    /** Seconds since 1970. */
    long seconds() {
        return clock.instant().getEpochSecond();
    }
}
