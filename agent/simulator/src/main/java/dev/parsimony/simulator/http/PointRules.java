// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where Bedrock refuses cache points: too many, behind nothing, or in the wrong order. Source: Amazon's guide to prompt caching, November 2026. */
final class PointRules {

    private static final String POINT = "cachePoint";
    private static final int MOST = 4;

    private final List<String> lives = new ArrayList<>();

    private PointRules() {}

    static void check(JsonNode body) {
        PointRules rules = new PointRules();
        rules.all(body.path("toolConfig").path("tools"));
        rules.all(body.path("system"));
        body.path("messages").forEach(message -> rules.all(message.path("content")));
        if (rules.lives.size() > MOST) {
            throw Rejection.invalid("A maximum of " + MOST + " cache points may be provided.");
        }
    }

    private void all(JsonNode list) {
        boolean first = true;
        for (JsonNode item : list) {
            if (item.has(POINT)) {
                one(first, item.get(POINT).path("ttl").asString("5m"));
            }
            first &= item.has(POINT);
        }
    }

    private void one(boolean first, String life) {
        if (first) {
            throw Rejection.invalid("A cache point must follow what is to be cached.");
        }
        if (life.equals("1h") && lives.contains("5m")) {
            throw Rejection.invalid("A cache point of 1h must not come after one of 5m.");
        }
        lives.add(life);
    }
}
