// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** An account and a clock to drive it: what a test needs to send requests one after the other. */
final class Ledger {

    private static final JsonMapper MAPPER = new JsonMapper();

    final Account account = new Account();
    private final Models models = Models.shipped();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private String credential = "key-1";

    /** Sends a request that is answered at once. */
    Usage send(Api api, String json) {
        Pending pending = open(api, json);
        pending.begin(now);
        pending.settle(0, 0);
        return pending.input();
    }

    /** Sends a request that is not answered yet. */
    Pending open(Api api, String json) {
        var body = MAPPER.readTree(json);
        Model model =
                models.find(api.provider(), body.get("model").stringValue()).orElseThrow();
        return account.open(new Call(api, model, credential, body), now);
    }

    Instant now() {
        return now;
    }

    Ledger after(Duration wait) {
        now = now.plus(wait);
        return this;
    }

    Ledger as(String otherCredential) {
        credential = otherCredential;
        return this;
    }

    /** A text of about this many tokens, for models that count four bytes to a token, beginning with this seed. */
    static String text(String seed, int tokens) {
        StringBuilder text = new StringBuilder(seed);
        while (text.length() < tokens * 4) {
            text.append(" word").append(text.length());
        }
        return text.substring(0, tokens * 4);
    }
}
