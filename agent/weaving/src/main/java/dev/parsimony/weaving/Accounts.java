// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Headers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is to be said of the account of a call that nobody can see at the seam. */
public final class Accounts {
    private static final Set<String> CREDENTIALS = Set.of("authorization", "api-key", "x-api-key", "x-goog-api-key");

    private Accounts() {}

    /**
     * The call without the account that it came with, which may not be the one that it is made on: what stands below the seam
     * may put another one on.
     */
    public static Call withheld(Call call) {
        Map<String, List<String>> others = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        call.headers().names().forEach(name -> others.put(name, call.headers().values(name)));
        CREDENTIALS.forEach(others::remove); // in whatever case
        return new Call(call.method(), call.address(), call.path(), call.query(), Headers.of(others), call.body());
    }
}
